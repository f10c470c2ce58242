import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Random } from '../../../shared/random.ts';

const KINDS = ['deleted', 'emptied', 'truncated', 'flipped', 'flipped'] as const;
const MOST_FLIPS = 64;

/** Does something to the window's database in a user-data folder; says what. */
export function damage(userData: string, random: Random): string {
  const folder = path.join(userData, 'IndexedDB');
  if (!existsSync(folder)) throw new Error('There is no IndexedDB to damage.');
  const kind = random.pick(KINDS);
  if (kind === 'deleted') rmSync(folder, { recursive: true });
  const files = kind === 'deleted' ? [] : filesBelow(folder);
  const hit = random.shuffled(files).slice(0, random.whole(1, 3));
  for (const file of hit) {
    const bytes = readFileSync(file);
    if (kind === 'emptied') rmSync(file);
    else if (kind === 'truncated') truncateSync(file, random.whole(0, bytes.length));
    else flip(file, bytes, random);
  }
  return `${kind} ${hit.map((file) => path.basename(file)).join(' ')}`;
}

function flip(file: string, bytes: Buffer, random: Random): void {
  if (bytes.length === 0) return;
  for (let left = random.whole(1, MOST_FLIPS); left > 0; left -= 1) {
    const at = random.whole(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
  }
  writeFileSync(file, bytes);
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'LOCK')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
