import { openDatabase } from '../data/current.ts';
import { countOldRows } from '../data/compact.ts';
import { rowsFrom } from '../data/apply.ts';
import { startImporter } from '../data/import/start-importer.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';

/** After the first screen, and about once a working day. */
const FIRST_MS = 20_000;
const EVERY_MS = 6 * 60 * 60 * 1000;

/** Packs work that has grown old, now and then, until the answer is called. */
export function compactNowAndThen(): () => void {
  const first = setTimeout(() => void compactQuietly(), FIRST_MS);
  const every = setInterval(() => void compactQuietly(), EVERY_MS);
  return () => {
    clearTimeout(first);
    clearInterval(every);
  };
}

async function compactQuietly(): Promise<void> {
  try {
    await compactHistory();
  } catch {
    // The session ended meanwhile, or the database is being rebuilt: the next time will do.
  }
}

/** Packs completed work that is too old for a row of its own. Answers how many. */
async function compactHistory(): Promise<number> {
  const db = openDatabase();
  const { workspace } = useSession.getState();
  if (!db || !workspace) return 0;
  const count = await countOldRows(db, rowsFrom(now()));
  if (count === 0) return 0;
  const options = { founderKey: workspace.founderKey, nowMs: now() };
  const importer = startImporter(db, count, options);
  try {
    return await importer.compact();
  } finally {
    importer.close();
  }
}
