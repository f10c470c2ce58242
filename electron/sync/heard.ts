import { join } from 'node:path';
import { z } from 'zod';
import { numberOf, textOf } from '#shared/record-fields';
import type { VerifiedBatch } from '#shared/stream/batch-decode';
import type { ClockOffset, DeviceStanding } from '#shared/sync-report';
import { writeAtomically } from './atomic-write.ts';
import {
  type Bounds,
  lastWallTime,
  learn,
  NOTHING_KNOWN,
  offsetIn,
  offsetOfAnswer,
} from './clock-offset.ts';
import { type FileSystem, orAbsent } from './file-system.ts';

const bound = z.object({ ms: z.number(), atMs: z.number() }).nullable();
const boundsSchema = z.object({ atLeast: bound, atMost: bound });
const schema = z.object({
  v: z.literal(1),
  devices: z.record(z.string(), boundsSchema.extend({ heardAtMs: z.number() })),
  receiver: boundsSchema.nullable(),
});

interface HeardDevice extends Bounds {
  readonly heardAtMs: number;
}

const FILE_NAME = 'heard.json';

/** Gives when an entry of an own stream was written, by our wall clock; null where that is not known. */
export type WrittenAt = (streamKey: string, seq: number) => Promise<number | null>;

/**
 * When each device was last heard of, and what that told of its clock. Kept across runs for whoever asks;
 * nothing depends on it, so a file that is lost or cannot be written costs only the memory.
 */
export class Heard {
  #fs: FileSystem;
  #path: string;
  #nowMs: () => number;
  #devices = new Map<string, HeardDevice>();
  #receiver: Bounds | null = null;
  #isDirty = false;

  constructor(fs: FileSystem, directory: string, nowMs: () => number) {
    this.#fs = fs;
    this.#path = join(directory, FILE_NAME);
    this.#nowMs = nowMs;
  }

  async open(): Promise<void> {
    try {
      const text = await orAbsent(this.#fs.readFile(this.#path, 'utf8'));
      const parsed = text === null ? null : schema.safeParse(JSON.parse(text)).data;
      if (!parsed) return;
      this.#devices = new Map(Object.entries(parsed.devices));
      this.#receiver = parsed.receiver;
    } catch {
      // Begun anew.
    }
  }

  /** Something new of a device arrived just now. */
  async note({ header, heads, changeAt }: VerifiedBatch, writtenAt: WrittenAt): Promise<void> {
    const nowMs = this.#nowMs();
    const wallMs = lastWallTime(heads);
    const known = this.#devices.get(header.keyId) ?? NOTHING_KNOWN;
    const atLeastMs = wallMs === null ? null : wallMs - nowMs;
    let bounds = learn(known, { atLeastMs, atMostMs: null }, nowMs);
    const receiptAt = heads.findLastIndex(({ type }) => type === 'receipt');
    const receipt = receiptAt < 0 ? undefined : changeAt(receiptAt);
    const readAtMs = receipt ? numberOf(receipt.fields, 'atMs') : null;
    if (receipt && readAtMs !== null) {
      const seq = numberOf(receipt.fields, 'seq') ?? 0;
      const oursMs = await writtenAt(textOf(receipt.fields, 'streamKey'), seq);
      const atMostMs = oursMs === null ? null : readAtMs - oursMs;
      bounds = learn(bounds, { atLeastMs: readAtMs - nowMs, atMostMs }, nowMs);
    }
    this.#devices.set(header.keyId, { ...bounds, heardAtMs: nowMs });
    this.#isDirty = true;
  }

  /** What the receiver's `Date` said; the times are ours, UTC ms. */
  noteReceiver(dateMs: number, askedAtMs: number, answeredAtMs: number): void {
    const offset = offsetOfAnswer(dateMs, askedAtMs, answeredAtMs);
    this.#receiver = learn(this.#receiver ?? NOTHING_KNOWN, offset, answeredAtMs);
    this.#isDirty = true;
  }

  forgetReceiver(): void {
    this.#receiver = null;
    this.#isDirty = true;
  }

  devices(): readonly DeviceStanding[] {
    return [...this.#devices].map(([keyId, { heardAtMs, ...bounds }]) => ({
      keyId,
      heardAtMs,
      offset: offsetIn(bounds),
    }));
  }

  receiverOffset(): ClockOffset | null {
    return this.#receiver && offsetIn(this.#receiver);
  }

  async save(): Promise<void> {
    if (!this.#isDirty) return;
    this.#isDirty = false;
    const devices = Object.fromEntries(this.#devices);
    const text = JSON.stringify({ v: 1, devices, receiver: this.#receiver });
    // The next thing heard is written with it.
    await writeAtomically(this.#fs, this.#path, Buffer.from(text)).catch(() => undefined);
  }
}
