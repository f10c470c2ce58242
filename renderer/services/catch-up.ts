import type { HeadEntry } from '#shared/ipc';
import { fail, ok } from '#shared/result';
import { projectionName } from '../data/projection.ts';
import { IDLE, useSession } from '../state/session.ts';
import type { CaughtUp } from './merge-missing.ts';
import { mergeMissing } from './merge-missing.ts';
import type { Merged } from './merge-streams.ts';
import { NOTHING_NEW, joinMerged } from './merge-streams.ts';
import { rebuildDatabase } from './rebuild-database.ts';

let running: Promise<CaughtUp> | null = null;
let isWantedAgain = false;
let isCancelled = false;

/**
 * Brings the database up to what the streams say, and rebuilds it where it holds anything else or
 * cannot be read. Asked while it runs, it looks once more before it answers. `heads` spares the first
 * question to the main process. A failure is also shown by the session until the next attempt.
 */
export function catchUp(heads?: readonly HeadEntry[]): Promise<CaughtUp> {
  isCancelled = false;
  if (running) isWantedAgain = true;
  running ??= Promise.resolve().then(async () => await catchUpAll(heads));
  return running;
}

/** Stops after the chunk in hand. What is left is merged by the next catch-up. */
export function cancelCatchUp(): void {
  isCancelled = true;
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
  try {
    caughtUp = await catchUpUntilQuiet(heads);
    return caughtUp;
  } finally {
    running = null;
    useSession.setState({
      merge: IDLE,
      failure: caughtUp.ok ? null : caughtUp.error,
      ...(caughtUp.ok && { waiting: caughtUp.value.waiting }),
    });
  }
}

async function catchUpUntilQuiet(first: readonly HeadEntry[] | undefined): Promise<CaughtUp> {
  let merged = NOTHING_NEW;
  let [heads, mayRebuild] = [first, true];
  do {
    isWantedAgain = false;
    const { workspace } = useSession.getState();
    if (!workspace) break;
    const once = await mergeMissing(workspace, heads, () => isCancelled);
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
  } while (isWantedAgain);
  return ok(merged);
}
