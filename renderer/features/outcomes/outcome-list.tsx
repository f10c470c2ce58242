import { Plus, Target } from 'lucide-react';
import { PlanProblems } from '../../app/parts/plan-problems.tsx';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { workToday } from '../../services/clock.ts';
import { memberDays } from '../../services/work-clocks.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { GROUPINGS, groupOutcomes } from './outcome-groups.ts';
import type { OutcomeGrouping } from './outcome-groups.ts';
import { OutcomeTable } from './outcome-table.tsx';
import css from './outcomes-view.module.css';
import { useReadings } from './use-readings.ts';

/** How the list is looked at. */
export interface OutcomeListing {
  /** Null until it is chosen: by role where there are roles. */
  readonly grouping: OutcomeGrouping | null;
  readonly isArchivedShown: boolean;
}

interface OutcomeListProps {
  readonly plan: Plan;
  readonly listing: OutcomeListing;
}

const GROUPING_NAMES = { role: 'byRole', family: 'byFamily', client: 'byClient' } as const;

const groupingOf = (plan: Plan, { grouping }: OutcomeListing): OutcomeGrouping =>
  grouping ?? (plan.roles.length > 0 ? 'role' : 'family');

const shownOf = (plan: Plan, { isArchivedShown }: OutcomeListing) =>
  isArchivedShown ? plan.outcomes : plan.outcomes.filter((outcome) => !outcome.isArchived);

const add = () => go('outcome', { new: '1' });

export function OutcomeActions({
  plan,
  listing,
  onChange,
}: OutcomeListProps & { readonly onChange: (listing: OutcomeListing) => void }) {
  return (
    <>
      {plan.outcomes.some((outcome) => outcome.isArchived) && (
        <Checkbox
          label={t('outcomes.showArchived')}
          checked={listing.isArchivedShown}
          onChange={(isArchivedShown) => onChange({ ...listing, isArchivedShown })}
        />
      )}
      {shownOf(plan, listing).length > 1 && (
        <Segmented
          label={t('outcomes.groupBy')}
          value={groupingOf(plan, listing)}
          onChange={(grouping) => onChange({ ...listing, grouping })}
          options={GROUPINGS.map((value) => ({
            value,
            label: t(`outcomes.${GROUPING_NAMES[value]}`),
          }))}
        />
      )}
      <Button variant="primary" icon={<Plus size={15} aria-hidden />} onClick={add}>
        {t('outcomes.add')}
      </Button>
    </>
  );
}

/** Every outcome with its measures, its promises and its people, by role, family or client. */
export function OutcomeList({ plan, listing }: OutcomeListProps) {
  const memberId = useSession((state) => state.memberId);
  const member = plan.memberById.get(memberId) ?? { calendarId: '', timeZone: 'UTC' };
  const today = workToday(memberDays(member, plan.calendarById));
  const read = useReadings(today);
  const shown = shownOf(plan, listing);
  return (
    <div className={css['panels']}>
      <PlanProblems plan={plan} scope="outcomes" />
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
        groupOutcomes(shown, groupingOf(plan, listing), plan.roles).map((group, index) => (
          <OutcomeTable
            key={group.key}
            plan={plan}
            group={group}
            isFirst={index === 0}
            today={today}
            read={read}
          />
        ))
      )}
    </div>
  );
}
