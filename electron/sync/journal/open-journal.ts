import { join } from 'node:path';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { writeAtomically } from '../atomic-write.ts';
import { type FileSystem, flushDirectory, makeDirectory, orAbsent } from '../file-system.ts';
import { type ActiveSegment, Journal } from './journal.ts';
import { takeLock } from './lock.ts';
import { EMPTY_STATE, JOURNAL_VERSION, type JournalState } from './records.ts';
import { listSegments, scanSegment, segmentPath } from './segment.ts';

export interface OpenJournal {
  readonly journal: Journal;
  /** Finishes what is queued, closes the files and lets go of the lock. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a journal for writing: reads the last segment only, and cuts it after its last sound frame.
 * Failures: `journal-locked`, `batch-newer` (a newer program wrote it). File errors are thrown.
 */
export async function openJournal(
  fs: FileSystem,
  directory: string,
  segmentBytes?: number,
): Promise<Result<OpenJournal, IpcFailure>> {
  await makeDirectory(fs, directory);
  const lock = await takeLock(fs, join(directory, 'lock'));
  if (lock === null) return fail('journal-locked', 'after-fix');
  try {
    const found = await findTail(fs, directory);
    if (found === 'newer') {
      await lock.release();
      return fail('batch-newer', 'after-fix');
    }
    const journal = new Journal({
      fs,
      directory,
      ...found,
      ...(segmentBytes !== undefined && { segmentBytes }),
    });
    const close = async () => {
      await journal.close();
      await lock.release();
    };
    return ok({ journal, close });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Tail {
  readonly state: JournalState;
  readonly active: ActiveSegment | null;
  readonly lastSegment: number;
}

async function findTail(fs: FileSystem, directory: string): Promise<Tail | 'newer'> {
  const numbers = await listSegments(fs, directory);
  for (const number of numbers.toReversed()) {
    const path = segmentPath(directory, number);
    const bytes = await fs.readFile(path);
    const scan = scanSegment(bytes);
    if (scan === null) {
      // Its making was cut short before anything in it was answered, or its start is damaged.
      await setAside(fs, directory, number, bytes);
      await fs.unlink(path);
      continue;
    }
    if (scan.head.v > JOURNAL_VERSION) return 'newer';
    if (scan.isDamaged) await setAside(fs, directory, number, bytes.subarray(scan.end));
    const handle = await fs.open(path, 'r+');
    try {
      if (scan.end < bytes.length) await handle.truncate(scan.end);
      // Whoever wrote it may have died before this much, or the file's very name, was safe.
      await handle.datasync();
      await flushDirectory(fs, directory);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return {
      state: scan.state,
      active: { number, handle, end: scan.end },
      lastSegment: numbers.at(-1) ?? number,
    };
  }
  return { state: EMPTY_STATE, active: null, lastSegment: numbers.at(-1) ?? 0 };
}

/** Damaged bytes may still be somebody's work: they are kept beside the journal, under a name nobody reads. */
async function setAside(
  fs: FileSystem,
  directory: string,
  number: number,
  bytes: Buffer,
): Promise<void> {
  if (bytes.every((byte) => byte === 0)) return;
  const path = join(directory, `damaged-${String(number).padStart(6, '0')}-${bytes.length}.part`);
  if ((await orAbsent(fs.stat(path))) === null) await writeAtomically(fs, path, bytes);
}
