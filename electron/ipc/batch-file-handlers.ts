import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { PullSummary, Reply } from '#shared/ipc';
import { ok } from '#shared/result';
import type { OutsideBatches } from '../outside-batches.ts';
import type { Engine } from '../sync/engine.ts';
import type { Handlers } from './answer-call.ts';
import { BATCH_FILES, askForFiles } from './dialogs.ts';
import { joinSummaries } from './join-summaries.ts';

interface BatchFileNeeds {
  readonly window: BrowserWindow;
  readonly engine: Promise<Engine>;
  readonly outsideBatches: OutsideBatches;
}

/** The calls that import batch files: chosen in a dialog, or opened outside the window. */
export function batchFileHandlers({
  window,
  engine,
  outsideBatches,
}: BatchFileNeeds): Pick<Handlers, 'chooseBatchFiles' | 'takeOpenedBatches'> {
  return {
    chooseBatchFiles: async ({ workspace }) => {
      const chosen = await askForFiles(window, 'importBatches', BATCH_FILES, true);
      return chosen.ok ? addFiles(await engine, workspace, chosen.value) : chosen;
    },
    takeOpenedBatches: async ({ workspace }) => {
      const files = outsideBatches.take().map((file) => path.resolve(file));
      return files.length === 0 ? ok(null) : addFiles(await engine, workspace, files);
    },
  };
}

/** One bad file never stops the others; a failure that is not about the file ends it. */
async function addFiles(
  engine: Engine,
  workspace: string,
  files: readonly string[],
): Reply<PullSummary> {
  const summaries: PullSummary[] = [];
  for (const file of files) {
    const added = await engine.addBatchFile(workspace, file);
    if (!added.ok) return added;
    summaries.push(added.value);
  }
  return ok(joinSummaries(summaries));
}
