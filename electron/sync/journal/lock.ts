import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { removeQuietly } from '../atomic-write.ts';
import { errnoOf, type FileSystem, orAbsent } from '../file-system.ts';
import { objectIn } from '#shared/stream/batch-header';

/** Held by this process; a lock file with our own process id that is not here is a dead namesake's. */
const held = new Set<string>();

/**
 * Takes the lock file, or answers null while another living process holds it. A lock left by a dead
 * process, or by one of before the last boot, is taken over: process ids come round again.
 */
export async function takeLock(
  fs: FileSystem,
  path: string,
): Promise<{ release: () => Promise<void> } | null> {
  if (held.has(path)) return null;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await createLock(fs, path)) {
      held.add(path);
      return { release: () => release(fs, path) };
    }
    const found = await orAbsent(fs.readFile(path, 'utf8'));
    if (found !== null && isAlive(found)) return null;
    if (found !== null) await setAside(fs, path, found);
  }
  return null;
}

async function createLock(fs: FileSystem, path: string): Promise<boolean> {
  try {
    const handle = await fs.open(path, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(identify(process.pid)));
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Renamed before it is deleted: of two that find the same dead lock only one takes it away. */
async function setAside(fs: FileSystem, path: string, dead: string): Promise<void> {
  const aside = `${path}-${randomBytes(6).toString('hex')}`;
  if ((await orAbsent(fs.rename(path, aside))) === null) return;
  const moved = await orAbsent(fs.readFile(aside, 'utf8'));
  if (moved === dead) await orAbsent(fs.unlink(aside));
  else await orAbsent(fs.rename(aside, path));
}

/** A lock file that cannot be deleted is a dead one from now on: whoever comes next takes it over. */
async function release(fs: FileSystem, path: string): Promise<void> {
  held.delete(path);
  await removeQuietly(fs, path);
}

interface Holder {
  readonly pid: number;
  readonly bootAtMs: number;
  /** Linux: when the process began, in clock ticks since boot; elsewhere the empty text. */
  readonly startedAt: string;
}

const identify = (pid: number): Holder => ({
  pid,
  bootAtMs: Math.round(Date.now() - uptime() * 1000),
  startedAt: startOf(pid),
});

const BOOT_SLACK_MS = 5 * 60_000;

function isAlive(lockText: string): boolean {
  const holder = objectIn(lockText);
  const pid = Number(holder?.['pid']);
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errnoOf(error) === 'ESRCH') return false;
  }
  const now = identify(pid);
  if (now.startedAt !== '') return now.startedAt === holder?.['startedAt'];
  return Math.abs(now.bootAtMs - Number(holder?.['bootAtMs'])) < BOOT_SLACK_MS;
}

/** Field 22 of /proc/<pid>/stat; the second field, a name in brackets, may itself hold blanks. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
