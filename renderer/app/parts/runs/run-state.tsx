import type { Run } from '#shared/sops/run';
import type { RunStanding } from '#shared/sops/run-standing';
import type { Plan } from '../../../data/plan.ts';
import { formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { Tone } from '../../../ui/badge.tsx';
import { Badge } from '../../../ui/badge.tsx';

interface RunStateProps {
  readonly standing: RunStanding;
  readonly plan: Plan;
  /** IANA zone of whoever runs it. */
  readonly zone: string;
  readonly nowMs: number;
}

/** Where a run stands in a word; nothing for one that simply goes on or is finished. */
export function RunStateBadge({ standing, plan, zone, nowMs }: RunStateProps) {
  const { state, untilMs } = standing;
  if (state === 'underWay' || state === 'finished') return null;
  const isOverdue = state === 'due' && untilMs !== null && untilMs < nowMs;
  const until = untilMs === null ? '' : formatTime(untilMs, zone);
  const tone: Tone = isOverdue ? 'bad' : TONES[state];
  return (
    <Badge tone={tone}>
      {isOverdue ? t('checklists.run.overdue') : stateText(standing, plan)}
      {state === 'due' && until !== '' && ` ${t('checklists.run.dueBy', { time: until })}`}
      {state === 'waiting' &&
        until !== '' &&
        ` ${t('checklists.run.waitingUntil', { time: until })}`}
    </Badge>
  );
}

const TONES: Readonly<Record<Exclude<RunStanding['state'], 'underWay' | 'finished'>, Tone>> = {
  due: 'accent',
  waitOver: 'accent',
  paused: 'neutral',
  waiting: 'neutral',
  blocked: 'warn',
  abandoned: 'warn',
  missed: 'warn',
  handed: 'neutral',
};

function stateText({ state, hold }: RunStanding, plan: Plan): string {
  if (state === 'blocked' && hold) {
    const who = plan.memberById.get(hold.whoId)?.name ?? t(`log.blockedOn.${hold.on}`);
    return t('checklists.run.blockedOn', { who });
  }
  return state === 'blocked' || state === 'underWay' ? '' : t(`checklists.run.${state}`);
}

/** Why nobody began a run in time, in words; empty where that is not so. */
export function missedText({ missedReason, abandonReason }: Run): string {
  if (missedReason === 'skipped' && abandonReason !== '') {
    return t('checklists.leftOut', { reason: abandonReason });
  }
  return missedReason === null ? '' : t(`checklists.missedReason.${missedReason}`);
}

/** Why a run was not finished, in words; empty where nothing is to be said. */
export function runReason({ hold }: RunStanding, run: Run): string {
  if (hold) return hold.reason;
  if (run.finishedAtMs !== null) return '';
  if (run.abandonedAtMs !== null) return run.abandonReason;
  return missedText(run);
}
