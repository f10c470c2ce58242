import { startImporter } from '../data/import/start-importer.ts';
import { InTurn } from '../data/in-turn.ts';
import { areTermsStale } from '../data/marks.ts';
import type { Projection } from '../data/projection.ts';
import { countWork } from '../data/retune.ts';
import { now } from './clock.ts';

/** A second one waits, and finds nothing left unless the plan changed again. */
const retuning = new InTurn();

/**
 * Measures the roll-ups anew where the plan's terms have changed: in the worker where there is much to
 * measure, so that the window stays usable. What is cut off is gone on with by the next catch-up.
 */
export async function retuneIfStale(db: Projection, founderKey: string): Promise<void> {
  if (!(await areTermsStale(db))) return;
  await retuning.run(async () => {
    if (!(await areTermsStale(db))) return;
    const importer = startImporter(db, await countWork(db), { founderKey, nowMs: now() });
    try {
      await importer.retune();
    } finally {
      importer.close();
    }
  });
}

/** The same for what was saved here; nobody waits for it. */
export async function retuneQuietly(db: Projection | null, founderKey: string): Promise<void> {
  try {
    if (db) await retuneIfStale(db, founderKey);
  } catch {
    // The session ended meanwhile, or the database is being rebuilt: the mark stays for the next catch-up.
  }
}
