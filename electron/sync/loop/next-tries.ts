import type { EvidenceWaiting, WaitReason } from '#shared/ipc';
import { type Backoff, Retry } from '../retry.ts';
import type { Workspace } from '../workspace.ts';
import { isSettled } from './wait-reasons.ts';

const NO_TARGET: Backoff = { shortestMs: 1_000, firstMs: 5_000, longestMs: 60_000 };

/** When what waits is tried again by itself: the log, and the files that belong to it. */
export class NextTries {
  #ws: Workspace;
  #signal: AbortSignal;
  #log: Retry;
  #files: Retry;

  /** @param signal after which nothing is planned any more */
  constructor(ws: Workspace, signal: AbortSignal, sendLog: () => void, moveFiles: () => void) {
    this.#ws = ws;
    this.#signal = signal;
    this.#log = new Retry(sendLog);
    this.#files = new Retry(moveFiles);
  }

  get isLogPlanned(): boolean {
    return this.#log.isPlanned;
  }

  /** @param reason what the log waits for after a try */
  planLog(reason: WaitReason): void {
    this.#ws.nextTryAtMs = null;
    if (isSettled(reason)) this.#log.reset();
    else this.#ws.nextTryAtMs = this.#ws.nowMs() + this.#plan(this.#log);
  }

  planFiles(waiting: EvidenceWaiting): void {
    if (waiting === 'none' || waiting === 'no-folder') this.#files.reset();
    else if (!this.#signal.aborted) this.#plan(this.#files);
  }

  /** What was waiting for the target before says nothing about a new one. */
  forget(): void {
    this.#log.reset();
  }

  stop(): void {
    this.#log.stop();
    this.#files.stop();
  }

  #plan(retry: Retry): number {
    const { target } = this.#ws;
    if (this.#signal.aborted) return 0;
    return target === null ? retry.plan(NO_TARGET) : retry.plan(target.backoff, target.waitMs);
  }
}
