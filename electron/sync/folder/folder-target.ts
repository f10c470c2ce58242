import { basename, dirname, join } from 'node:path';
import { streamKey } from '#shared/stream/change';
import type { EvidencePlace } from '../evidence/evidence-place.ts';
import type { PullCount } from '../pull-count.ts';
import type { Deliver, DeliveryOutcome, SealedBatch, Target, TargetProblem } from '../target.ts';
import { withinTime } from '../time-limit.ts';
import type { Workspace } from '../workspace.ts';
import { folderEvidence } from './folder-evidence.ts';
import { folderProblemOf } from './folder-failure.ts';
import { FolderFiles } from './folder-files.ts';
import { lookAtFolder } from './marker.ts';
import { pullFolder } from './pull-folder.ts';
import { sweepTemporary } from './sweep-temporary.ts';

/** A busy file is tried for a minute; a call that never comes back is given up. */
const DELIVERY_TIME_MS = 90_000;

/** A folder that somebody's sync tool, network or stick carries to the others. */
export class FolderTarget implements Target {
  readonly kind = 'folder';
  readonly id: string;
  readonly label: string;
  readonly isEncrypted: boolean;
  readonly evidence: EvidencePlace;
  readonly batchBytes = 3 * 1024 * 1024;
  readonly backoff = { shortestMs: 1_000, firstMs: 5_000, longestMs: 60_000 };
  readonly waitMs = 0;
  readonly problemOf = folderProblemOf;
  #ws: Workspace;
  #folder: string;
  #files: FolderFiles;

  constructor(ws: Workspace, folder: string) {
    this.#ws = ws;
    this.#folder = folder;
    this.id = folder;
    this.label = basename(folder);
    this.#files = new FolderFiles(ws, folder);
    this.isEncrypted = this.#files.isEncrypted;
    this.evidence = folderEvidence(ws, folder, this.#files, () => this.check());
  }

  wake(): void {
    // A folder never says how long it is to be left alone.
  }

  close(): void {
    // Nothing is held open.
  }

  async check(): Promise<TargetProblem | null> {
    const looked = await lookAtFolder(this.#ws.fs, this.#folder, this.#ws.id);
    if (looked.problem !== null || this.#files.hasKeys) return looked.problem;
    return this.isEncrypted || looked.isEncrypted ? 'needs-keys' : null;
  }

  delivery(signal: AbortSignal): Deliver {
    const swept = new Set<string>();
    return (sealed) => this.#deliver(sealed, signal, swept);
  }

  pull(): Promise<PullCount> {
    return pullFolder(this.#ws, this.#folder, this.#files);
  }

  async #deliver(
    { index, batch, bytes }: SealedBatch,
    signal: AbortSignal,
    swept: Set<string>,
  ): Promise<DeliveryOutcome> {
    const { fs, id, nowMs } = this.#ws;
    const parts = ['v1', id, index.audience, streamKey(index), ...batch.path.split('/')];
    try {
      const file = { audience: index.audience, parts, bytes, signal };
      await withinTime(DELIVERY_TIME_MS, this.#files.deliver(file));
      const directory = dirname(join(this.#folder, ...parts));
      if (!swept.has(directory)) await sweepTemporary(fs, directory, nowMs());
      swept.add(directory);
    } catch (error) {
      return { kind: 'waits', reason: folderProblemOf(error) };
    }
    // A drive that came off in between left the file on whatever was below it.
    const problem = await this.check();
    return problem === null ? { kind: 'sent' } : { kind: 'waits', reason: problem };
  }
}
