import { useMemo } from 'react';
import { dayIn } from '#shared/day';
import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { proposeReceiver, withLoad } from '#shared/handover/propose-receiver';
import { isAwayOn } from '#shared/plan/absence';
import type { Member } from '#shared/plan/member';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { formatWorkTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { memberLoads, UNKNOWN_WORK_MS } from '../../services/member-loads.ts';
import type { Option } from '../../ui/select.tsx';
import type { Item } from './items.ts';
import { itemKey } from './items.ts';

/** Nobody: it stays where it is. */
export const STAYS = '';

export interface Receivers {
  /** Whom to propose for each thing, by `itemKey`. */
  readonly proposed: ReadonlyMap<string, string>;
  readonly optionsFor: (item: Item) => readonly Option[];
}

/** Who could take a member's things, and whom to propose for each of them. */
export function useReceivers(
  plan: Plan,
  member: Member,
  facts: HandOverFacts,
  items: readonly Item[],
  nowMs: number,
): Receivers | undefined {
  const loads = useLive(async () => await memberLoads(plan), [plan]);
  return useMemo(
    () => loads && receiversOf(plan, member, facts, items, nowMs, loads),
    [plan, member, facts, items, nowMs, loads],
  );
}

function receiversOf(
  plan: Plan,
  member: Member,
  facts: HandOverFacts,
  items: readonly Item[],
  nowMs: number,
  loads: ReadonlyMap<string, number>,
): Receivers {
  const others = plan.members.filter(({ id, isGone }) => !isGone && id !== member.id);
  const isAway = ({ leave, timeZone }: Member): boolean => isAwayOn(leave, dayIn(timeZone, nowMs));
  const knows = ({ id }: Member, item: Item): boolean =>
    item.sopId === ''
      ? (plan.outcomeById.get(item.outcomeId)?.memberIds.includes(id) ?? false)
      : (facts.sops
          .find((sop) => sop.id === item.sopId)
          ?.others.some(({ memberId }) => memberId === id) ?? false);
  // Whoever gives it out can always do it; they are proposed only where nobody else is there.
  const proposable = others.some(({ seat }) => seat === 'assistant')
    ? others.filter(({ seat }) => seat === 'assistant')
    : others;
  const proposed = new Map<string, string>();
  let expected = loads;
  for (const item of items) {
    const toId = proposeReceiver(
      proposable.map((each) => ({
        memberId: each.id,
        canDoIt: knows(each, item),
        isStandIn: plan.outcomeById.get(item.outcomeId)?.standInId === each.id,
        isAway: isAway(each),
        loadMs: expected.get(each.id) ?? 0,
      })),
    );
    proposed.set(itemKey(item), toId);
    if (item.kind === 'work') expected = withLoad(expected, toId, UNKNOWN_WORK_MS);
  }
  const optionsFor = (item: Item): readonly Option[] => [
    { value: STAYS, label: t('handover.give.stays') },
    ...others.map((each) => ({
      value: each.id,
      label: each.name,
      hint: [
        knows(each, item) && t('handover.give.canRun'),
        isAway(each) && t('handover.give.away'),
        t('handover.give.load', { length: formatWorkTime(loads.get(each.id) ?? 0) }),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  ];
  return { proposed, optionsFor };
}
