import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { plainProtector } from './plain-protector.ts';

/**
 * Appends and sends without end into a disk that is about to lose its power. The moment something is
 * answered it is told: `saved` with the ids, `sent` with how far each stream was read back from the
 * folder. Beside that it writes a file that nobody flushes: what becomes of it shows that the power cut
 * is one. Started with the disk's directory; ends by being killed.
 */
const [disk = '', salt = ''] = process.argv.slice(2);
const folder = join(disk, 'folder');
const unflushed = join(disk, `unflushed-${salt}`);
const dir = join(disk, 'data');
mkdirSync(folder, { recursive: true });

const engine = await openEngine(
  {
    dir,
    protector: plainProtector,
    nowMs: () => Date.now(),
    random: (count) => randomBytes(count),
    onStatus: () => undefined,
    onIncoming: () => undefined,
  },
  // The ballast alone would fill a disk as small as this.
  { isActive: false, diskLimits: { lowBytes: 0, fullBytes: 0, ballastBytes: 0 } },
);
const workspace = engine.workspaces()[0] ?? (await found());
const memberId = workspace.seats[0]?.memberId ?? '';
let count = 0;

async function found() {
  const made = await engine.createWorkspace({ name: 'P', memberName: 'Robin', timeZone: 'UTC' });
  if (!made.ok) throw new Error(made.error.code);
  const chosen = await engine.setFolder(made.value.id, folder);
  if (!chosen.ok) throw new Error(chosen.error.code);
  return made.value;
}

const tell = (line: string): void => void writeSync(1, `${line}\n`);

async function writeWithoutEnd(): Promise<never> {
  for (;;) {
    const id = `202611-${salt}${(count += 1)}`;
    const fields = { title: `Entry ${id}`, note: 'x'.repeat(count % 700) };
    const edits = [{ audience: `m-${memberId}` as const, type: 'deliverable', id, fields }];
    appendFileSync(unflushed, `${id}\n`);
    const answer = await engine.append({ workspace: workspace.id, memberId, edits });
    if (!answer.ok) throw new Error(answer.error.code);
    tell(`saved ${id}`);
  }
}

async function sendWithoutEnd(): Promise<never> {
  for (;;) {
    const status = await engine.sendNow(workspace.id);
    if (!status.ok) throw new Error(status.error.code);
    for (const { stream, epoch, sentSeq } of status.value.own) {
      if (sentSeq > 0) tell(`sent ${stream}-${epoch} ${sentSeq}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

await Promise.all([writeWithoutEnd(), writeWithoutEnd(), sendWithoutEnd()]);
