import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { openHold } from '#shared/sops/run';
import { usePlanProblems } from '../../../app/parts/use-plan-problems.ts';
import { useAsked } from '../../../app/parts/asked-of-you/use-asked.ts';
import type { Asked } from '../../../app/parts/asked-of-you/use-asked.ts';
import { checkIn } from '../../../data/check-ins.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { openActions, readReviews } from '../../../data/reviews.ts';
import { openRunsOfAll } from '../../../data/runs.ts';
import { useSession } from '../../../state/session.ts';
import type { OverviewFacts } from '../use-overview.ts';
import { useSopItems } from '../sop-attention/use-sop-items.ts';
import { inOrder } from './attention-item.ts';
import type { AttentionItem, Gap } from './attention-item.ts';
import {
  actionItems,
  checkInItems,
  owedCheckIns,
  reviewItems,
  reviewsToRead,
} from './cadence-attention.ts';
import { workAttention } from './work-attention.ts';

export interface AttentionInput {
  readonly plan: Plan;
  /** Who looks. */
  readonly memberId: string;
  readonly facts: Pick<OverviewFacts, 'open' | 'aged' | 'terms' | 'hasHistory'>;
  readonly today: DayKey;
  readonly nowMs: number;
}

/** All that needs the manager now, the weightiest first; undefined until it has been read. */
export function useAttention(input: AttentionInput): readonly AttentionItem[] | undefined {
  const { plan, memberId, facts, today, nowMs } = input;
  const asked = useAsked(memberId);
  const runs = useLive(() => runsOn(memberId), [memberId]);
  const cadences = useCadenceItems(input);
  const gaps = useSession((session) => session.sync?.gaps);
  const problems = usePlanProblems(plan);
  const sops = useSopItems(plan, today);
  const { open, aged, terms, hasHistory } = facts;
  const work = useMemo(
    () => workAttention({ open, aged, terms, memberId, nowMs }),
    [open, aged, terms, memberId, nowMs],
  );
  return useMemo(() => {
    if (!asked || !runs || !cadences || !problems || !sops) return undefined;
    return inOrder([
      ...work,
      ...runs,
      ...askedItems(asked),
      ...gapItems(gaps ?? []),
      ...cadences,
      // Before anything was logged, the plan is being made and not yet to be mended.
      ...(hasHistory ? problems : []).map(
        (problem) =>
          ({
            kind: 'plan',
            key: `plan ${problem.subject} ${problem.id} ${problem.code}`,
            problem,
          }) as const,
      ),
      ...sops.map((item) => ({ kind: 'sop', key: `sop ${item.sop.id}`, item }) as const),
    ]);
  }, [work, asked, runs, cadences, gaps, problems, sops, hasHistory]);
}

/** Checklists that cannot go on until this manager says something, the longest-standing first. */
async function runsOn(memberId: string): Promise<readonly AttentionItem[]> {
  const waiting = (await openRunsOfAll()).flatMap((run) => {
    const hold = openHold(run);
    if (hold?.kind !== 'blocked') return [];
    const isOn = hold.whoId === '' ? hold.on === 'manager' : hold.whoId === memberId;
    return isOn ? [{ kind: 'run', key: `run ${run.id} ${hold.id}`, run, hold } as const] : [];
  });
  return waiting.toSorted((a, b) => a.hold.fromMs - b.hold.fromMs);
}

const askedItems = ({ declined, refused, toTake, toSign }: Asked): readonly AttentionItem[] => [
  ...declined.map(
    (asked) => ({ kind: 'declined', key: `back ${asked.handOver.id}`, asked }) as const,
  ),
  ...refused.map((asked) => ({ kind: 'refused', key: `back ${asked.signOff.id}`, asked }) as const),
  ...toTake.map((asked) => ({ kind: 'take', key: `take ${asked.handOver.id}`, asked }) as const),
  ...toSign.map((asked) => ({ kind: 'sign', key: `sign ${asked.signOff.id}`, asked }) as const),
];

/** One line for all that is missing of one member. */
function gapItems(gaps: readonly Gap[]): readonly AttentionItem[] {
  const byMember = new Map<string, [Gap, ...Gap[]]>();
  for (const gap of gaps) {
    const held = byMember.get(gap.memberId);
    if (held) held.push(gap);
    else byMember.set(gap.memberId, [gap]);
  }
  return [...byMember].map(([memberId, own]) => {
    const key = `gap ${memberId} ${own.map(({ lastMissing }) => lastMissing).join(' ')}`;
    return { kind: 'gap', key, memberId, gaps: own };
  });
}

/** What is due or was left out of check-ins and reviews; looked at anew every hour and with every change. */
function useCadenceItems(input: AttentionInput): readonly AttentionItem[] | undefined {
  const { plan, memberId, today, nowMs } = input;
  const hour = Math.floor(nowMs / HOUR_MS);
  return useLive(async () => {
    const refs = reviewsToRead(plan, memberId, nowMs);
    const owed = owedCheckIns(plan, nowMs);
    const [reviews, checkIns, actions] = await Promise.all([
      readReviews(refs),
      Promise.all(owed.map((each) => checkIn(each.memberId, each.day))),
      openActions(memberId),
    ]);
    const given = new Set(owed.filter((_, at) => typeof checkIns[at]?.checkedInAtMs === 'number'));
    return [
      ...actionItems(actions, today),
      ...reviewItems(plan, memberId, nowMs, (id) => reviews.get(id)),
      ...checkInItems(owed, (each) => given.has(each)),
    ];
  }, [plan, memberId, today, hour]);
}

const HOUR_MS = 3_600_000;
