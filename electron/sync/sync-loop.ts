import type { IpcFailure, PullSummary, SyncStatus, WaitReason } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { deliverAll } from './deliver.ts';
import { writeDelivery } from './delivery-file.ts';
import { EndpointError } from './endpoint/endpoint-error.ts';
import { EvidenceWork } from './evidence/evidence-work.ts';
import { FolderWatch } from './folder/watch-folder.ts';
import { isOutOfSpace } from './journal/journal.ts';
import { OutageWatch } from './outages/outage-watch.ts';
import { PullCount } from './pull-count.ts';
import { type Backoff, Retry } from './retry.ts';
import { sealAll } from './seal.ts';
import { statusOf, UnsentAges } from './status.ts';
import { sweepOwn } from './sweep-own.ts';
import { withinTime } from './time-limit.ts';
import type { TargetProblem } from './target.ts';
import type { Workspace } from './workspace.ts';

/** The first screen comes first. */
const FIRST_CYCLE_AFTER_MS = 1_500;
const SEAL_AFTER_MS = 15 * 60_000;
const SEAL_AT_BYTES = 256 * 1024;
const LISTING_EVERY_MS = 60_000;
const STATUS_PAUSE_MS = 150;
const CLOSING_MS = 2_000;
const NO_TARGET: Backoff = { shortestMs: 1_000, firstMs: 5_000, longestMs: 60_000 };

/** Nothing is waited for: what is refused is tried again when somebody asks, or at the next start. */
const SETTLED: ReadonlySet<WaitReason> = new Set(['none', 'no-folder', 'refused']);
/** Waits that are over as soon as the target can be read again. */
const AWAY: ReadonlySet<WaitReason> = new Set<TargetProblem>([
  'folder-unreachable',
  'offline',
  'not-outlog',
  'receiver-busy',
  'receiver-wrong',
  'unauthorized',
  'revoked',
]);

const isAway = (reason: WaitReason): reason is TargetProblem => AWAY.has(reason);

/**
 * Moves one workspace's changes: seals the journal, delivers to the target, takes in what others left
 * there. Runs by itself until closed; a call of the window only makes it happen now.
 */
export class SyncLoop {
  readonly ws: Workspace;
  readonly evidence: EvidenceWork;
  readonly outages: OutageWatch;
  #ages = new UnsentAges();
  #stop = new AbortController();
  #watch = new FolderWatch(() => void this.pull());
  #sealTimer: NodeJS.Timeout | null = null;
  #firstTimer: NodeJS.Timeout | null = null;
  #listTimer: NodeJS.Timeout | null = null;
  #statusTimer: NodeJS.Timeout | null = null;
  #retry = new Retry(() => void this.#trySend());
  #evidenceRetry = new Retry(() => void this.moveEvidence());
  #isReconciled = false;

  constructor(ws: Workspace) {
    this.ws = ws;
    this.evidence = new EvidenceWork(ws, () => this.#trySend(), this.#stop.signal);
    this.outages = new OutageWatch(ws);
    ws.onAppended = () => this.#noteAppended();
    ws.onTouched = () => this.#announce();
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
    return await statusOf(this.ws, this.#ages, await this.evidence.status());
  }

  /** Sends and fetches files, in their own lane: the log does not wait for it. */
  async moveEvidence(): Promise<void> {
    await this.evidence.run();
    const { waiting } = this.evidence;
    if (waiting === 'none' || waiting === 'no-folder') this.#evidenceRetry.reset();
    else if (!this.#stop.signal.aborted) this.#planNext(this.#evidenceRetry);
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
    const isDueLater = target?.kind === 'endpoint' && this.#retry.isPlanned;
    if (isDueLater && isAway(waiting)) this.outages.noteTarget(waiting);
    else await this.look();
  }

  async pull(): Promise<Result<PullSummary, IpcFailure>> {
    return await this.ws.lane.run(() => this.#pull());
  }

  /** Runs a job that adds batches; the window is told where that brought something to merge. */
  async take(job: (count: PullCount) => Promise<void>): Promise<Result<PullSummary, IpcFailure>> {
    return await this.ws.lane.run(async () => {
      try {
        const count = new PullCount();
        await this.#reconcile();
        await job(count);
        await this.ws.store.save();
        this.#finishTaking(count);
        return ok(count.summary(this.ws));
      } catch (error) {
        return await this.#diskFailure(error);
      }
    });
  }

  /** What was waiting for the target before says nothing about a new one. */
  async targetChanged(): Promise<void> {
    this.#retry.reset();
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
    const timers = [this.#firstTimer, this.#listTimer, this.#sealTimer, this.#statusTimer];
    for (const timer of timers) if (timer) clearTimeout(timer);
    this.#retry.stop();
    this.#evidenceRetry.stop();
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
    const wasAway = AWAY.has(this.ws.waiting);
    this.#setPhase('sending');
    if (this.#sealTimer) clearTimeout(this.#sealTimer);
    this.#sealTimer = null;
    let reason: WaitReason;
    try {
      await this.#reconcile();
      reason =
        (isAsked ? null : await this.#waitForReceiver()) ?? (await this.#sealAndDeliver(isAsked));
    } catch (error) {
      if (isOutOfSpace(error)) await this.ws.context.disk.noteFull();
      reason = 'disk-failed';
    }
    if (this.ws.waiting !== reason) this.ws.log.note('send-waits', { reason });
    this.ws.waiting = reason;
    this.#planRetry(reason);
    this.#setPhase('idle');
    this.#moveEvidenceSoon(reason);
    if (wasAway && SETTLED.has(reason) && this.ws.context.isActive) void this.pull();
  }

  async #sealAndDeliver(isAsked: boolean): Promise<WaitReason> {
    this.ws.unsealedBytes = 0;
    if (isAsked) this.ws.held.clear();
    const isWhole = await sealAll(this.ws);
    const reason = await deliverAll(this.ws, this.#stop.signal);
    return !isWhole && SETTLED.has(reason) ? 'disk-failed' : reason;
  }

  /** What is written while a receiver is away travels together afterwards: each batch has its price on the line. */
  async #waitForReceiver(): Promise<WaitReason | null> {
    const { target } = this.ws;
    return target?.kind === 'endpoint' ? await target.check() : null;
  }

  /** A target that takes the log takes the files that belong to it. */
  #moveEvidenceSoon(reason: WaitReason): void {
    if (SETTLED.has(reason) && this.ws.context.isActive) void this.moveEvidence();
  }

  async #pull(): Promise<Result<PullSummary, IpcFailure>> {
    const { ws } = this;
    const { target } = ws;
    if (target === null) {
      this.outages.noteTarget(null);
      return ok(new PullCount().summary(ws));
    }
    const problem = await target.check();
    if (problem !== null) return this.#targetFailure(problem);
    this.#setPhase('reading');
    try {
      await this.#reconcile();
      const count = await target.pull();
      this.outages.noteTarget(null);
      ws.delivery.lastReadAtMs = ws.nowMs();
      this.#finishTaking(count);
      this.evidence.fetch.lookDue();
      this.#moveEvidenceSoon('none');
      // It can be read again: what waited for it need not wait for its next try.
      if (AWAY.has(ws.waiting)) void this.#trySend();
      return ok(count.summary(ws));
    } catch (error) {
      const isTargets = error instanceof EndpointError || (await target.check()) !== null;
      if (isTargets) return this.#targetFailure(target.problemOf(error));
      return await this.#diskFailure(error);
    } finally {
      this.#setPhase('idle');
    }
  }

  #finishTaking(count: PullCount): void {
    void this.ws.heard.save();
    if (count.hasReadable) this.ws.context.options.onIncoming(this.ws.id);
    this.#announce();
  }

  /** Once a run: batch files that a crash kept from the index, before anything is sealed or judged. */
  async #reconcile(): Promise<void> {
    if (this.#isReconciled) return;
    await this.ws.store.reconcile();
    await this.ws.retire(await this.ws.own.relateAll(this.ws.delivery.sent));
    this.#isReconciled = true;
    // Leftovers are harmless: a disk that does not let go of them now is asked at the next start.
    await sweepOwn(this.ws.fs, this.ws.directory, this.ws.nowMs()).catch(() => undefined);
  }

  #targetFailure(problem: TargetProblem) {
    this.outages.noteTarget(problem);
    if (this.ws.waiting !== problem) this.ws.log.note('read-waits', { reason: problem });
    this.ws.waiting = problem;
    if (this.ws.target?.kind === 'endpoint' && !this.#retry.isPlanned) this.#planRetry(problem);
    this.#announce();
    return fail(problem, AWAY.has(problem) ? 'later' : 'after-fix');
  }

  async #diskFailure(error: unknown) {
    if (!isOutOfSpace(error)) return fail('disk-failed' as const, 'later');
    await this.ws.context.disk.noteFull();
    this.#announce();
    return fail('disk-full' as const, 'later');
  }

  #noteAppended(): void {
    this.#announce();
    if (this.ws.unsealedBytes >= SEAL_AT_BYTES) {
      this.ws.unsealedBytes = 0;
      void this.#trySend();
    } else if (this.#sealTimer === null) {
      this.ws.nextTryAtMs ??= this.ws.nowMs() + SEAL_AFTER_MS;
      this.#sealTimer = setTimeout(() => void this.#trySend(), SEAL_AFTER_MS);
      this.#sealTimer.unref();
    }
  }

  #planRetry(reason: WaitReason): void {
    this.ws.nextTryAtMs = null;
    if (SETTLED.has(reason)) this.#retry.reset();
    else this.ws.nextTryAtMs = this.ws.nowMs() + this.#planNext(this.#retry);
  }

  #planNext(retry: Retry): number {
    const { target } = this.ws;
    if (this.#stop.signal.aborted) return 0;
    return target === null ? retry.plan(NO_TARGET) : retry.plan(target.backoff, target.waitMs);
  }

  #setPhase(phase: SyncStatus['phase']): void {
    this.ws.phase = phase;
    this.#announce();
  }

  /** At most a few times a second: every append and every delivered file ends here. */
  #announce(): void {
    if (this.#statusTimer || this.#stop.signal.aborted) return;
    this.#statusTimer = setTimeout(() => {
      this.#statusTimer = null;
      this.status().then(this.ws.context.options.onStatus, () => undefined);
    }, STATUS_PAUSE_MS);
    this.#statusTimer.unref();
  }
}
