import type { ApplyOptions } from '../arrival-merge.ts';
import { mergeAll } from '../apply.ts';
import type { MergedChange } from '../change-source.ts';
import type { Gate } from './gate.ts';
import { changeOf, parsedLine } from './incoming.ts';
import type { Projection } from '../projection.ts';
import type { RefusedChange } from '../stored.ts';
import type { MergeTally } from '../tally.ts';
import { NOTHING_MERGED, addTallies } from '../tally.ts';

/**
 * Merges what was refused and is allowed by now: the plan that allows it may arrive after the change,
 * and the order of arrival must not decide what is true.
 */
export async function settleRefused(
  db: Projection,
  gate: Gate,
  options: ApplyOptions,
): Promise<MergeTally> {
  try {
    return await db.transaction('rw', db.tables, async () => {
      const allowed = (await db.refused.toArray()).flatMap((refused) => {
        const change = changeOf(parsedLine(refused.line), refused.seq);
        return change && isAllowed(gate, refused, change) ? [{ refused, change }] : [];
      });
      let tally = NOTHING_MERGED;
      for (const { refused, change } of allowed) {
        const source = { ...refused, isOwn: false };
        tally = addTallies(tally, await mergeAll(db, source, [change], options));
      }
      await db.refused.bulkDelete(allowed.map(({ refused }) => refused.key));
      return tally;
    });
  } catch (error) {
    options.cache.clear();
    throw error;
  }
}

const isAllowed = (gate: Gate, refused: RefusedChange, change: MergedChange): boolean =>
  gate.refusalOf({ ...refused, isOwn: false }, change) === null;
