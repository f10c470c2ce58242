import { join } from 'node:path';
import type { FileSystem } from '../file-system.ts';
import { FRAME_HEAD_BYTES, payloadLengthAt, readFrame } from './frame.ts';
import {
  advance,
  type HeadFrame,
  isChangesFrame,
  isHeadFrame,
  type JournalPart,
  type JournalState,
  stateOfHead,
} from './records.ts';

export const segmentPath = (directory: string, number: number): string =>
  join(directory, `${String(number).padStart(6, '0')}.journal`);

/** Numbers of the segments in a journal's directory, ascending. */
export async function listSegments(fs: FileSystem, directory: string): Promise<readonly number[]> {
  const names = await fs.readdir(directory);
  return names
    .filter((name) => /^\d{6}\.journal$/.test(name))
    .map((name) => Number(name.slice(0, 6)))
    .toSorted((a, b) => a - b);
}

export interface SegmentScan {
  readonly head: HeadFrame;
  readonly state: JournalState;
  /** Where the last sound frame ends: the next append goes here. */
  readonly end: number;
  /** Bytes after `end` that are more than one append cut short: something damaged what was written. */
  readonly isDamaged: boolean;
}

/** Reads a segment to its last sound frame; null where not even the first one is sound. */
export function scanSegment(bytes: Buffer): SegmentScan | null {
  const first = readFrame(bytes, 0);
  if (first === null || !isHeadFrame(first.value)) return null;
  let state = stateOfHead(first.value);
  let { end } = first;
  for (let frame = readFrame(bytes, end); frame !== null; frame = readFrame(bytes, end)) {
    if (isChangesFrame(frame.value)) state = advance(state, frame.value.parts);
    ({ end } = frame);
  }
  const claimed = payloadLengthAt(bytes, end);
  const isDamaged = claimed !== null && end + FRAME_HEAD_BYTES + claimed < bytes.length;
  return { head: first.value, state, end, isDamaged };
}

/** The appends in a segment's bytes, up to the first frame that is not sound. */
export function* partsIn(bytes: Buffer): Generator<JournalPart> {
  let offset = 0;
  for (let frame = readFrame(bytes, 0); frame !== null; frame = readFrame(bytes, offset)) {
    offset = frame.end;
    if (isChangesFrame(frame.value)) yield* frame.value.parts;
  }
}

/** A segment's first frame alone. */
export async function readHead(fs: FileSystem, path: string): Promise<HeadFrame | null> {
  const handle = await fs.open(path, 'r');
  try {
    const start = Buffer.alloc(FRAME_HEAD_BYTES);
    await handle.read(start, 0, start.length, 0);
    const length = payloadLengthAt(start, 0) ?? 0;
    const { size } = await handle.stat();
    if (length + FRAME_HEAD_BYTES > size) return null;
    const whole = Buffer.alloc(FRAME_HEAD_BYTES + length);
    await handle.read(whole, 0, whole.length, 0);
    const frame = readFrame(whole, 0);
    return frame !== null && isHeadFrame(frame.value) ? frame.value : null;
  } finally {
    await handle.close();
  }
}
