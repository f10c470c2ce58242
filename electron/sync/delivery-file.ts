import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './atomic-write.ts';
import { type FileSystem, orAbsent } from './file-system.ts';
import type { Position } from './journal/read-journal.ts';

const schema = z.object({
  v: z.literal(1),
  /** The id of the target that this is about: another one starts fresh. The first target was a folder. */
  folder: z.string().nullable(),
  lastSentAtMs: z.number().nullable(),
  lastReadAtMs: z.number().nullable(),
  sent: z.record(z.string(), z.object({ seq: z.int(), h: z.string() })),
});

/** How far each own stream is proven to be at the target. */
export interface DeliveryState {
  target: string | null;
  lastSentAtMs: number | null;
  lastReadAtMs: number | null;
  readonly sent: Map<string, Position>;
}

export const freshDelivery = (target: string | null): DeliveryState => ({
  target,
  lastSentAtMs: null,
  lastReadAtMs: null,
  sent: new Map(),
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
  const { lastSentAtMs, lastReadAtMs, sent } = parsed;
  return { target, lastSentAtMs, lastReadAtMs, sent: new Map(Object.entries(sent)) };
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
  { target, sent, ...rest }: DeliveryState,
): Promise<void> {
  const text = JSON.stringify({ v: 1, folder: target, ...rest, sent: Object.fromEntries(sent) });
  await writeAtomically(fs, join(directory, FILE_NAME), Buffer.from(text));
}
