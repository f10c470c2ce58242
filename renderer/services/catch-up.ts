import type { HeadEntry } from '#shared/ipc';
import { fail, ok } from '#shared/result';
import { projectionName } from '../data/projection.ts';
import { IDLE, useSession } from '../state/session.ts';
import { KeptImporter } from './kept-importer.ts';
import type { CaughtUp, MergeRun } from './merge-missing.ts';
import { mergeMissing } from './merge-missing.ts';
import type { Merged } from './merge-streams.ts';
import { resumeMerge } from './merge-pause.ts';
import { ProgressOfMerge } from './merge-progress.ts';
import { NOTHING_NEW, joinMerged } from './merge-streams.ts';
import { rebuildDatabase } from './rebuild-database.ts';

let running: Promise<CaughtUp> | null = null;
let isWantedAgain = false;
let isCancelled = false;

/**
 * Brings the database up to what the streams say, and rebuilds it where it holds anything else or
 * cannot be read. Asked while it runs, it looks once more before it answers. `heads` spares the first
 * question to the main process. A failure is also shown by the session until the next attempt. Where
 * somebody stopped it, it stays so until `continueCatchUp` or another session.
 */
export function catchUp(heads?: readonly HeadEntry[]): Promise<CaughtUp> {
  if (useSession.getState().merge.phase === 'stopped') return Promise.resolve(ok(NOTHING_NEW));
  if (running) isWantedAgain = true;
  running ??= Promise.resolve().then(async () => await catchUpAll(heads));
  return running;
}

/** Stops after what the importer has in hand. What is left waits where it is, also over a restart. */
export function stopCatchUp(): void {
  if (!running) return;
  isCancelled = true;
  resumeMerge();
}

/** The same as `catchUp` for whoever asks by hand: it goes on where it was stopped. */
export async function continueCatchUp(): Promise<CaughtUp> {
  // One that was stopped just now ends first: it would not merge what is left.
  if (isCancelled) await running;
  if (useSession.getState().merge.phase === 'stopped') useSession.setState({ merge: IDLE });
  return await catchUp();
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

async function catchUpAll(heads: readonly HeadEntry[] | undefined): Promise<CaughtUp> {
  let caughtUp: CaughtUp = fail('unexpected', 'later');
  const run = {
    importer: new KeptImporter(),
    progress: new ProgressOfMerge(),
    isCancelled: () => isCancelled,
  };
  try {
    caughtUp = await catchUpUntilQuiet(heads, run);
    return caughtUp;
  } finally {
    await run.importer.close();
    running = null;
    useSession.setState({
      merge: run.progress.end(isCancelled),
      failure: caughtUp.ok ? null : caughtUp.error,
      ...(caughtUp.ok && { waiting: caughtUp.value.waiting }),
    });
    isCancelled = false;
    resumeMerge();
  }
}

async function catchUpUntilQuiet(
  first: readonly HeadEntry[] | undefined,
  run: MergeRun,
): Promise<CaughtUp> {
  let merged = NOTHING_NEW;
  let [heads, mayRebuild] = [first, true];
  do {
    isWantedAgain = false;
    const { workspace } = useSession.getState();
    if (!workspace) break;
    const once = await mergeMissing(workspace, heads, run);
    heads = undefined;
    if (once.ok) {
      merged = joinMerged(merged, once.value);
      for (const collect of collectors) collect(once.value);
      continue;
    }
    // What is wrong with a database that was left is no reason to touch the one that is open now.
    if (useSession.getState().workspace?.id !== workspace.id) continue;
    if (once.error.code !== 'projection-stale') return once;
    const isRebuilt = mayRebuild && (await rebuildDatabase(projectionName(workspace.id)));
    if (!isRebuilt) return fail('unexpected', 'later', once.error.detail);
    mayRebuild = false;
    isWantedAgain = true;
  } while (isWantedAgain && !run.isCancelled());
  return ok(merged);
}
