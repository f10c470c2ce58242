import { X } from 'lucide-react';
import { actionsFor } from '#shared/deliverables/entry-actions';
import { stageOf } from '#shared/deliverables/deliverable';
import { currencyOf } from '#shared/plan/workspace';
import { EntryHistory } from '../../app/parts/entry-history.tsx';
import { EntryLife } from '../../app/parts/entry-life.tsx';
import { GoalThread } from '../../app/parts/goal-thread.tsx';
import { OddNote } from '../../app/parts/odd-entry.tsx';
import { EntryVerdicts } from '../../app/parts/quality/entry-verdicts.tsx';
import { SaveMark } from '../../app/parts/save-mark.tsx';
import { StageBadge } from '../../app/parts/stage-badge.tsx';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { useSaveState } from '../../data/save-state.ts';
import { quantityText, workTitle } from '../../i18n/entry-words.ts';
import { formatMoney, formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { actOnEntry } from '../../services/entry-actions.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './entry-detail.module.css';
import { EntryNeeds } from './entry-needs.tsx';
import { EntryPromises } from './entry-promises.tsx';

interface EntryDetailProps {
  readonly entry: Entry;
  readonly plan: Plan;
  /** Only whose work it is acts on it. */
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

/** One entry whole: what it says, its life with every wait, who wrote what when, and how far it has come. */
export function EntryDetail({ entry, plan, isOwn, onClose }: EntryDetailProps) {
  const outcome = plan.outcomeById.get(entry.outcomeId);
  const unit = outcome?.unit ?? t('log.items');
  const stage = stageOf(entry);
  return (
    <aside className={css['detail']} aria-label={t('log.detail.label')}>
      <header className={css['header']}>
        <div className={css['heading']}>
          <h2 className={css['title']}>{workTitle(entry, unit)}</h2>
          <p className={css['about']}>
            <StageBadge stage={stage} />
            <SaveMark of={entry} />
            <SaveWords entry={entry} />
          </p>
        </div>
        <IconButton
          size="sm"
          label={t('log.detail.close')}
          icon={<X aria-hidden />}
          onClick={onClose}
        />
      </header>
      {isOwn && (
        <div className={css['acts']}>
          {actionsFor(entry).map((action) => (
            <Button
              key={action}
              size="sm"
              variant={action === 'delete' ? 'quiet' : 'secondary'}
              onClick={() => void actOnEntry(action, entry, plan)}
            >
              {t(`log.action.${action}`)}
            </Button>
          ))}
        </div>
      )}
      <OddNote entry={entry} plan={plan} />
      <Facts entry={entry} plan={plan} unit={unit} outcomeName={outcome?.name ?? ''} />
      <section className={css['for']}>
        <GoalThread outcomeId={entry.outcomeId} plan={plan} isWhole />
        {outcome?.why && (
          <p className={css['why']}>
            <span className={css['whyLabel']}>{t('log.detail.why')}</span> {outcome.why}
          </p>
        )}
      </section>
      <EntryPromises entry={entry} plan={plan} />
      <EntryNeeds entry={entry} plan={plan} />
      <EntryLife entry={entry} />
      <EntryVerdicts entry={entry} plan={plan} />
      <EntryHistory entry={entry} plan={plan} />
    </aside>
  );
}

function SaveWords({ entry }: { readonly entry: Entry }) {
  const state = useSaveState(entry);
  return <span className={css['faint']}>{state && t(`log.state.${state}`)}</span>;
}

interface FactsProps {
  readonly entry: Entry;
  readonly plan: Plan;
  readonly unit: string;
  readonly outcomeName: string;
}

function Facts({ entry, plan, unit, outcomeName }: FactsProps) {
  const currency = currencyOf(plan.workspace, entry.currency);
  const facts: readonly (readonly [string, string])[] = [
    [t('log.list.member'), plan.memberById.get(entry.memberId)?.name ?? ''],
    [t('log.form.outcome'), outcomeName],
    [t('log.form.quantity'), quantityText(entry.quantity, unit)],
    [t('log.form.errors'), entry.errors === null ? '' : formatQuantity(entry.errors)],
    [t('log.form.client'), entry.client],
    [
      t('log.detail.value'),
      entry.valueMinor === null ? '' : formatMoney(entry.valueMinor, currency),
    ],
    [t('log.detail.cost'), entry.costMinor === null ? '' : formatMoney(entry.costMinor, currency)],
    [t('log.form.score'), entry.score === null ? '' : formatQuantity(entry.score)],
    [t('log.detail.ratio'), ratioText(entry)],
    [t('log.form.reference'), entry.reference],
    [t('log.form.note'), entry.note],
    [t('log.detail.givenBy'), plan.memberById.get(entry.assignedById)?.name ?? ''],
    [t('log.detail.reviewedBy'), plan.memberById.get(entry.reviewedById)?.name ?? ''],
    [t('log.detail.rework'), entry.reopenedCount > 0 ? formatQuantity(entry.reopenedCount) : ''],
  ];
  return (
    <dl className={css['facts']}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label} className={css['fact']}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {entry.runId !== '' && (
        <div className={css['fact']}>
          <dt>{t('log.detail.run')}</dt>
          <dd>
            <Button size="sm" variant="quiet" onClick={() => go('run', { runId: entry.runId })}>
              {t('log.detail.openRun')}
            </Button>
          </dd>
        </div>
      )}
    </dl>
  );
}

const ratioText = ({ partCount, wholeCount }: Entry): string =>
  partCount === null || wholeCount === null
    ? ''
    : t('log.result.ratio', { part: partCount, whole: wholeCount });
