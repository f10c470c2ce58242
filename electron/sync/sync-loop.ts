import type { IpcFailure, PullSummary, SyncStatus, WaitReason } from '#shared/ipc';
import type { Result } from '#shared/result';
import { writeDelivery } from './delivery-file.ts';
import { EvidenceWork } from './evidence/evidence-work.ts';
import { FolderWatch } from './folder/watch-folder.ts';
import { isOutOfSpace } from './journal/journal.ts';
import { deliverAll } from './loop/deliver.ts';
import { NextTries } from './loop/next-tries.ts';
import { Reading } from './loop/reading.ts';
import { sealAll } from './loop/seal.ts';
import { StartCheck } from './loop/start-check.ts';
import { StatusNews } from './loop/status-news.ts';
import { isAway, isSettled } from './loop/wait-reasons.ts';
import { OutageWatch } from './outages/outage-watch.ts';
import type { PullCount } from './pull-count.ts';
import type { TargetProblem } from './target.ts';
import { withinTime } from './time-limit.ts';
import type { Workspace } from './workspace.ts';

/** The first screen comes first. */
const FIRST_CYCLE_AFTER_MS = 1_500;
const SEAL_AFTER_MS = 15 * 60_000;
const SEAL_AT_BYTES = 256 * 1024;
const LISTING_EVERY_MS = 60_000;
const CLOSING_MS = 2_000;

/**
 * Moves one workspace's changes: seals the journal, delivers to the target, takes in what others left
 * there. Runs by itself until closed; a call of the window only makes it happen now.
 */
export class SyncLoop {
  readonly ws: Workspace;
  readonly evidence: EvidenceWork;
  readonly outages: OutageWatch;
  #stop = new AbortController();
  #watch = new FolderWatch(() => void this.pull());
  #sealTimer: NodeJS.Timeout | null = null;
  #firstTimer: NodeJS.Timeout | null = null;
  #listTimer: NodeJS.Timeout | null = null;
  #news: StatusNews;
  #tries: NextTries;
  #startCheck: StartCheck;
  #reading: Reading;

  constructor(ws: Workspace) {
    this.ws = ws;
    this.evidence = new EvidenceWork(ws, () => this.#trySend(), this.#stop.signal);
    this.outages = new OutageWatch(ws);
    const { signal } = this.#stop;
    this.#news = new StatusNews(ws, () => this.evidence.status(), signal);
    this.#tries = new NextTries(
      ws,
      signal,
      () => void this.#trySend(),
      () => void this.moveEvidence(),
    );
    this.#startCheck = new StartCheck(ws);
    this.#reading = new Reading({
      ws,
      news: this.#news,
      outages: this.outages,
      startCheck: this.#startCheck,
      onRead: () => this.#noteRead(),
      onProblem: (problem) => this.#noteProblem(problem),
    });
    ws.onAppended = () => this.#noteAppended();
    ws.onTouched = () => this.#news.announce();
  }

  /** Picks up what the last run left, and looks at the target regularly from now on. */
  start(): void {
    this.ws.watchFolders = (directories) => this.#watch.watch(directories);
    this.outages.begin();
    this.#firstTimer = setTimeout(() => void this.cycle(), FIRST_CYCLE_AFTER_MS);
    this.#listTimer = setInterval(() => void this.#lookByItself(), LISTING_EVERY_MS);
    this.#firstTimer.unref();
    this.#listTimer.unref();
  }

  /** Sends what waits and reads what came. */
  async cycle(): Promise<void> {
    await this.#trySend();
    await this.look();
  }

  /** Reads what came. Seals nothing: many small batches would cost every reader. */
  async look(): Promise<void> {
    if (this.ws.target !== null) await this.pull();
  }

  async status(): Promise<SyncStatus> {
    return await this.#news.status();
  }

  /** Sends and fetches files, in their own lane: the log does not wait for it. */
  async moveEvidence(): Promise<void> {
    await this.evidence.run();
    this.#tries.planFiles(this.evidence.waiting);
  }

  /** Seals and delivers everything, now. File failures show as the status's reason to wait. */
  async send(): Promise<SyncStatus> {
    await this.ws.lane.run(() => this.#send(true));
    return await this.status();
  }

  /** The same for whoever asks by hand: what was to be waited for, and what was refused, is tried again. */
  async sendNow(): Promise<SyncStatus> {
    this.ws.target?.wake();
    return await this.send();
  }

  async #trySend(): Promise<void> {
    await this.ws.lane.run(() => this.#send(false));
  }

  /**
   * A receiver that does not answer is asked again when its next try is due, not every minute: until then
   * it is away, as far as anybody knows.
   */
  async #lookByItself(): Promise<void> {
    const { target, waiting } = this.ws;
    const isDueLater = target?.kind === 'endpoint' && this.#tries.isLogPlanned;
    if (isDueLater && isAway(waiting)) this.outages.noteTarget(waiting);
    else await this.look();
  }

  async pull(): Promise<Result<PullSummary, IpcFailure>> {
    return await this.#reading.pull();
  }

  /** Runs a job that adds batches; the window is told where that brought something to merge. */
  async take(job: (count: PullCount) => Promise<void>): Promise<Result<PullSummary, IpcFailure>> {
    return await this.#reading.take(job);
  }

  /** What was waiting for the target before says nothing about a new one. */
  async targetChanged(): Promise<void> {
    this.#tries.forget();
    this.ws.rejected.clear();
    this.ws.seenFiles.clear();
    await this.send();
    await this.pull();
  }

  /** Seals and delivers once more, for as long as closing a window may take, then lets go of the files. */
  async close(): Promise<void> {
    this.#stopTimers();
    this.#watch.close();
    await this.outages.close();
    const patience = setTimeout(() => this.#stop.abort(), CLOSING_MS);
    try {
      await withinTime(2 * CLOSING_MS, this.#finish());
    } catch {
      // A target that no longer answers: what it lacks is delivered at the next start.
    }
    clearTimeout(patience);
    this.#stop.abort();
    // The last sending may have planned its next try.
    this.#stopTimers();
    await this.ws.close();
  }

  #stopTimers(): void {
    const timers = [this.#firstTimer, this.#listTimer, this.#sealTimer];
    for (const timer of timers) if (timer) clearTimeout(timer);
    this.#news.stop();
    this.#tries.stop();
  }

  async #finish(): Promise<void> {
    const { ws } = this;
    await ws.lane.run(async () => {
      await this.#send(true);
      if (ws.target !== null) await writeDelivery(ws.fs, ws.directory, ws.delivery);
    });
    if (ws.waiting === 'none') await this.evidence.run();
  }

  /** @param isAsked false: by itself, and then nothing is sealed for a receiver that does not answer */
  async #send(isAsked: boolean): Promise<void> {
    const wasAway = isAway(this.ws.waiting);
    this.#news.setPhase('sending');
    if (this.#sealTimer) clearTimeout(this.#sealTimer);
    this.#sealTimer = null;
    let reason: WaitReason;
    try {
      await this.#startCheck.run();
      reason =
        (isAsked ? null : await this.#waitForReceiver()) ?? (await this.#sealAndDeliver(isAsked));
    } catch (error) {
      if (isOutOfSpace(error)) await this.ws.context.disk.noteFull();
      reason = 'disk-failed';
    }
    if (this.ws.waiting !== reason) this.ws.log.note('send-waits', { reason });
    this.ws.waiting = reason;
    this.#tries.planLog(reason);
    this.#news.setPhase('idle');
    this.#moveEvidenceSoon(reason);
    if (wasAway && isSettled(reason) && this.ws.context.isActive) void this.pull();
  }

  async #sealAndDeliver(isAsked: boolean): Promise<WaitReason> {
    this.ws.unsealedBytes = 0;
    if (isAsked) this.ws.held.clear();
    const isWhole = await sealAll(this.ws);
    const reason = await deliverAll(this.ws, this.#stop.signal);
    return !isWhole && isSettled(reason) ? 'disk-failed' : reason;
  }

  /** What is written while a receiver is away travels together afterwards: each batch has its price on the line. */
  async #waitForReceiver(): Promise<WaitReason | null> {
    const { target } = this.ws;
    return target?.kind === 'endpoint' ? await target.check() : null;
  }

  /** A target that takes the log takes the files that belong to it. */
  #moveEvidenceSoon(reason: WaitReason): void {
    if (isSettled(reason) && this.ws.context.isActive) void this.moveEvidence();
  }

  #noteRead(): void {
    this.evidence.fetch.lookDue();
    this.#moveEvidenceSoon('none');
    // It can be read again: what waited for it need not wait for its next try.
    if (isAway(this.ws.waiting)) void this.#trySend();
  }

  #noteProblem(problem: TargetProblem): void {
    const isPlanned = this.#tries.isLogPlanned;
    if (this.ws.target?.kind === 'endpoint' && !isPlanned) this.#tries.planLog(problem);
  }

  #noteAppended(): void {
    this.#news.announce();
    if (this.ws.unsealedBytes >= SEAL_AT_BYTES) {
      this.ws.unsealedBytes = 0;
      void this.#trySend();
    } else if (this.#sealTimer === null) {
      this.ws.nextTryAtMs ??= this.ws.nowMs() + SEAL_AFTER_MS;
      this.#sealTimer = setTimeout(() => void this.#trySend(), SEAL_AFTER_MS);
      this.#sealTimer.unref();
    }
  }
}
