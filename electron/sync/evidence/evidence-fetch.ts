import { PIECE_BYTES } from '#shared/evidence/pieces';
import type { EvidenceWaiting } from '#shared/ipc';
import { isOutOfSpace } from '../journal/journal.ts';
import type { Target } from '../target.ts';
import { withinTime } from '../time-limit.ts';
import type { Workspace } from '../workspace.ts';
import { type Arrival, arrivalOf, assemble } from './assemble.ts';

const LISTING_TIME_MS = 60_000;

/** Takes in the files that others left at the target, those that somebody looks at first. */
export class EvidenceFetch {
  #ws: Workspace;
  #asked = new Set<string>();
  #isLookDue = false;
  #arrivals = new Map<string, Arrival>();
  #refusedLists = new Set<string>();
  #fruitlessRounds = new Map<string, number>();
  #round = 0;
  /** Files that came since the start. */
  arrivedCount = 0;

  constructor(ws: Workspace) {
    this.#ws = ws;
  }

  get arrivingCount(): number {
    return this.#arrivals.size;
  }

  /** How much of a file that is not here has come; null where nothing of it was seen. */
  arrivalOf(hash: string): Arrival | null {
    return this.#arrivals.get(hash) ?? null;
  }

  /** Somebody looks at it: it is fetched before everything else. */
  ask(hash: string): void {
    this.#asked.add(hash);
  }

  /** The next round looks for everything, too. */
  lookDue(): void {
    this.#isLookDue = true;
  }

  async takeAsked(target: Target): Promise<EvidenceWaiting> {
    try {
      for (const hash of this.#asked) {
        this.#asked.delete(hash);
        const outcome = await this.#take(target, hash, await target.evidence.placesOf(hash));
        if (outcome !== 'here' && outcome !== 'none') return outcome;
      }
      return 'none';
    } catch (error) {
      return target.problemOf(error);
    }
  }

  /** Everything that is there and not here; `mayGoOn` is asked before each file. */
  async takeAll(target: Target, mayGoOn: () => Promise<boolean>): Promise<EvidenceWaiting> {
    if (!this.#isLookDue) return 'none';
    this.#isLookDue = false;
    this.#round += 1;
    try {
      const missing = await withinTime(LISTING_TIME_MS, target.evidence.findMissing());
      for (const hash of this.#arrivals.keys()) {
        if (!missing.has(hash)) this.#arrivals.delete(hash);
      }
      return await this.#takeSome(target, missing, mayGoOn);
    } catch (error) {
      return target.problemOf(error);
    }
  }

  async #takeSome(
    target: Target,
    missing: ReadonlyMap<string, readonly string[]>,
    mayGoOn: () => Promise<boolean>,
  ): Promise<EvidenceWaiting> {
    const lastRoundOf = (hash: string): number => this.#fruitlessRounds.get(hash) ?? 0;
    const inTurn = [...missing].toSorted(([a], [b]) => lastRoundOf(a) - lastRoundOf(b));
    let fruitless = 0;
    for (const [hash, places] of inTurn) {
      if (!(await mayGoOn())) return 'none';
      const outcome = await this.#take(target, hash, places);
      if (outcome === 'here') this.#fruitlessRounds.delete(hash);
      else if (outcome !== 'none') return outcome;
      else {
        this.#fruitlessRounds.set(hash, this.#round);
        fruitless += 1;
      }
      if (fruitless >= target.evidence.fruitlessLooks) return 'none';
    }
    return 'none';
  }

  async #take(
    target: Target,
    hash: string,
    places: readonly string[],
  ): Promise<EvidenceWaiting | 'here'> {
    const { evidence, context } = this.#ws;
    if (evidence.has(hash)) return 'here';
    const pieces = await withinTime(LISTING_TIME_MS, target.evidence.piecesIn(places));
    const arrival = arrivalOf(pieces);
    if (arrival === null) return 'none';
    this.#arrivals.set(hash, arrival);
    if (arrival.arrivedCount < arrival.pieceCount) return 'none';
    if (!(await context.disk.hasRoomFor(arrival.pieceCount * PIECE_BYTES))) return 'disk-low';
    const bytes = await assemble(hash, pieces, target.evidence.read, this.#refusedLists);
    if (bytes === null) return 'none';
    try {
      await evidence.add(hash, bytes);
    } catch (error) {
      return isOutOfSpace(error) ? 'disk-low' : 'disk-failed';
    }
    this.#arrivals.delete(hash);
    this.arrivedCount += 1;
    this.#ws.touch();
    return 'here';
  }
}
