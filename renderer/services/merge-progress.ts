import type { MergeProgress } from '../state/session.ts';
import { IDLE, useSession } from '../state/session.ts';
import { FEW_CHANGES } from '../data/import/start-importer.ts';
import { now } from './clock.ts';

/** The rate is that of the last seconds: what a merge costs changes with what is in it. */
const RATE_OVER_MS = 10_000;
/** Before that it would be guessed from one or two transactions. */
const RATE_AFTER_MS = 1_500;

interface Sample {
  readonly atMs: number;
  readonly done: number;
}

/** How far one catch-up is, over all its looks, and what the session shows of it. */
export class ProgressOfMerge {
  #progress: MergeProgress = IDLE;
  #samples: Sample[] = [];
  /** Of the total, what was still to be read when the look began. */
  #unread = 0;

  get left(): number {
    return this.#progress.total - this.#progress.done;
  }

  /** So many changes more were found missing than those that are done; others, `unread`, are on their way. */
  begin(phase: 'rebuilding' | 'merging', missing: number, unread = 0): void {
    const { done } = this.#progress;
    this.#unread = unread;
    const isRebuilding = phase === 'rebuilding' || this.#progress.phase === 'rebuilding';
    this.#progress = {
      ...this.#progress,
      phase: isRebuilding ? 'rebuilding' : 'merging',
      total: done + missing + unread,
    };
    this.#progress = { ...this.#progress, leftMs: this.#leftMs(this.#progress.perSecond) };
    this.#restart();
    this.#show();
  }

  add(changes: number): void {
    const done = this.#progress.done + changes;
    const atMs = now();
    this.#samples = [
      ...this.#samples.filter((sample) => atMs - sample.atMs <= RATE_OVER_MS),
      { atMs, done },
    ];
    this.#progress = { ...this.#progress, done };
    this.#progress = { ...this.#progress, ...this.#pace(atMs) };
    this.#show();
  }

  pause(): void {
    this.#progress = { ...this.#progress, isPaused: true, perSecond: null, leftMs: null };
    this.#show();
  }

  goOn(): void {
    this.#progress = { ...this.#progress, isPaused: false };
    this.#restart();
    this.#show();
  }

  /** What is shown when it is over: what is left where somebody stopped it, of what has been read. */
  end(isStopped: boolean): MergeProgress {
    const { done } = this.#progress;
    const total = this.#found;
    return isStopped && total > done ? { ...IDLE, phase: 'stopped', done, total } : IDLE;
  }

  get #found(): number {
    return this.#progress.total - this.#unread;
  }

  #restart(): void {
    this.#samples = [{ atMs: now(), done: this.#progress.done }];
  }

  #pace(atMs: number): Pick<MergeProgress, 'perSecond' | 'leftMs'> {
    const { done } = this.#progress;
    const [first] = this.#samples;
    const tookMs = first ? atMs - first.atMs : 0;
    if (!first || tookMs < RATE_AFTER_MS || done <= first.done) {
      return { perSecond: this.#progress.perSecond, leftMs: this.#progress.leftMs };
    }
    const perSecond = ((done - first.done) / tookMs) * 1_000;
    return { perSecond, leftMs: this.#leftMs(perSecond) };
  }

  #leftMs(perSecond: number | null): number | null {
    return perSecond === null ? null : (this.left / perSecond) * 1_000;
  }

  /** A handful is merged before anybody could read how far it is. */
  #show(): void {
    if (this.#found > FEW_CHANGES) useSession.setState({ merge: this.#progress });
  }
}
