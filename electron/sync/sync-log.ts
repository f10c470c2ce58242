import { join } from 'node:path';
import type { WaitReason } from '#shared/ipc';
import type { IpcErrorCode } from '#shared/ipc-failures';
import { sha256Hex } from './batch-tools.ts';
import { type FileSystem, orAbsent } from './file-system.ts';

/** What can be noted: a closed list, so that no line can carry a text that somebody wrote. */
export type SyncLogCode =
  | 'opened'
  | 'place-changed'
  | 'epoch-retired'
  | 'sealed'
  | 'sent'
  | 'taken'
  | 'read-waits'
  | 'send-waits'
  | 'item-waits'
  | 'item-retried'
  | 'item-exported'
  | 'file-refused'
  | 'gap-seen'
  | 'fork-seen'
  | 'stream-rebuilt'
  | 'disk-state'
  | 'target-changed'
  | 'request-refused'
  | 'receipt'
  | 'receiver-found'
  | 'encryption';

type IdName = 'stream' | 'batch' | 'device' | 'member' | 'receiver' | 'file' | 'piece';
type CountName =
  | 'entries'
  | 'batches'
  | 'files'
  | 'bytes'
  | 'first'
  | 'last'
  | 'ms'
  | 'status'
  | 'tries'
  | 'streams'
  | 'waiting';

export interface SyncLogDetail {
  /** Only eight hex digits of each are written. */
  readonly ids?: Readonly<Partial<Record<IdName, string>>>;
  readonly counts?: Readonly<Partial<Record<CountName, number>>>;
  readonly reason?: WaitReason | IpcErrorCode;
  /** The system's name of a failed call, such as `ENOSPC`; anything else is left out. */
  readonly errno?: string;
}

const LINES_SHOWN = 500;
/** Two files of this size: the older half goes when the newer one is full. */
const FILE_BYTES = 128 * 1024;
const FILE_NAME = 'sync.log';
const OLD_FILE_NAME = 'sync.old.log';
const WRITE_AFTER_MS = 1_000;

/**
 * What the sync did, for whoever helps: times, codes, counts and short ids; never what a person typed, a
 * name, a path or an address. It is a help, not a record: what cannot be written is left out.
 */
export class SyncLog {
  #fs: FileSystem;
  #directory: string;
  #nowMs: () => number;
  /** Lines that are not in the file yet. */
  #pending: string[] = [];
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #isPrompt: boolean;

  /** `isPrompt` false: lines are written when asked for and at the end, not by a timer. */
  constructor(fs: FileSystem, directory: string, nowMs: () => number, isPrompt: boolean) {
    this.#fs = fs;
    this.#directory = directory;
    this.#nowMs = nowMs;
    this.#isPrompt = isPrompt;
  }

  note(code: SyncLogCode, detail: SyncLogDetail = {}): void {
    this.#pending.push(lineOf(this.#nowMs(), code, detail));
    if (this.#pending.length > LINES_SHOWN) this.#pending.shift();
    if (!this.#isPrompt || this.#timer) return;
    this.#timer = setTimeout(() => void this.flush(), WRITE_AFTER_MS);
    this.#timer.unref();
  }

  /** The last 500 lines, oldest first. */
  async lines(): Promise<readonly string[]> {
    await this.flush();
    const written = await Promise.all([this.#read(OLD_FILE_NAME), this.#read(FILE_NAME)]);
    const text = written.join('');
    return [...text.split('\n').filter((line) => line !== ''), ...this.#pending].slice(
      -LINES_SHOWN,
    );
  }

  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    const lines = this.#pending;
    if (lines.length === 0) return;
    this.#pending = [];
    try {
      await this.#turnOver();
      const handle = await this.#fs.open(join(this.#directory, FILE_NAME), 'a', 0o600);
      try {
        await handle.writeFile(`${lines.join('\n')}\n`);
      } finally {
        await handle.close();
      }
    } catch {
      // A full disk keeps them in memory: the next try may have room.
      this.#pending = [...lines, ...this.#pending].slice(-LINES_SHOWN);
    }
  }

  async #turnOver(): Promise<void> {
    const path = join(this.#directory, FILE_NAME);
    const found = await orAbsent(this.#fs.stat(path));
    if (found && found.size > FILE_BYTES) {
      await this.#fs.rename(path, join(this.#directory, OLD_FILE_NAME));
    }
  }

  async #read(name: string): Promise<string> {
    try {
      return (await orAbsent(this.#fs.readFile(join(this.#directory, name), 'utf8'))) ?? '';
    } catch {
      return '';
    }
  }
}

function lineOf(atMs: number, code: SyncLogCode, detail: SyncLogDetail): string {
  const { ids = {}, counts = {}, reason, errno = '' } = detail;
  return [
    new Date(atMs).toISOString(),
    code,
    ...(reason === undefined ? [] : [`reason=${reason}`]),
    ...(/^E[A-Z0-9]{2,20}$/.test(errno) ? [`errno=${errno}`] : []),
    ...Object.entries(ids).map(([name, id]) => `${name}=${shortId(id)}`),
    ...Object.entries(counts).map(([name, count]) => `${name}=${Math.round(count)}`),
  ].join(' ');
}

/** Of what is a hash already its beginning, so that two computers' logs can be laid side by side; of all else a hash. */
export const shortId = (id: string): string =>
  (/^[0-9a-f]{32,}/.test(id) ? id : sha256Hex(Buffer.from(id, 'utf8'))).slice(0, 8);
