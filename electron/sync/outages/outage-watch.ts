import type { Outage } from '#shared/outages/outage';
import { outageId, seenOutageFields, SHORTEST_OUTAGE_MS } from '#shared/outages/outage';
import { type LastSigns, uncleanStop } from '#shared/outages/unclean-stop';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { Lane } from '../lane.ts';
import type { TargetProblem } from '../target.ts';
import type { Workspace } from '../workspace.ts';
import {
  type Heartbeat,
  readHeartbeat,
  removeHeartbeat,
  type Unreachable,
  writeHeartbeat,
  writeHeartbeatNow,
} from './heartbeat.ts';

const BEAT_EVERY_MS = 60_000;
/** The target is looked at every minute: after a longer silence the computer was asleep in between. */
const ASLEEP_AFTER_MS = 5 * 60_000;

/** What means that nothing came through, as against an answer that refuses. */
const UNREACHABLE: ReadonlySet<TargetProblem> = new Set<TargetProblem>([
  'folder-unreachable',
  'offline',
  'not-outlog',
]);

/**
 * Writes gaps in power and connection into the member's own log, from what the program cannot help
 * noticing: that its last run never ended, and that its target is not there. It looks at no person:
 * neither sleep nor idleness is asked about.
 */
export class OutageWatch {
  #ws: Workspace;
  #lane = new Lane();
  #timer: NodeJS.Timeout | null = null;
  #isRunning = false;
  /** A run that never ended, until it is written down. */
  #unended: LastSigns | null = null;
  #unreachable: Unreachable | null = null;
  #lookedAtMs: number | null = null;

  constructor(ws: Workspace) {
    this.#ws = ws;
  }

  /** Reads how the last run ended, and shows from now on that this one lives. */
  begin(): void {
    if (this.#ws.file.isSample) return;
    this.#isRunning = true;
    const nowMs = this.#ws.nowMs();
    // Before anything is written: the next change is this run's.
    const changedAtMs = this.#ws.journal.state.clock.ms;
    this.#timer = setInterval(() => void this.#lane.run(() => this.#beat()), BEAT_EVERY_MS);
    this.#timer.unref();
    void this.#lane.run(async () => {
      const kept = await readHeartbeat(this.#ws.fs, this.#ws.directory).catch(() => null);
      const isOwn = kept?.place === this.#ws.file.place;
      if (kept && isOwn) this.#unreachable = kept.unreachable;
      if (kept && isOwn && kept.state === 'running') {
        const bootedAtMs = this.#ws.context.machine.bootedAtMs(nowMs);
        this.#unended = { aliveAtMs: kept.aliveAtMs, changedAtMs, bootedAtMs, nowMs };
      }
      await this.#beat();
    });
  }

  /** What the last look at the target came to; null where it answered. */
  noteTarget(problem: TargetProblem | null): void {
    if (!this.#isRunning) return;
    const nowMs = this.#ws.nowMs();
    const isThere = problem === null || !UNREACHABLE.has(problem);
    void this.#lane.run(async () => {
      const before = this.#unreachable;
      const slept = this.#lookedAtMs !== null && nowMs - this.#lookedAtMs > ASLEEP_AFTER_MS;
      if (before && (isThere || slept || before.fromMs > nowMs)) {
        const endMs = slept && this.#lookedAtMs !== null ? this.#lookedAtMs : nowMs;
        if (!(await this.#close(before, endMs))) return;
        this.#unreachable = null;
      }
      if (!isThere) await this.#lack(nowMs);
      this.#lookedAtMs = nowMs;
      if (this.#unreachable !== before) await this.#beat();
    });
  }

  /** Somebody quit: the time until the next start is no outage. */
  async close(): Promise<void> {
    this.#stop();
    await this.#lane.run(async () => {
      // What could not be written down yet is looked at again by the next run.
      if (!this.#isRunning || this.#unended) return;
      this.#isRunning = false;
      const { fs, directory } = this.#ws;
      try {
        await writeHeartbeat(fs, directory, this.#sign('closed'));
      } catch {
        await removeHeartbeat(fs, directory);
      }
    });
  }

  /** The program crashes, or the session is being ended: said at once, or never. */
  ending(): void {
    this.#stop();
    if (!this.#isRunning || this.#unended) return;
    this.#isRunning = false;
    writeHeartbeatNow(this.#ws.directory, this.#sign('ended'));
  }

  #stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  async #beat(): Promise<void> {
    if (!this.#isRunning) return;
    if (this.#unended && !(await this.#writeStop(this.#unended))) return;
    this.#unended = null;
    try {
      await writeHeartbeat(this.#ws.fs, this.#ws.directory, this.#sign('running'));
    } catch {
      // A disk that takes nothing now: the next beat.
    }
  }

  #sign(state: Heartbeat['state']): Omit<Heartbeat, 'v'> {
    const { file, nowMs } = this.#ws;
    return { place: file.place, state, aliveAtMs: nowMs(), unreachable: this.#unreachable };
  }

  /** False where it is to be tried again. */
  async #writeStop(signs: LastSigns): Promise<boolean> {
    const stop = uncleanStop(signs);
    if (!stop) return true;
    const seen = { kind: 'power', seenBy: 'unclean-stop', ...stop } as const;
    return await this.#write(seen, seenOutageFields(seen));
  }

  /** Nothing came through: it is an outage once that has lasted. */
  async #lack(nowMs: number): Promise<void> {
    const before = this.#unreachable;
    const fromMs = before?.fromMs ?? nowMs;
    const isSure = (before?.isSure ?? true) && !this.#ws.context.machine.hasNetwork();
    let isWritten = before?.isWritten ?? false;
    if (!isWritten && nowMs - fromMs >= SHORTEST_OUTAGE_MS) {
      const seen = { kind: 'connection', seenBy: 'unreachable-target', fromMs, isSure } as const;
      isWritten = await this.#write(seen, seenOutageFields({ ...seen, toMs: null }));
    }
    const isSame = before?.isSure === isSure && before.isWritten === isWritten;
    this.#unreachable = isSame ? before : { fromMs, isSure, isWritten };
  }

  /** False where it is to be tried again. */
  async #close({ fromMs, isSure, isWritten }: Unreachable, nowMs: number): Promise<boolean> {
    if (!isWritten) return true;
    const toMs = Math.max(nowMs, fromMs + 1);
    const seen = { kind: 'connection', seenBy: 'unreachable-target', fromMs } as const;
    return await this.#write(seen, { toMs, isSure });
  }

  /** Into the log of everybody who has a seat here, which is mostly one. */
  async #write(
    { kind, seenBy, fromMs }: Pick<Outage, 'kind' | 'seenBy' | 'fromMs'>,
    fields: Fields,
  ): Promise<boolean> {
    const id = outageId(kind, seenBy, fromMs);
    const saved = await Promise.all(
      [...this.#ws.seats.keys()].map((memberId) =>
        this.#ws.append(memberId, [
          { audience: memberAudience(memberId), type: 'outage', id, fields },
        ]),
      ),
    );
    const isSaved = saved.every(({ ok }) => ok);
    if (isSaved) this.#ws.context.options.onIncoming(this.#ws.id);
    return isSaved;
  }
}
