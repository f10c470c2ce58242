import type { FileSystem } from '../../../electron/sync/file-system.ts';
import type { Random } from '../../../shared/random.ts';
import {
  changeEntries,
  contentOf,
  type DirectoryNode,
  type DiskNode,
  type FileNode,
  newDirectory,
  newFile,
  truncateTo,
  writeInto,
} from './memory-disk.ts';

/** Plenty: a full disk is a fault of its own. */
const FREE_BLOCKS = 1_000_000;
const BLOCK_BYTES = 4_096;

/**
 * The file calls of one run of the program over a disk. It can die at any of them: that call is then done,
 * half done or not done, and no later one reaches the disk.
 */
export class MemoryFiles {
  isDead = false;
  /** Calls still to come before it dies. */
  callsLeft = Infinity;
  readonly #root: DirectoryNode;
  readonly #random: Random;
  readonly nowMs: () => number;
  #hanging: ((error: Error) => void)[] = [];

  constructor(root: DirectoryNode, random: Random, nowMs: () => number) {
    this.#root = root;
    this.#random = random;
    this.nowMs = nowMs;
  }

  die(): void {
    this.isDead = true;
    for (const reject of this.#hanging) reject(failure('EIO'));
    this.#hanging = [];
  }

  /** The engine uses a part of each call's forms, and this is that part. */
  get fileSystem(): FileSystem {
    const calls: Record<keyof FileSystem, (path: string, ...rest: never[]) => Promise<unknown>> = {
      open: async (path, flags: string) => this.call(() => this.#open(path, flags)),
      readFile: (path, encoding?: string) => this.#readFile(path, encoding),
      readdir: async (path, options?: { withFileTypes: true }) =>
        this.call(() => this.#readdir(path, options)),
      mkdir: async (path, options?: { recursive: boolean }) =>
        this.call(() => this.#mkdir(path, options?.recursive ?? false)),
      rename: async (from, to: string) => this.call(() => this.#rename(from, to)),
      unlink: async (path) => this.call(() => this.#unlink(path)),
      rm: async (path) => this.call(() => this.#remove(path)),
      stat: async (path) => this.call(() => statOf(this.#find(path))),
      statfs: async () => ({ bavail: FREE_BLOCKS, bsize: BLOCK_BYTES }),
    };
    return calls as unknown as FileSystem;
  }

  call<T>(work: () => T): T {
    if (this.isDead) throw failure('EIO');
    this.callsLeft -= 1;
    if (this.callsLeft > 0) return work();
    if (this.#random.chance(0.5)) work();
    this.die();
    throw failure('EIO');
  }

  async #readFile(path: string, encoding?: string): Promise<Buffer | string> {
    const file = this.call(() => fileOf(this.#find(path)));
    await this.arrived(file);
    const content = contentOf(file);
    return encoding === undefined ? Buffer.from(content) : content.toString('utf8');
  }

  /** Reading a placeholder hangs until it arrives, or the program ends. */
  async arrived(file: FileNode): Promise<void> {
    const { waitingReaders } = file;
    if (waitingReaders === null) return;
    await new Promise<void>((resolve, reject) => {
      waitingReaders.push(resolve);
      this.#hanging.push(reject);
    });
  }

  #open(path: string, flags: string): unknown {
    if (partsOf(path).length === 0) return new DirectoryHandle(this, this.#root);
    const { directory, name } = this.#placeOf(path);
    const found = directory.entries.get(name);
    if (found?.kind === 'directory') return new DirectoryHandle(this, found);
    if (found && flags.includes('x')) throw failure('EEXIST');
    if (!found && flags.startsWith('r')) throw failure('ENOENT');
    const file = found ?? newFile(this.nowMs());
    if (!found) changeEntries(directory, [[name, file]]);
    else if (flags.startsWith('w')) truncateTo(file, 0, this.nowMs());
    return new MemoryHandle(this, file);
  }

  /** Dying in the middle of a write leaves a part of it. */
  write(file: FileNode, bytes: Uint8Array, at: number): void {
    const content = Buffer.from(bytes);
    const isLast = this.callsLeft <= 1;
    const part = isLast ? this.#random.whole(0, content.length) : content.length;
    this.call(() => writeInto(file, content.subarray(0, part), at, this.nowMs()));
  }

  #readdir(path: string, options?: { withFileTypes: true }): unknown {
    const directory = directoryOf(this.#find(path));
    const entries = directory.stale ?? [...directory.entries];
    if (!options) return entries.map(([name]) => name);
    return entries.map(([name, { kind }]) => ({
      name,
      isFile: () => kind === 'file',
      isDirectory: () => kind === 'directory',
    }));
  }

  #mkdir(path: string, isRecursive: boolean): string | undefined {
    let directory = this.#root;
    let firstMade: string | undefined;
    const parts = partsOf(path);
    for (const [i, part] of parts.entries()) {
      const found = directory.entries.get(part);
      const isLast = i === parts.length - 1;
      if (found && isLast && !isRecursive) throw failure('EEXIST');
      if (!found && !isLast && !isRecursive) throw failure('ENOENT');
      const next = found ?? newDirectory();
      if (!found) {
        changeEntries(directory, [[part, next]]);
        firstMade ??= path
          .split('/')
          .slice(0, i + 3)
          .join('/');
      }
      directory = directoryOf(next);
    }
    return firstMade;
  }

  /** The engine renames within one directory only: one step for a power cut. */
  #rename(from: string, to: string): void {
    const source = this.#placeOf(from);
    const target = this.#placeOf(to);
    const node = this.#find(from);
    if (source.directory !== target.directory) throw failure('EXDEV');
    changeEntries(source.directory, [
      [source.name, undefined],
      [target.name, node],
    ]);
  }

  #unlink(path: string): void {
    fileOf(this.#find(path));
    this.#remove(path);
  }

  #remove(path: string): void {
    const { directory, name } = this.#placeOf(path);
    if (directory.entries.has(name)) changeEntries(directory, [[name, undefined]]);
  }

  #placeOf(path: string): { directory: DirectoryNode; name: string } {
    const parts = partsOf(path);
    const name = parts.pop() ?? '';
    return { directory: directoryOf(findBelow(this.#root, parts)), name };
  }

  #find(path: string): DiskNode {
    return findBelow(this.#root, partsOf(path));
  }
}

class DirectoryHandle {
  readonly #files: MemoryFiles;
  readonly #directory: DirectoryNode;

  constructor(files: MemoryFiles, directory: DirectoryNode) {
    this.#files = files;
    this.#directory = directory;
  }

  async sync(): Promise<void> {
    this.#files.call(() => (this.#directory.pending = []));
  }

  async close(): Promise<void> {
    // Holds nothing.
  }
}

class MemoryHandle {
  readonly #files: MemoryFiles;
  readonly #file: FileNode;

  constructor(files: MemoryFiles, file: FileNode) {
    this.#files = files;
    this.#file = file;
  }

  async sync(): Promise<void> {
    this.#files.call(() => (this.#file.pending = []));
  }

  async datasync(): Promise<void> {
    await this.sync();
  }

  async close(): Promise<void> {
    // Holds nothing.
  }

  async stat(): Promise<ReturnType<typeof statOf>> {
    return this.#files.call(() => statOf(this.#file));
  }

  async truncate(length: number): Promise<void> {
    this.#files.call(() => truncateTo(this.#file, length, this.#files.nowMs()));
  }

  async writeFile(content: Uint8Array | string): Promise<void> {
    this.#files.write(this.#file, Buffer.from(content), 0);
  }

  async write(bytes: Uint8Array, offset: number, length: number, at = this.#file.length) {
    this.#files.write(this.#file, bytes.subarray(offset, offset + length), at);
    return { bytesWritten: length };
  }

  async read(into: Buffer, offset: number, length: number, at: number) {
    this.#files.call(() => undefined);
    await this.#files.arrived(this.#file);
    return { bytesRead: contentOf(this.#file).copy(into, offset, at, at + length) };
  }
}

/** The first part only tells the disks of several devices apart. */
const partsOf = (path: string): string[] => path.split('/').slice(2);

function findBelow(root: DirectoryNode, parts: readonly string[]): DiskNode {
  let node: DiskNode = root;
  for (const part of parts) {
    if (node.kind === 'file') throw failure('ENOTDIR');
    const next: DiskNode | undefined = node.entries.get(part);
    if (!next) throw failure('ENOENT');
    node = next;
  }
  return node;
}

function fileOf(node: DiskNode): FileNode {
  if (node.kind !== 'file') throw failure('EISDIR');
  return node;
}

function directoryOf(node: DiskNode): DirectoryNode {
  if (node.kind !== 'directory') throw failure('ENOTDIR');
  return node;
}

const statOf = (node: DiskNode) => ({
  ino: node.ino,
  size: node.kind === 'file' ? node.length : 0,
  mtimeMs: node.kind === 'file' ? node.mtimeMs : 0,
  isFile: () => node.kind === 'file',
  isDirectory: () => node.kind === 'directory',
});

const failure = (code: string): Error => Object.assign(new Error(code), { code });
