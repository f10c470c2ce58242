import { openBlock } from '#shared/deliverables/deliverable';
import { waitedNeeds } from '#shared/deliverables/needs';
import type { HandedBlocker } from '#shared/handover/hand-over-facts';
import type { Member } from '#shared/plan/member';
import type { Entry } from '../../data/deliverables.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';

/** What of a member's waits on whom, and what of others' waits on them; longest waiting first. */
export function collectBlockers(
  plan: Plan,
  { id: memberId }: Member,
  work: readonly Entry[],
): readonly HandedBlocker[] {
  const blockers = work.flatMap((each): HandedBlocker[] => {
    const block = openBlock(each);
    const isOwn = each.memberId === memberId;
    const what = workTitle(each, plan.outcomeById.get(each.outcomeId)?.unit ?? '');
    const nameOf = (id: string): string => plan.memberById.get(id)?.name ?? '';
    const found: HandedBlocker[] = [];
    if (block && (isOwn || block.whoId === memberId)) {
      const reason = [block.reason, block.wanted].filter(Boolean).join(' · ');
      const who = isOwn
        ? nameOf(block.whoId) || t(`log.blockedOn.${block.on}`)
        : nameOf(each.memberId);
      found.push({ what, who, reason, sinceMs: block.fromMs, way: isOwn ? 'waits' : 'holds' });
    }
    for (const need of waitedNeeds(each)) {
      if (!isOwn && need.memberId !== memberId) continue;
      const who = nameOf(isOwn ? need.memberId : each.memberId);
      const sinceMs = each.requestedAtMs ?? each.startedAtMs ?? 0;
      found.push({ what, who, reason: need.title, sinceMs, way: isOwn ? 'waits' : 'holds' });
    }
    return found;
  });
  return blockers.toSorted((a, b) => a.sinceMs - b.sinceMs);
}
