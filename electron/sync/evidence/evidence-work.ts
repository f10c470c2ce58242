import type { EvidenceStatus, EvidenceWaiting, WaitReason } from '#shared/ipc';
import { unsentCountOf } from '../loop/status.ts';
import type { Target } from '../target.ts';
import type { Workspace } from '../workspace.ts';
import { deliverEvidence } from './deliver-evidence.ts';
import { EvidenceFetch } from './evidence-fetch.ts';

const isRefused = ({ waiting }: Workspace): boolean => waiting === 'refused';
/** What the target refuses of the log holds up no file. */
const GOES_ON: ReadonlySet<WaitReason> = new Set(['none', 'refused']);

/**
 * Sends and fetches files, one piece at a time, in a lane of its own beside the log's. Before each piece
 * the log goes first, then what somebody has on the screen.
 */
export class EvidenceWork {
  readonly fetch: EvidenceFetch;
  #ws: Workspace;
  #sendLog: () => Promise<unknown>;
  #signal: AbortSignal;
  #running: Promise<void> | null = null;
  #isAskedAgain = false;
  #sizes = new Map<string, number>();
  #waiting: EvidenceWaiting = 'none';

  constructor(ws: Workspace, sendLog: () => Promise<unknown>, signal: AbortSignal) {
    this.#ws = ws;
    this.#sendLog = sendLog;
    this.#signal = signal;
    this.fetch = new EvidenceFetch(ws);
  }

  get waiting(): EvidenceWaiting {
    return this.#waiting;
  }

  /** Does what there is to do now; asked meanwhile, it goes round once more. Never rejects. */
  run(): Promise<void> {
    this.#isAskedAgain = this.#running !== null;
    this.#running ??= this.#rounds().finally(() => {
      this.#running = null;
      this.#ws.touch();
    });
    return this.#running;
  }

  async status(): Promise<EvidenceStatus> {
    const { offers, evidence, target } = this.#ws;
    const counts = { waitingCount: 0, waitingBytes: 0, absentCount: 0 };
    try {
      await evidence.open();
      await offers.open(target?.id ?? null);
      for (const hash of new Set(offers.unsent().map((offer) => offer.hash))) {
        const isHeld = evidence.has(hash);
        counts.waitingCount += isHeld ? 1 : 0;
        counts.absentCount += isHeld ? 0 : 1;
        counts.waitingBytes += isHeld ? await this.#sizeOf(hash) : 0;
      }
    } catch {
      // A disk that cannot be read now is asked again; a status must not fail for a count.
    }
    return {
      ...counts,
      waiting: target === null ? 'no-folder' : this.#waiting,
      isMoving: this.#running !== null,
      arrivingCount: this.fetch.arrivingCount,
      arrivedCount: this.fetch.arrivedCount,
    };
  }

  async #rounds(): Promise<void> {
    do {
      this.#isAskedAgain = false;
      this.#waiting = await this.#round();
    } while (this.#isAskedAgain && !this.#signal.aborted);
  }

  async #round(): Promise<EvidenceWaiting> {
    const { evidence, offers, target } = this.#ws;
    if (target === null) return 'none';
    try {
      await evidence.open();
      await offers.open(target.id);
      const problem = await target.check();
      if (problem !== null) return problem;
      const asked = await this.fetch.takeAsked(target);
      const sent = await this.#send(target);
      const fetched = await this.fetch.takeAll(target, () => this.#mayGoOn(target));
      return [sent, asked, fetched].find((each) => each !== 'none') ?? 'none';
    } catch {
      return 'disk-failed';
    }
  }

  async #send(target: Target): Promise<EvidenceWaiting> {
    const ws = this.#ws;
    const mayGoOn = () => this.#mayGoOn(target);
    for (const offer of ws.offers.unsent()) {
      if (!ws.evidence.has(offer.hash)) continue;
      const delivery = { ws, target, offer, signal: this.#signal, mayGoOn };
      const outcome = await deliverEvidence(delivery);
      ws.touch();
      if (outcome === 'stopped') return ws.waiting;
      // What is wrong with one file keeps no other waiting; what is wrong with the target does.
      if (outcome !== 'sent' && outcome !== 'none') return outcome;
    }
    return 'none';
  }

  /** Between two pieces: the log first, then what is on the screen. */
  async #mayGoOn(target: Target): Promise<boolean> {
    const ws = this.#ws;
    const isWanted = () => !this.#signal.aborted && ws.target === target;
    await ws.lane.idle();
    if (isWanted() && unsentCountOf(ws) > 0 && !isRefused(ws)) {
      await this.#sendLog();
      if (!GOES_ON.has(ws.waiting)) return false;
    }
    if (isWanted()) await this.fetch.takeAsked(target);
    return isWanted();
  }

  async #sizeOf(hash: string): Promise<number> {
    const known = this.#sizes.get(hash);
    if (known !== undefined) return known;
    const size = await this.#ws.evidence.sizeOf(hash);
    if (size !== null) this.#sizes.set(hash, size);
    return size ?? 0;
  }
}
