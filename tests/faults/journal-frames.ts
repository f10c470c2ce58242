import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * A second reader of the journal's format, written from its description and sharing no code with the
 * app: frames of a length and a CRC-32C (32 bits each, little-endian) before JSON. What the app calls
 * saved must be found by this one too.
 */
export interface FoundChange {
  readonly stream: string;
  readonly seq: number;
  readonly h: string;
  readonly type: string;
  readonly id: string;
}

export interface JournalFindings {
  readonly changes: readonly FoundChange[];
  /** Changes whose hash does not follow from the one before, or whose number leaves a hole. */
  readonly chainBreaks: number;
}

interface Frame {
  readonly k: string;
  readonly parts?: readonly {
    readonly stream: string;
    readonly epoch: string;
    readonly changes: readonly (FoundChange & Record<string, unknown>)[];
  }[];
}

export function readJournal(directory: string): JournalFindings {
  const changes: FoundChange[] = [];
  const heads = new Map<string, { seq: number; h: string }>();
  let chainBreaks = 0;
  for (const name of readdirSync(directory).toSorted()) {
    if (!name.endsWith('.journal')) continue;
    for (const { parts = [] } of framesOf(readFileSync(path.join(directory, name)))) {
      for (const part of parts) {
        const stream = `${part.stream}-${part.epoch}`;
        for (const change of part.changes) {
          const head = heads.get(stream) ?? { seq: 0, h: '0'.repeat(64) };
          if (change.seq !== head.seq + 1 || change.h !== hashAfter(head.h, change)) chainBreaks++;
          heads.set(stream, { seq: change.seq, h: change.h });
          changes.push({ stream, seq: change.seq, h: change.h, type: change.type, id: change.id });
        }
      }
    }
  }
  return { changes, chainBreaks };
}

/** The sound frames from the start; a torn one ends the file. */
function* framesOf(bytes: Buffer): Generator<Frame> {
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at);
    const payload = bytes.subarray(at + 8, at + 8 + length);
    if (payload.length < length || crc32c(payload) !== bytes.readUInt32LE(at + 4)) return;
    yield JSON.parse(payload.toString()) as Frame;
    at += 8 + length;
  }
}

/** SHA-256(previous hash ‖ RFC 8785 form of the change without its own). */
function hashAfter(previous: string, change: Record<string, unknown>): string {
  const { h: _, ...rest } = change;
  return createHash('sha256')
    .update(`${previous}${sortedJson(rest)}`)
    .digest('hex');
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${sortedJson(each)}`).join(',')}}`;
}

/** CRC-32C (Castagnoli, RFC 3720), bit by bit: slow, and plain enough to be believed. */
function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}
