import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './atomic-write.ts';
import { type Listed, listedSchema } from './endpoint/listing.ts';
import { type FileSystem, orAbsent } from './file-system.ts';
import type { Position } from './journal/read-journal.ts';

const schema = z.object({
  v: z.literal(1),
  /** The id of the target that this is about: another one starts fresh. The first target was a folder. */
  folder: z.string().nullable(),
  lastSentAtMs: z.number().nullable(),
  lastReadAtMs: z.number().nullable(),
  sent: z.record(z.string(), z.object({ seq: z.int(), h: z.string() })),
  kept: z.array(z.string()).default([]),
  cursor: z.string().nullable().default(null),
  missing: z.array(listedSchema).default([]),
});

/** How far each own stream is proven to be at the target. */
export interface DeliveryState {
  target: string | null;
  lastSentAtMs: number | null;
  lastReadAtMs: number | null;
  /** How far each own stream is there without a hole, by its key. */
  readonly sent: Map<string, Position>;
  /** Own batches that are there beyond that, by their hash: something before them is not. */
  readonly kept: Set<string>;
  /** Where the next listing of a receiver goes on. */
  cursor: string | null;
  /** What a receiver listed and did not give, by its hash. */
  readonly missing: Map<string, Listed>;
}

export const freshDelivery = (target: string | null): DeliveryState => ({
  target,
  lastSentAtMs: null,
  lastReadAtMs: null,
  sent: new Map(),
  kept: new Set(),
  cursor: null,
  missing: new Map(),
});

const FILE_NAME = 'delivery.json';

/** A file that is missing, damaged or about another target gives a fresh state: everything is looked at again. */
export async function readDelivery(
  fs: FileSystem,
  directory: string,
  target: string | null,
): Promise<DeliveryState> {
  const text = await orAbsent(fs.readFile(join(directory, FILE_NAME), 'utf8'));
  const parsed = text === null ? null : parse(text);
  if (parsed === null || parsed.folder !== target) return freshDelivery(target);
  const { lastSentAtMs, lastReadAtMs, sent, kept, cursor, missing } = parsed;
  return {
    target,
    lastSentAtMs,
    lastReadAtMs,
    sent: new Map(Object.entries(sent)),
    kept: new Set(kept),
    cursor,
    missing: new Map(missing.map((item) => [item.sha256, item])),
  };
}

function parse(text: string): z.infer<typeof schema> | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export async function writeDelivery(
  fs: FileSystem,
  directory: string,
  { target, sent, kept, missing, ...rest }: DeliveryState,
): Promise<void> {
  const text = JSON.stringify({
    v: 1,
    folder: target,
    ...rest,
    sent: Object.fromEntries(sent),
    kept: [...kept],
    missing: [...missing.values()],
  });
  await writeAtomically(fs, join(directory, FILE_NAME), Buffer.from(text));
}
