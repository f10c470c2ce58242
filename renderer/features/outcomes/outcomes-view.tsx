import { Plus, Target } from 'lucide-react';
import { useState } from 'react';
import type { Outcome } from '#shared/plan/outcome';
import { usePlan } from '../../data/plan.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { useOnceParams } from '../../state/once-params.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { groupOutcomes } from './outcome-groups.ts';
import type { OutcomeGrouping } from './outcome-groups.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { isUnowned } from './ownership.ts';
import css from './outcomes-view.module.css';

/** What somebody answers for, by family or client, each with its target and its people. */
export function OutcomesView() {
  const plan = usePlan();
  if (!plan) {
    return (
      <Page title={t('outcomes.title')}>
        <LoadingState />
      </Page>
    );
  }
  return <Outcomes plan={plan} />;
}

function Outcomes({ plan }: { readonly plan: Plan }) {
  const asked = useOnceParams(['new', 'outcomeId']);
  const [editedId, setEditedId] = useState<string | null>(
    asked['new'] ? NEW : (asked['outcomeId'] ?? null),
  );
  const [grouping, setGrouping] = useState<OutcomeGrouping>('family');
  const [isArchivedShown, setIsArchivedShown] = useState(false);
  const live = plan.outcomes.filter((outcome) => !outcome.isArchived);
  const hasArchived = live.length < plan.outcomes.length;
  const shown = isArchivedShown ? plan.outcomes : live;
  const edited = plan.outcomeById.get(editedId ?? '') ?? null;
  const isEditing = edited !== null || editedId === NEW;
  const add = () => setEditedId(NEW);
  return (
    <Page
      title={t('outcomes.title')}
      subtitle={live.length > 0 && t('outcomes.subtitle', { count: live.length })}
      actions={
        <>
          {hasArchived && (
            <Checkbox
              label={t('outcomes.showArchived')}
              checked={isArchivedShown}
              onChange={setIsArchivedShown}
            />
          )}
          {shown.length > 1 && (
            <Segmented
              label={t('outcomes.groupBy')}
              value={grouping}
              onChange={setGrouping}
              options={[
                { value: 'family', label: t('outcomes.byFamily') },
                { value: 'client', label: t('outcomes.byClient') },
              ]}
            />
          )}
          <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={add}>
            {t('outcomes.add')}
          </Button>
        </>
      }
    >
      <Unowned plan={plan} outcomes={live} onEdit={setEditedId} />
      {shown.length === 0 ? (
        <EmptyState
          icon={<Target aria-hidden />}
          title={t('outcomes.empty.title')}
          text={t('outcomes.empty.text')}
          action={
            <Button variant="primary" onClick={add}>
              {t('outcomes.add')}
            </Button>
          }
        />
      ) : (
        groupOutcomes(shown, grouping).map((group, index) => (
          <OutcomeTable
            key={group.key}
            plan={plan}
            group={group}
            isFirst={index === 0}
            onEdit={setEditedId}
          />
        ))
      )}
      {isEditing && (
        <OutcomeDialog
          key={edited?.id ?? 'new'}
          plan={plan}
          outcome={edited}
          onClose={() => setEditedId(null)}
        />
      )}
    </Page>
  );
}

/** No id of a record reads like this. */
const NEW = '+';

interface UnownedProps {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly onEdit: (outcomeId: string) => void;
}

/** What nobody owns is shown before anything else. */
function Unowned({ plan, outcomes, onEdit }: UnownedProps) {
  const unowned = outcomes.filter((outcome) => isUnowned(outcome, plan));
  const [first] = unowned;
  if (!first) return null;
  return (
    <div className={css['unowned']}>
      <Callout
        tone="warn"
        title={t('outcomes.unowned', { count: unowned.length })}
        action={
          <Button size="sm" onClick={() => onEdit(first.id)}>
            {t('outcomes.edit')}
          </Button>
        }
      >
        {t('outcomes.unownedText', { names: unowned.map(({ name }) => name).join(', ') })}
      </Callout>
    </div>
  );
}
