import type { HeadEntry, IpcFailure, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import { bridge } from '../bridge.ts';
import { currentProjection, recreateProjection } from '../data/current.ts';
import { FEW_CHANGES, startImporter } from '../data/import/start-importer.ts';
import { projectionName } from '../data/projection.ts';
import type { Behind, Standing } from '../data/standing.ts';
import { inImportOrder, standingOf } from '../data/standing.ts';
import type { MergeProgress } from '../state/session.ts';
import { IDLE, useSession } from '../state/session.ts';
import { now } from './clock.ts';
import type { Merged } from './merge-streams.ts';
import { NOTHING_NEW, joinMerged, mergeStreams } from './merge-streams.ts';

type CaughtUp = Result<Merged, IpcFailure>;

let running: Promise<CaughtUp> | null = null;
let isWantedAgain = false;
let isCancelled = false;

/**
 * Brings the database up to what the streams say, and rebuilds it where it holds anything else or
 * cannot be read. Asked while it runs, it looks once more before it answers. `heads` spares the first
 * question to the main process.
 */
export function catchUp(heads?: readonly HeadEntry[]): Promise<CaughtUp> {
  isCancelled = false;
  if (running) isWantedAgain = true;
  running ??= Promise.resolve().then(async () => await catchUpAll(heads));
  return running;
}

const collectors = new Set<(merged: Merged) => void>();

/** Gathers what every catch-up merges from now on, whoever asked for it, until `finish`. */
export function collectMerged(): { readonly finish: () => Merged } {
  let all = NOTHING_NEW;
  const collect = (merged: Merged): void => {
    all = joinMerged(all, merged);
  };
  collectors.add(collect);
  return {
    finish: () => {
      collectors.delete(collect);
      return all;
    },
  };
}

/** Stops after the chunk in hand. What is left is merged by the next catch-up. */
export function cancelCatchUp(): void {
  isCancelled = true;
}

async function catchUpAll(first: readonly HeadEntry[] | undefined): Promise<CaughtUp> {
  let merged = NOTHING_NEW;
  let [heads, mayRebuild] = [first, true];
  try {
    do {
      isWantedAgain = false;
      const { workspace } = useSession.getState();
      if (!workspace) return ok(merged);
      const once = await catchUpOnce(workspace, heads);
      heads = undefined;
      if (once.ok) {
        merged = joinMerged(merged, once.value);
        for (const collect of collectors) collect(once.value);
      } else if (once.error.code === 'projection-stale' && mayRebuild) {
        mayRebuild = false;
        isWantedAgain = true;
        await recreateProjection(projectionName(workspace.id));
      } else {
        return once;
      }
    } while (isWantedAgain);
    useSession.setState({ waiting: merged.waiting });
    return ok(merged);
  } finally {
    running = null;
    useSession.setState({ merge: IDLE });
  }
}

async function catchUpOnce(
  workspace: WorkspaceEntry,
  heads: readonly HeadEntry[] | undefined,
): Promise<CaughtUp> {
  try {
    const standing = await currentStanding(workspace, heads);
    if (!standing.ok) return standing;
    if (standing.value === 'stale') return fail('projection-stale', 'later');
    if (standing.value.length === 0) return ok(NOTHING_NEW);
    return await mergeBehind(workspace, inImportOrder(standing.value, workspace.founderKey));
  } catch (error) {
    if (!isOpen(workspace)) return ok(NOTHING_NEW);
    // IndexedDB answers a damaged or vanished database in many ways; each is mended by a new one.
    return fail('projection-stale', 'later', { cause: causeOf(error) });
  }
}

/** Cursors are read before heads: what is saved in between makes the database behind, never ahead. */
async function currentStanding(
  { id }: WorkspaceEntry,
  known: readonly HeadEntry[] | undefined,
): Promise<Result<Standing, IpcFailure>> {
  const cursors = await currentProjection().cursors.toArray();
  const standing = known && standingOf(known, cursors);
  if (standing && standing !== 'stale') return ok(standing);
  const heads = await bridge.heads({ workspace: id });
  return heads.ok ? ok(standingOf(heads.value, cursors)) : heads;
}

async function mergeBehind(
  workspace: WorkspaceEntry,
  behind: readonly Behind[],
): Promise<CaughtUp> {
  const db = currentProjection();
  const total = behind.reduce((sum, { afterSeq, lastSeq }) => sum + lastSeq - afterSeq, 0);
  const isRebuild = total > FEW_CHANGES && (await db.cursors.count()) === 0;
  let progress: MergeProgress = { phase: isRebuild ? 'rebuilding' : 'merging', done: 0, total };
  useSession.setState({ merge: progress });
  const importer = startImporter(db, total, { founderKey: workspace.founderKey, nowMs: now() });
  try {
    return await mergeStreams(workspace.id, behind, importer, {
      onProgress: (changes) => {
        progress = { ...progress, done: progress.done + changes };
        useSession.setState({ merge: progress });
      },
      isCurrent: () => !isCancelled && isOpen(workspace),
    });
  } finally {
    importer.close();
  }
}

const isOpen = ({ id }: WorkspaceEntry): boolean => useSession.getState().workspace?.id === id;

/** Its name alone: a message could quote what a person typed. */
const causeOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
