import type { AssignmentDraft, AssignmentProblem } from '#shared/deliverables/assignment';
import type { Member } from '#shared/plan/member';
import type { Outcome } from '#shared/plan/outcome';
import { clientZoneOf } from '#shared/plan/workspace';
import type { Plan } from '../../../data/plan.ts';
import { currentTerms } from '../../../data/terms.ts';
import { t } from '../../../i18n/text.ts';
import { now } from '../../../services/clock.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import css from './assign.module.css';
import { DayTimeField } from './day-time-field.tsx';
import { instantInZones } from './instant-words.ts';

export type DueBy = 'promise' | 'time';

interface DueFieldsProps {
  readonly plan: Plan;
  readonly member: Member | undefined;
  readonly outcome: Outcome | undefined;
  readonly draft: AssignmentDraft;
  readonly dueBy: DueBy;
  readonly problems: readonly (AssignmentProblem | 'due-missing')[];
  readonly onDueBy: (dueBy: DueBy) => void;
  readonly onChange: (part: Partial<AssignmentDraft>) => void;
}

/** When work is due: by what its outcome promises, or at a time of its own; shown as the member and the client see it. */
export function DueFields(props: DueFieldsProps) {
  const { member, draft, dueBy, problems, onDueBy, onChange } = props;
  const problem = problems.find((each) => each.startsWith('due-'));
  const label = t('assign.due.label');
  return (
    <fieldset className={css['due']}>
      <legend className={css['legend']}>{label}</legend>
      <Segmented<DueBy>
        label={label}
        value={dueBy}
        onChange={onDueBy}
        options={[
          { value: 'promise', label: t('assign.due.byPromise') },
          { value: 'time', label: t('assign.due.byTime') },
        ]}
      />
      {dueBy === 'time' && (
        <DayTimeField
          valueMs={draft.dueAtMs}
          zone={member?.timeZone ?? 'UTC'}
          timeOtherwise="18:00"
          error={problem && t(`assign.problem.${problem}`)}
          onChange={(dueAtMs) => onChange({ dueAtMs })}
        />
      )}
      <ul className={css['preview']} aria-live="polite">
        {previewOf(props).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </fieldset>
  );
}

function previewOf({ plan, member, outcome, draft, dueBy }: DueFieldsProps): readonly string[] {
  if (!member) return [];
  const clientZone = clientZoneOf(plan.clients, draft.client || (outcome?.client ?? '')) ?? '';
  const inZones = (ms: number): string => instantInZones(ms, member.timeZone, [clientZone]);
  if (dueBy === 'time') return draft.dueAtMs === null ? [] : [inZones(draft.dueAtMs)];
  if (!outcome) return [];
  const requestedAtMs = draft.requestedAtMs ?? now();
  const terms = currentTerms(plan).of(member.id, outcome.id);
  const promises = terms.slasAt(requestedAtMs);
  if (promises.length === 0) return [t('assign.due.noPromise')];
  return promises.map(({ to, minutes }) => {
    const dueMs = terms.clock.add(requestedAtMs, minutes * 60_000);
    return Number.isFinite(dueMs)
      ? t(`assign.due.promised.${to}`, { when: inZones(dueMs) })
      : t('assign.due.noHours');
  });
}
