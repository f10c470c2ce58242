import { useMemo } from 'react';
import { nextOccurrences } from '#shared/deliverables/occurrences';
import type { Recurrence } from '#shared/deliverables/recurrence';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { now } from '../../../services/clock.ts';
import { daysFor } from '../../../services/recurrence-days.ts';
import { useSession } from '../../../state/session.ts';
import css from './assign.module.css';
import { instantInZones } from './instant-words.ts';

interface OccurrencePreviewProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly recurrence: Recurrence;
}

const SHOWN_COUNT = 5;

/** The next times it comes, on the member's wall clock and on one's own. */
export function OccurrencePreview({ plan, member, recurrence }: OccurrencePreviewProps) {
  const ownId = useSession((session) => session.memberId);
  const ownZone = plan.memberById.get(ownId)?.timeZone ?? '';
  const next = useMemo(
    () => nextOccurrences(recurrence, daysFor(recurrence, member, plan), now(), SHOWN_COUNT),
    [recurrence, member, plan],
  );
  return (
    <div className={css['next']} aria-live="polite">
      <p className={css['legend']}>{t('assign.rule.next', { name: member.name })}</p>
      {next.length === 0 ? (
        <p className={css['faint']}>{t('assign.rule.never')}</p>
      ) : (
        <ol className={css['preview']}>
          {next.map(({ atMs }) => (
            <li key={atMs}>{instantInZones(atMs, member.timeZone, [recurrence.zone, ownZone])}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
