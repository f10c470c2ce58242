import type { Projection } from './projection.ts';
import type { LedgerBlock, OwnWrite } from './stored.ts';

/**
 * Counts this device's entries by how far they have travelled without reading them: one bit for each
 * sequence number of an own stream, set where that change is the last word on a live deliverable.
 */
const BLOCK_SIZE = 8_192;

/** Bits to set and clear, gathered over a transaction. */
export class LedgerWriter {
  readonly #db: Projection;
  readonly #blocks = new Map<
    string,
    { streamKey: string; block: number; bits: [number, boolean][] }
  >();

  constructor(db: Projection) {
    this.#db = db;
  }

  move(from: OwnWrite | undefined, to: OwnWrite | undefined): void {
    if (from) this.#mark(from, false);
    if (to) this.#mark(to, true);
  }

  async flush(): Promise<void> {
    const keys = [...this.#blocks.keys()];
    if (keys.length === 0) return;
    const held = await this.#db.ledger.bulkGet(keys);
    await this.#db.ledger.bulkPut(
      [...this.#blocks].map(([key, { streamKey, block, bits }], at) => ({
        key,
        streamKey,
        block,
        bits: withBits(held[at]?.bits ?? new Uint8Array(BLOCK_SIZE / 8), bits),
      })),
    );
  }

  #mark({ streamKey, seq }: OwnWrite, isSet: boolean): void {
    const block = Math.floor(seq / BLOCK_SIZE);
    const key = `${streamKey}|${block}`;
    const marks = this.#blocks.get(key) ?? { streamKey, block, bits: [] };
    marks.bits.push([seq % BLOCK_SIZE, isSet]);
    this.#blocks.set(key, marks);
  }
}

/** How many live entries have their last own change in a block at or below `seq`. */
export function countUpTo({ block, bits }: LedgerBlock, seq: number): number {
  const within = Math.min(seq - block * BLOCK_SIZE + 1, BLOCK_SIZE);
  let count = 0;
  for (let at = 0; at * 8 < within; at += 1) {
    const left = within - at * 8;
    const byte = bits[at] ?? 0;
    count += bitCount(left >= 8 ? byte : byte & ((1 << left) - 1));
  }
  return count;
}

export const countAll = (block: LedgerBlock): number => countUpTo(block, Number.MAX_SAFE_INTEGER);

function withBits(held: Uint8Array, marks: readonly [number, boolean][]): Uint8Array {
  const bits = Uint8Array.from(held);
  for (const [at, isSet] of marks) {
    const byte = bits[at >> 3] ?? 0;
    bits[at >> 3] = isSet ? byte | (1 << (at & 7)) : byte & ~(1 << (at & 7));
  }
  return bits;
}

function bitCount(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
