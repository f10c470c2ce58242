import type { IpcFailure, PullSummary } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { EndpointError } from '../endpoint/endpoint-error.ts';
import { isOutOfSpace } from '../journal/journal.ts';
import type { OutageWatch } from '../outages/outage-watch.ts';
import { PullCount } from '../pull-count.ts';
import type { TargetProblem } from '../target.ts';
import type { Workspace } from '../workspace.ts';
import type { StartCheck } from './start-check.ts';
import type { StatusNews } from './status-news.ts';
import { isAway } from './wait-reasons.ts';

interface ReadingParts {
  readonly ws: Workspace;
  readonly news: StatusNews;
  readonly outages: OutageWatch;
  readonly startCheck: StartCheck;
  /** The target was read to its end. */
  readonly onRead: () => void;
  /** It cannot be read now; what waits for it says so already. */
  readonly onProblem: (problem: TargetProblem) => void;
}

type Answer = Promise<Result<PullSummary, IpcFailure>>;

/** Takes in what others wrote, from the target and by hand, in the workspace's lane. */
export class Reading {
  #parts: ReadingParts;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
  }

  async pull(): Answer {
    return await this.#parts.ws.lane.run(() => this.#pull());
  }

  /** Runs a job that adds batches; the window is told where that brought something to merge. */
  async take(job: (count: PullCount) => Promise<void>): Answer {
    const { ws, startCheck } = this.#parts;
    return await ws.lane.run(async () => {
      try {
        const count = new PullCount();
        await startCheck.run();
        await job(count);
        await ws.store.save();
        this.#finish(count);
        return ok(count.summary(ws));
      } catch (error) {
        return await this.#diskFailure(error);
      }
    });
  }

  async #pull(): Answer {
    const { ws, news, outages, startCheck, onRead } = this.#parts;
    const { target } = ws;
    if (target === null) {
      outages.noteTarget(null);
      return ok(new PullCount().summary(ws));
    }
    const problem = await target.check();
    if (problem !== null) return this.#targetFailure(problem);
    news.setPhase('reading');
    try {
      await startCheck.run();
      const count = await target.pull();
      outages.noteTarget(null);
      ws.delivery.lastReadAtMs = ws.nowMs();
      this.#finish(count);
      onRead();
      return ok(count.summary(ws));
    } catch (error) {
      const isTargets = error instanceof EndpointError || (await target.check()) !== null;
      if (isTargets) return this.#targetFailure(target.problemOf(error));
      return await this.#diskFailure(error);
    } finally {
      ws.unreadCount = 0;
      news.setPhase('idle');
    }
  }

  #finish(count: PullCount): void {
    const { ws, news } = this.#parts;
    void ws.heard.save();
    if (count.hasReadable) ws.context.options.onIncoming(ws.id);
    news.announce();
  }

  #targetFailure(problem: TargetProblem) {
    const { ws, news, outages, onProblem } = this.#parts;
    outages.noteTarget(problem);
    if (ws.waiting !== problem) ws.log.note('read-waits', { reason: problem });
    ws.waiting = problem;
    onProblem(problem);
    news.announce();
    return fail(problem, isAway(problem) ? 'later' : 'after-fix');
  }

  async #diskFailure(error: unknown) {
    const { ws, news } = this.#parts;
    if (!isOutOfSpace(error)) return fail('disk-failed' as const, 'later');
    await ws.context.disk.noteFull();
    news.announce();
    return fail('disk-full' as const, 'later');
  }
}
