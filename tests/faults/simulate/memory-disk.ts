import type { Random } from '../../../shared/random.ts';

/**
 * A disk in memory that knows what would survive a power cut. A write is safe after its file's `sync`, a
 * new name after its directory's; until then a cut keeps, loses or tears it, as the seed says.
 */
export interface FileNode {
  readonly kind: 'file';
  readonly ino: number;
  bytes: Buffer;
  length: number;
  mtimeMs: number;
  /** How to take back what no `sync` has made safe, oldest first. */
  pending: Write[];
  /** Set while it is an online-only placeholder: who reads it waits until it arrives. */
  waitingReaders: (() => void)[] | null;
  /** Set while a sync tool has brought only the beginning: what it will be. */
  arriving: Buffer | null;
}

export interface DirectoryNode {
  readonly kind: 'directory';
  readonly ino: number;
  readonly entries: Map<string, DiskNode>;
  /** Steps that no `sync` has made safe, oldest first. */
  pending: (readonly EntryChange[])[];
  /** What a listing still says, where the file system shows what was there a while ago. */
  stale: readonly (readonly [string, DiskNode])[] | null;
}

export type DiskNode = FileNode | DirectoryNode;

interface Write {
  readonly at: number;
  readonly before: Buffer;
  readonly lengthBefore: number;
  readonly after: Buffer;
  readonly lengthAfter: number;
}

interface EntryChange {
  readonly name: string;
  readonly before: DiskNode | undefined;
  readonly after: DiskNode | undefined;
}

let lastIno = 0;

export const newFile = (mtimeMs: number): FileNode => ({
  kind: 'file',
  ino: (lastIno += 1),
  bytes: Buffer.alloc(0),
  length: 0,
  mtimeMs,
  pending: [],
  waitingReaders: null,
  arriving: null,
});

export const newDirectory = (): DirectoryNode => ({
  kind: 'directory',
  ino: (lastIno += 1),
  entries: new Map(),
  pending: [],
  stale: null,
});

export const contentOf = ({ bytes, length }: FileNode): Buffer => bytes.subarray(0, length);

/** Puts bytes into a file as they are, safe at once: what a sync tool does is not what is tested. */
export function fillFile(file: FileNode, content: Buffer, mtimeMs: number): void {
  file.bytes = Buffer.from(content);
  file.length = content.length;
  file.pending = [];
  file.mtimeMs = mtimeMs;
}

export function writeInto(file: FileNode, content: Buffer, at: number, mtimeMs: number): void {
  const end = Math.max(file.length, at + content.length);
  file.pending.push({
    at,
    before: Buffer.from(file.bytes.subarray(at, Math.min(file.length, at + content.length))),
    lengthBefore: file.length,
    after: Buffer.from(content),
    lengthAfter: end,
  });
  put(file, content, at, end);
  file.mtimeMs = mtimeMs;
}

export function truncateTo(file: FileNode, length: number, mtimeMs: number): void {
  const at = Math.min(length, file.length);
  const before = Buffer.from(file.bytes.subarray(at, file.length));
  const lengthBefore = file.length;
  file.pending.push({ at, before, lengthBefore, after: Buffer.alloc(0), lengthAfter: length });
  put(file, Buffer.alloc(Math.max(0, length - file.length)), file.length, length);
  file.mtimeMs = mtimeMs;
}

function put(file: FileNode, content: Buffer, at: number, length: number): void {
  if (at + content.length > file.bytes.length) {
    const grown = Buffer.alloc(Math.max(256, 2 * (at + content.length)));
    file.bytes.copy(grown, 0, 0, file.length);
    file.bytes = grown;
  }
  if (at > file.length) file.bytes.fill(0, file.length, at);
  content.copy(file.bytes, at);
  file.length = length;
}

/** Changes names together, as one step that a cut keeps or loses whole. */
export function changeEntries(
  directory: DirectoryNode,
  changes: readonly (readonly [string, DiskNode | undefined])[],
): void {
  const step = changes.map(([name, after]) => {
    const before = directory.entries.get(name);
    if (after) directory.entries.set(name, after);
    else directory.entries.delete(name);
    return { name, before, after };
  });
  directory.pending.push(step);
}

/** The power goes: each thing that no `sync` made safe is kept, lost, or torn. */
export function cutPower(node: DiskNode, random: Random): void {
  if (node.kind === 'file') {
    cutFile(node, random);
    return;
  }
  const kept = random.whole(0, node.pending.length);
  for (const step of node.pending.slice(kept).toReversed()) {
    for (const { name, before } of step) {
      if (before) node.entries.set(name, before);
      else node.entries.delete(name);
    }
  }
  node.pending = [];
  node.stale = null;
  for (const child of node.entries.values()) cutPower(child, random);
}

/** Writes of one file may reach the disk in any order, each whole or in part. */
function cutFile(file: FileNode, random: Random): void {
  const { pending } = file;
  if (pending.length === 0) return;
  for (const { at, before, lengthBefore } of pending.toReversed()) {
    put(file, before, at, lengthBefore);
  }
  for (const { at, after, lengthAfter } of pending) {
    const fate = random.whole(0, 2);
    if (fate === 0) continue;
    const part = fate === 1 ? after.length : random.whole(0, after.length);
    const end = fate === 1 ? lengthAfter : Math.max(file.length, at + part);
    put(file, after.subarray(0, part), at, end);
  }
  file.pending = [];
}

/** The same content on a disk of its own; `hasSameInos` for a machine's image, not for copied files. */
export function copyOf(node: DirectoryNode, hasSameInos: boolean): DirectoryNode {
  const ino = hasSameInos ? node.ino : (lastIno += 1);
  const entries = new Map<string, DiskNode>();
  for (const [name, child] of node.entries) {
    entries.set(
      name,
      child.kind === 'directory' ? copyOf(child, hasSameInos) : copyOfFile(child, hasSameInos),
    );
  }
  return { kind: 'directory', ino, entries, pending: [], stale: null };
}

const copyOfFile = (file: FileNode, hasSameInos: boolean): FileNode => ({
  ...file,
  ino: hasSameInos ? file.ino : (lastIno += 1),
  bytes: Buffer.from(contentOf(file)),
  pending: [],
  waitingReaders: file.waitingReaders && [],
});
