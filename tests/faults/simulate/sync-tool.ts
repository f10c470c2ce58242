import type { Random } from '../../../shared/random.ts';
import {
  contentOf,
  type DirectoryNode,
  type FileNode,
  fillFile,
  newDirectory,
  newFile,
} from './memory-disk.ts';

/** What one device's sync tool keeps of the shared folder. */
export interface Replica {
  readonly root: DirectoryNode;
  /** Which of the shared files are moved to this device. */
  readonly isShared: (path: string) => boolean;
}

/** Of ten files that are due, about so many arrive whole, and the others in one of the bad ways. */
const FATES = [
  'whole',
  'whole',
  'whole',
  'whole',
  'late',
  'late',
  'cut',
  'copy',
  'online',
] as const;
const UPLOAD_RATIO = 0.7;
const MEND_RATIO = 0.6;

/**
 * A sync tool as its users meet it: files come late, in any order, twice, under a conflicted copy's name,
 * cut short for a while, as placeholders; listings are old; a file is away for a while.
 */
export class SyncTool {
  /** The tool's server: everything that was ever uploaded, by path. */
  readonly server = new Map<string, Buffer>();
  #random: Random;
  #nowMs: () => number;

  constructor(random: Random, nowMs: () => number) {
    this.#random = random;
    this.#nowMs = nowMs;
  }

  /** Moves some of what is due between a device and the server, badly. */
  exchange({ root, isShared }: Replica): void {
    const random = this.#random;
    const here = new Map(filesIn(root, ''));
    for (const [path, file] of here) {
      if (file.waitingReaders && random.chance(MEND_RATIO)) arrive(file);
      if (file.arriving && random.chance(MEND_RATIO)) this.#complete(file);
      if (random.chance(UPLOAD_RATIO)) this.#upload(path, file);
    }
    const due = [...this.server.keys()].filter((path) => !here.has(path) && isShared(path));
    for (const path of random.shuffled(due)) this.#download(root, path);
    const paths = [...here.keys()].filter((path) => this.server.has(path));
    if (paths.length > 0 && random.chance(0.1)) removeAt(root, random.pick(paths));
  }

  /** The network is sound again: everything is everywhere, as it is. */
  heal({ root, isShared }: Replica): void {
    showNow(root);
    for (const [path, file] of filesIn(root, '')) {
      arrive(file);
      this.#complete(file);
      this.#upload(path, file);
    }
    for (const [path, content] of this.server) {
      if (isShared(path) && fileAt(root, path) === null) this.#lay(root, path, content);
    }
  }

  #upload(path: string, file: FileNode): void {
    const isWhole = file.arriving === null && file.waitingReaders === null;
    if (isWhole && !this.server.has(path)) this.server.set(path, Buffer.from(contentOf(file)));
  }

  #download(root: DirectoryNode, path: string): void {
    const random = this.#random;
    const content = this.server.get(path) ?? Buffer.alloc(0);
    const isBatch = path.endsWith('.outlog') && !path.endsWith(COPY_NAME);
    const fate = isBatch ? random.pick(FATES) : 'whole';
    if (fate === 'late') return;
    if (random.chance(0.1)) showOld(directoryFor(root, path));
    if (fate === 'copy') this.#lay(root, path.replace(/\.outlog$/, COPY_NAME), content);
    const file = this.#lay(root, path, content);
    if (fate === 'online') file.waitingReaders = [];
    if (fate !== 'cut') return;
    fillFile(file, content.subarray(0, random.whole(0, content.length - 1)), this.#nowMs());
    file.arriving = content;
  }

  #lay(root: DirectoryNode, path: string, content: Buffer): FileNode {
    const file = newFile(this.#nowMs());
    fillFile(file, content, this.#nowMs());
    directoryFor(root, path).entries.set(path.slice(path.lastIndexOf('/') + 1), file);
    return file;
  }

  #complete(file: FileNode): void {
    if (file.arriving) fillFile(file, file.arriving, this.#nowMs());
    file.arriving = null;
  }
}

const COPY_NAME = " (Ana's conflicted copy 2026-11-22).outlog";

/** Every file but hidden ones, which sync tools and programs keep for themselves. */
export function* filesIn(directory: DirectoryNode, below: string): Generator<[string, FileNode]> {
  for (const [name, node] of directory.entries) {
    if (name.startsWith('.')) continue;
    const path = below === '' ? name : `${below}/${name}`;
    if (node.kind === 'file') yield [path, node];
    else yield* filesIn(node, path);
  }
}

function arrive(file: FileNode): void {
  for (const goOn of file.waitingReaders ?? []) goOn();
  file.waitingReaders = null;
}

function fileAt(root: DirectoryNode, path: string): FileNode | null {
  const found = directoryFor(root, path).entries.get(path.slice(path.lastIndexOf('/') + 1));
  return found?.kind === 'file' ? found : null;
}

function removeAt(root: DirectoryNode, path: string): void {
  const file = fileAt(root, path);
  if (file) arrive(file);
  directoryFor(root, path).entries.delete(path.slice(path.lastIndexOf('/') + 1));
}

function directoryFor(root: DirectoryNode, path: string): DirectoryNode {
  let directory = root;
  for (const part of path.split('/').slice(0, -1)) {
    const found = directory.entries.get(part);
    const next = found?.kind === 'directory' ? found : newDirectory();
    directory.entries.set(part, next);
    directory = next;
  }
  return directory;
}

/** From now on its listing says what is there now, whatever comes, until the tool looks again. */
function showOld(directory: DirectoryNode): void {
  directory.stale = directory.stale === null ? [...directory.entries] : null;
}

function showNow(directory: DirectoryNode): void {
  directory.stale = null;
  for (const node of directory.entries.values()) if (node.kind === 'directory') showNow(node);
}
