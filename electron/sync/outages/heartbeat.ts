import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { removeQuietly, writeAtomically } from '../atomic-write.ts';
import { type FileSystem, orAbsent } from '../file-system.ts';

const schema = z.object({
  v: z.literal(1),
  /** Where the journal lay: a copy on another computer has no past of its own. */
  place: z.string(),
  /** `closed`: somebody quit. `ended`: it crashed, or the session was ended, and it could still say so. */
  state: z.enum(['running', 'closed', 'ended']),
  aliveAtMs: z.number(),
  /** The target has not been reached since; null where it was, or nobody looked. */
  unreachable: z
    .object({
      fromMs: z.number(),
      /** Whether this computer was in no network at all whenever it looked. */
      isSure: z.boolean(),
      /** Whether it is in the member's log already. */
      isWritten: z.boolean(),
    })
    .nullable(),
});

export type Heartbeat = z.infer<typeof schema>;
export type Unreachable = NonNullable<Heartbeat['unreachable']>;

const FILE_NAME = 'heartbeat.json';

/** The last sign of life, or null where there is none that can be read. */
export async function readHeartbeat(fs: FileSystem, directory: string): Promise<Heartbeat | null> {
  const text = await orAbsent(fs.readFile(join(directory, FILE_NAME), 'utf8'));
  try {
    return text === null ? null : schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const textOf = (beat: Omit<Heartbeat, 'v'>): string => `${JSON.stringify({ v: 1, ...beat })}\n`;

/** Flushed each time: a power cut is what it is read after. */
export async function writeHeartbeat(
  fs: FileSystem,
  directory: string,
  beat: Omit<Heartbeat, 'v'>,
): Promise<void> {
  await writeAtomically(fs, join(directory, FILE_NAME), Buffer.from(textOf(beat)));
}

/** For the last moments of a process, in which nothing can be awaited. */
export function writeHeartbeatNow(directory: string, beat: Omit<Heartbeat, 'v'>): void {
  try {
    writeFileSync(join(directory, FILE_NAME), textOf(beat), { mode: 0o600 });
  } catch {
    // The next start asks what it was.
  }
}

/** Where the end of a run cannot be written down, no sign is better than a wrong one. */
export const removeHeartbeat = (fs: FileSystem, directory: string): Promise<void> =>
  removeQuietly(fs, join(directory, FILE_NAME));
