import type { HandedItem, HandOverPack } from '#shared/handover/hand-over-pack';
import type { Handing } from '../../services/handover-reassign.ts';
import { handOverState } from '#shared/sops/hand-over';
import { handOversFrom } from '../../data/asked.ts';
import { packsFrom } from '../../data/hand-overs.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';

/** How one thing that was given stands. */
export interface Given {
  readonly key: string;
  readonly kind: Handing['kind'];
  readonly id: string;
  readonly title: string;
  readonly toId: string;
  readonly atMs: number;
  readonly state: 'pending' | 'confirmed' | 'declined' | 'taken';
  readonly reason: string;
}

/** What of a member's was given to others and how they answered, the latest first. */
export const useGiven = (plan: Plan, memberId: string): readonly Given[] | undefined =>
  useLive(async () => {
    const [packs, offers] = await Promise.all([packsFrom(memberId), handOversFrom(memberId)]);
    const runs = offers.flatMap((offer): Given[] => {
      const state = handOverState(offer);
      if (offer.byId === '' || offer.atMs === 0 || state === 'takenBack') return [];
      return [
        {
          key: offer.id,
          kind: 'run',
          id: offer.runId,
          title: plan.sopById.get(offer.sopId)?.title ?? '',
          toId: offer.toId,
          atMs: offer.atMs,
          state: state === 'waiting' ? 'pending' : state,
          reason: offer.reply?.reason ?? '',
        },
      ];
    });
    const items = packs.flatMap((pack) => pack.items.map((item) => givenOf(pack, item)));
    return [...runs, ...items].toSorted((a, b) => b.atMs - a.atMs);
  }, [plan, memberId]);

const givenOf = ({ id: packId, toId, atMs }: HandOverPack, item: HandedItem): Given => ({
  key: `${packId} ${item.key}`,
  kind: item.kind,
  id: item.id,
  title: item.title,
  toId,
  atMs,
  state: item.reply?.verdict ?? 'pending',
  reason: item.reply?.reason ?? '',
});
