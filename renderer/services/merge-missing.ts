import type { HeadEntry, IpcFailure, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import { bridge } from '../bridge.ts';
import { openDatabase } from '../data/current.ts';
import { isUnpackFailure } from '../data/import/unpack-chunk.ts';
import type { Projection } from '../data/projection.ts';
import type { Behind, Standing } from '../data/standing.ts';
import { inImportOrder, standingOf } from '../data/standing.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';
import type { KeptImporter } from './kept-importer.ts';
import { mergePause } from './merge-pause.ts';
import type { ProgressOfMerge } from './merge-progress.ts';
import type { Merged } from './merge-streams.ts';
import { NOTHING_NEW, mergeStreams } from './merge-streams.ts';
import { retuneIfStale } from './retune.ts';

export type CaughtUp = Result<Merged, IpcFailure>;

/** What all looks of one catch-up share. */
export interface MergeRun {
  readonly importer: KeptImporter;
  readonly progress: ProgressOfMerge;
  readonly isCancelled: () => boolean;
  /** All is read unpacked from now on: the window could not unpack what it got. */
  readonly isPlain?: boolean;
}

/**
 * While a database is rebuilt the screen is empty, so what comes is shown now and then: drawing costs the
 * more the more there is, so that each time waits as long as all before it.
 */
const SHOWN_AFTER_MS = 2_000;

/**
 * Merges what the open database lacks. `projection-stale` where only a rebuild mends it: it holds what
 * the streams do not say, or cannot be read. A database that is left meanwhile is nobody's failure.
 */
export async function mergeMissing(
  workspace: WorkspaceEntry,
  heads: readonly HeadEntry[] | undefined,
  run: MergeRun,
): Promise<CaughtUp> {
  const db = openDatabase();
  if (!db) return ok(NOTHING_NEW);
  const isLeft = (): boolean => openDatabase() !== db;
  try {
    // Before what is missing is asked: what is read in between counts twice until the next look, not never.
    const unread = await unreadCount(workspace);
    const standing = await currentStanding(db, workspace, heads);
    if (isLeft()) return ok(NOTHING_NEW);
    if (!standing.ok) return standing;
    if (standing.value === 'stale') return fail('projection-stale', 'later');
    const isCurrent = (): boolean => !run.isCancelled() && !isLeft();
    const behind = inImportOrder(standing.value, workspace.founderKey);
    const merged =
      behind.length === 0
        ? ok(NOTHING_NEW)
        : await mergeBehind(db, workspace, { behind, unread }, run, isCurrent);
    // Also where nothing was missing: the last time may have been cut off before it came to this.
    if (isCurrent()) await retuneIfStale(db, workspace.founderKey);
    return merged;
  } catch (error) {
    if (!isLeft() && isUnpackFailure(error) && !run.isPlain) {
      return await mergeMissing(workspace, undefined, { ...run, isPlain: true });
    }
    // IndexedDB answers a damaged or vanished database in many ways; each is mended by a new one.
    return isLeft()
      ? ok(NOTHING_NEW)
      : fail('projection-stale', 'later', { cause: causeOf(error) });
  }
}

/** Changes that the main process has found and is still reading. */
async function unreadCount({ id }: WorkspaceEntry): Promise<number> {
  if (useSession.getState().sync?.phase !== 'reading') return 0;
  const status = await bridge.syncStatus({ workspace: id });
  return status.ok ? status.value.unreadCount : 0;
}

/** Cursors are read before heads: what is saved in between makes the database behind, never ahead. */
async function currentStanding(
  db: Projection,
  { id }: WorkspaceEntry,
  known: readonly HeadEntry[] | undefined,
): Promise<Result<Standing, IpcFailure>> {
  const cursors = await db.cursors.toArray();
  const standing = known && standingOf(known, cursors);
  if (standing && standing !== 'stale') return ok(standing);
  const heads = await bridge.heads({ workspace: id });
  return heads.ok ? ok(standingOf(heads.value, cursors)) : heads;
}

async function mergeBehind(
  db: Projection,
  { id, founderKey }: WorkspaceEntry,
  { behind, unread }: { readonly behind: readonly Behind[]; readonly unread: number },
  run: MergeRun,
  isCurrent: () => boolean,
): Promise<CaughtUp> {
  const total = behind.reduce((sum, { afterSeq, lastSeq }) => sum + lastSeq - afterSeq, 0);
  const isEmpty = (await db.cursors.count()) === 0;
  const { progress, isPlain = false } = run;
  progress.begin(isEmpty ? 'rebuilding' : 'merging', total, unread);
  const importer = run.importer.for(db, total, { founderKey, nowMs: now() });
  const beganAtMs = now();
  let showAtMs = beganAtMs + SHOWN_AFTER_MS;
  return await mergeStreams({ workspace: id, isPlain }, behind, importer, {
    onProgress: (changes) => progress.add(changes),
    mayGoOn: async () => {
      const pause = mergePause();
      const isDue = isEmpty && now() > showAtMs;
      if (!pause && !isDue) return;
      await importer.tell();
      showAtMs = beganAtMs + 2 * (now() - beganAtMs);
      if (!pause) return;
      progress.pause();
      await pause;
      progress.goOn();
    },
    isCurrent,
  });
}

/** Its name alone: a message could quote what a person typed. */
const causeOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
