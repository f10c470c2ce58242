import type { HandedSop } from '#shared/handover/hand-over-facts';
import type { Member } from '#shared/plan/member';
import { acknowledgements } from '../../data/about-sops.ts';
import type { Plan } from '../../data/plan.ts';
import { runnersSince } from '../../data/who-can-run.ts';

/** Who ran a procedure within so many days still knows it. */
const LATELY_MS = 180 * 86_400_000;

/** The procedures that a member runs, and who else can: ran it lately, or has read what is in force. */
export async function collectSops(
  plan: Plan,
  member: Member,
  nowMs: number,
): Promise<readonly HandedSop[]> {
  const [runners, read] = await Promise.all([runnersSince(nowMs - LATELY_MS), acknowledgements()]);
  return plan.sops
    .filter(({ id, isArchived }) => !isArchived && runners.get(id)?.has(member.id) === true)
    .map(({ id, title, publishedVersion }) => {
      const ran = runners.get(id) ?? new Set<string>();
      const known = new Set(
        read
          .filter(({ sopId, number }) => sopId === id && number >= publishedVersion)
          .map(({ memberId }) => memberId),
      );
      const others = plan.members.filter(
        (each) => each.id !== member.id && !each.isGone && (ran.has(each.id) || known.has(each.id)),
      );
      return {
        id,
        title,
        others: others.map((each) => ({
          memberId: each.id,
          name: each.name,
          why: ran.has(each.id) ? ('ran' as const) : ('read' as const),
        })),
      };
    });
}
