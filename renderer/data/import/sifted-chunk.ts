import { streamKey } from '#shared/stream/change';
import type { ArrivalPart, SourcedArrival } from '../arrival-merge.ts';
import type { ChangeSource, MergedChange } from '../change-source.ts';
import { bearsOnTerms } from '../marks.ts';
import type { Refusal, RefusedChange } from '../stored.ts';
import type { Gate } from './gate.ts';
import { bearsOnAuthority, isIntroduction } from './gate.ts';
import type { RefusedCount } from './importer.ts';
import { readLines } from './incoming.ts';
import type { UnpackedChunk } from './unpack-chunk.ts';

/** What is read at a time: few enough that all that was made of it dies young. */
const CHANGES_AT_ONCE = 250;

/** A chunk to be taken apart and judged while it is merged; null where its stream waits. */
export function siftChunk(
  gate: Gate,
  chunk: UnpackedChunk,
  changesAtOnce = CHANGES_AT_ONCE,
): SiftedChunk | null {
  const { source, afterSeq, lines } = chunk;
  const [first] = afterSeq === 0 ? readLines(lines.subarray(0, endOfFirst(lines)), 1) : [];
  return gate.admits(source, first?.change) ? new SiftedChunk(gate, chunk, changesAtOnce) : null;
}

const LINE_FEED = 10;

function endOfFirst(lines: Uint8Array): number {
  const feed = lines.indexOf(LINE_FEED);
  return feed < 0 ? lines.length : feed;
}

/** What a chunk's lines say, a part at a time. What it knows of them is whole once all parts were read. */
export class SiftedChunk implements SourcedArrival {
  readonly source: ChangeSource;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly lastH: string;
  /** A change says who may write what; `changesAuthority`: other than that its own device is here. */
  bearsOnAuthority = false;
  changesAuthority = false;
  changesTerms = false;
  readonly #gate: Gate;
  readonly #lines: Uint8Array;
  readonly #changesAtOnce: number;
  readonly #refused = new Map<string, RefusedCount>();

  constructor(gate: Gate, chunk: UnpackedChunk, changesAtOnce: number) {
    this.#gate = gate;
    this.#lines = chunk.lines;
    this.#changesAtOnce = changesAtOnce;
    this.source = chunk.source;
    this.firstSeq = chunk.afterSeq + 1;
    this.lastSeq = chunk.lastSeq;
    this.lastH = chunk.lastH;
  }

  get parts(): Iterable<ArrivalPart> {
    return this.#read();
  }

  refusedCounts(): RefusedCount[] {
    return [...this.#refused.values()];
  }

  *#read(): Generator<ArrivalPart, void> {
    this.#refused.clear();
    const refusalOf = this.#gate.judgeOf(this.source);
    let changes: MergedChange[] = [];
    let refused: RefusedChange[] = [];
    for (const { seq, line, change } of readLines(this.#lines, this.firstSeq)) {
      const reason = change ? refusalOf(change) : 'malformed';
      if (change && reason === null) {
        changes.push(change);
        this.#note(change);
      } else {
        refused.push(this.#refuse(seq, reason ?? 'malformed', line));
      }
      if (changes.length + refused.length < this.#changesAtOnce) continue;
      yield { changes, refused };
      [changes, refused] = [[], []];
    }
    if (changes.length + refused.length > 0) yield { changes, refused };
  }

  #note(change: MergedChange): void {
    if (change.type === 'deliverable') return;
    if (bearsOnTerms(change)) this.changesTerms = true;
    if (!bearsOnAuthority(change)) return;
    this.bearsOnAuthority = true;
    if (!isIntroduction(change)) this.changesAuthority = true;
  }

  #refuse(seq: number, reason: Refusal, line: string): RefusedChange {
    const { stream, epoch, audience, memberId, keyId } = this.source;
    const count = (this.#refused.get(reason)?.count ?? 0) + 1;
    this.#refused.set(reason, { reason, memberId, count });
    const key = `${streamKey({ stream, epoch })}|${seq}`;
    return { key, stream, epoch, audience, memberId, keyId, seq, reason, line };
  }
}
