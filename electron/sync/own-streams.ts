import type { HeadEntry } from '#shared/ipc';
import { GENESIS_HASH } from '#shared/stream/change';
import { formatHlc } from '#shared/stream/clock';
import type { Journal } from './journal/journal.ts';
import type { JournalReader, Position } from './journal/read-journal.ts';
import type { OwnHead } from './journal/records.ts';
import type { EpochEnd } from './stamp.ts';
import type { BatchStore } from './store/batch-store.ts';
import { hashOnBranch } from './store/place-batch.ts';
import { type Branch, latestClock, mainBranch, type StreamIndex } from './store/stream-index.ts';

/** How far a stream is sealed, and the file that ends there. */
export interface Sealed extends Position {
  readonly batch: string | null;
}

/** How an own stream's batches relate to its journal. */
interface Relation {
  readonly sealed: Sealed;
  /** A branch that goes on where the journal ends: the journal was restored from an older copy. */
  readonly ahead: Branch | null;
  /** Branches that part from the journal: a twin of this device wrote them. */
  readonly side: readonly Branch[];
}

const NOTHING_SEALED: Sealed = { seq: 0, h: GENESIS_HASH, batch: null };

/** Joins the journal and the store: the same own streams, once as written and once as sealed. */
export class OwnStreams {
  #journal: Journal;
  #reader: JournalReader;
  #store: BatchStore;
  #isOwnKey: (keyId: string) => boolean;
  #relations = new Map<string, Relation>();

  constructor(
    journal: Journal,
    reader: JournalReader,
    store: BatchStore,
    isOwnKey: (keyId: string) => boolean,
  ) {
    this.#journal = journal;
    this.#reader = reader;
    this.#store = store;
    this.#isOwnKey = isOwnKey;
  }

  isOwn = ({ keyId }: { readonly keyId: string }): boolean => this.#isOwnKey(keyId);

  sealedOf(key: string): Sealed {
    return this.#relations.get(key)?.sealed ?? NOTHING_SEALED;
  }

  noteSealed(key: string, sealed: Sealed): void {
    this.#relations.set(key, { ...(this.#relations.get(key) ?? NO_RELATION), sealed });
  }

  /**
   * Compares every own stream's batches with the journal. Answers the streams that may not be written
   * again, because what was acknowledged of them is not what the journal says.
   */
  async relateAll(acknowledged: ReadonlyMap<string, Position>): Promise<readonly string[]> {
    const broken: string[] = [];
    for (const [key, index] of this.#store.streams) {
      if (this.isOwn(index) && !(await this.#relate(key, true))) broken.push(key);
    }
    for (const [key, position] of acknowledged) {
      const head = this.#journal.state.streams.get(key);
      const isBehind =
        head !== undefined &&
        (position.seq > head.seq || (position.seq === head.seq && position.h !== head.h));
      if (isBehind && !broken.includes(key)) broken.push(key);
    }
    return broken;
  }

  /** False where the stream must not be continued. Reads the journal: what came from elsewhere may part from it. */
  relate(key: string): Promise<boolean> {
    return this.#relate(key, false);
  }

  async #relate(key: string, isQuick: boolean): Promise<boolean> {
    const index = this.#store.streams.get(key);
    const head = this.#journal.state.streams.get(key);
    if (!index || !head) return true;
    const plain = isQuick ? plainRelation(index, head) : null;
    const relation = plain ?? (await this.#fullRelation(index, head, key));
    this.#relations.set(key, relation);
    return relation.ahead === null && relation.side.length === 0;
  }

  /** Where a stream's last epoch ends, as far as it is known here; null for one that never began. */
  epochBefore(stream: string): EpochEnd | null {
    const written = [...this.#journal.state.streams].findLast(([, head]) => head.stream === stream);
    if (written) {
      const [key, head] = written;
      const { seq, h } = this.#relations.get(key)?.ahead ?? head;
      return { epoch: head.epoch, seq, h };
    }
    const stored = [...this.#store.streams.values()]
      .filter((index) => index.stream === stream)
      .toSorted((a, b) => (formatHlc(latestClock(a)) < formatHlc(latestClock(b)) ? -1 : 1))
      .at(-1);
    return stored ? { epoch: stored.epoch, ...positionOf(mainBranch(stored)) } : null;
  }

  /** The own streams as the window reads them: the journal's, and what only the store has. */
  heads(): readonly HeadEntry[] {
    const heads: HeadEntry[] = [];
    for (const [key, head] of this.#journal.state.streams) {
      const relation = this.#relations.get(key) ?? NO_RELATION;
      const { seq, h } = relation.ahead ?? head;
      heads.push({ ...entryOf(head), seq, h });
      for (const branch of relation.side) {
        const { seq, h } = branch;
        heads.push({ ...entryOf(head), epoch: branchEpoch(head.epoch, branch, true), seq, h });
      }
    }
    return heads;
  }

  /** The branch to read an own epoch from, or null where the journal has all of it. */
  branchOf(key: string, epoch: string): Branch | null {
    const relation = this.#relations.get(key);
    const head = this.#journal.state.streams.get(key);
    if (!relation || !head) return null;
    if (epoch === head.epoch) return relation.ahead;
    return relation.side.find((branch) => branchEpoch(head.epoch, branch, true) === epoch) ?? null;
  }

  async #fullRelation(index: StreamIndex, head: OwnHead, key: string): Promise<Relation> {
    const side: Branch[] = [];
    let ahead: Branch | null = null;
    for (const branch of index.branches) {
      if (branch.seq === 0 || (await this.#isOnJournal(key, head, branch))) continue;
      const hashIn = this.#store.hashIn(index);
      const isAhead =
        branch.seq > head.seq && (await hashOnBranch(index, branch, head.seq, hashIn)) === head.h;
      if (isAhead && ahead === null) ahead = branch;
      else side.push(branch);
    }
    const sealed = ahead
      ? { seq: head.seq, h: head.h, batch: null }
      : await this.#lastSealedOnJournal(index, head, key);
    return { sealed, ahead, side };
  }

  /** The greatest end of a sealed batch that the journal passes through, and before which none is lost. */
  async #lastSealedOnJournal(index: StreamIndex, head: OwnHead, key: string): Promise<Sealed> {
    const waiting = new Set(index.waiting);
    const ends = index.batches
      .filter((_, which) => !waiting.has(which))
      .toSorted((a, b) => b.last - a.last);
    for (const { last, chain, sha256 } of ends) {
      const position = { seq: last, h: chain };
      if (await this.#isOnJournal(key, head, position)) return { ...position, batch: sha256 };
    }
    return NOTHING_SEALED;
  }

  async #isOnJournal(key: string, head: OwnHead, { seq, h }: Position): Promise<boolean> {
    if (seq > head.seq) return false;
    if (seq === head.seq) return h === head.h;
    return await this.#reader.readAfter(key, { seq, h }, () => false);
  }
}

const NO_RELATION: Relation = { sealed: NOTHING_SEALED, ahead: null, side: [] };

/**
 * The ordinary case, told without reading the journal: one branch, not beyond it. Whether the journal passes
 * through it is seen before the next change is sealed.
 */
function plainRelation(index: StreamIndex, head: OwnHead): Relation | null {
  const main = mainBranch(index);
  const isPlain =
    index.branches.length === 1 &&
    (main.seq < head.seq || (main.seq === head.seq && main.h === head.h));
  if (!isPlain) return null;
  const last = main.pieces.at(-1);
  const batch = (last && index.batches[last[0]]?.sha256) ?? null;
  return { sealed: { seq: main.seq, h: main.h, batch }, ahead: null, side: [] };
}

/** What the window calls a branch's epoch: the first-come one has the stream's own. */
export const branchEpoch = (epoch: string, { mark }: Branch, isBesideJournal = false): string =>
  mark === '' && !isBesideJournal ? epoch : `${epoch}-${mark || 'first'}`;

const positionOf = ({ seq, h }: Position): Position => ({ seq, h });

const entryOf = ({ stream, epoch, audience, member, keyId }: OwnHead) => ({
  stream,
  epoch,
  audience,
  memberId: member,
  keyId,
  isOwn: true,
});
