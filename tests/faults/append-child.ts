import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { plainProtector } from './plain-protector.ts';

/**
 * Appends without end, five appends in flight, and writes a line with each one's ids the moment it is
 * answered. Started with a data folder; founds the workspace where there is none. Ends by being killed.
 */
const [dir = '', salt = ''] = process.argv.slice(2);
const engine = await openEngine({
  dir,
  protector: plainProtector,
  nowMs: () => Date.now(),
  random: (count) => randomBytes(count),
  onStatus: () => undefined,
  onIncoming: () => undefined,
});
const workspace = engine.workspaces()[0] ?? (await found());
const memberId = workspace.seats[0]?.memberId ?? '';
let count = 0;

async function found() {
  const input = { name: 'Kill', memberName: 'Robin', timeZone: 'UTC' };
  const made = await engine.createWorkspace(input);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

async function writeWithoutEnd(): Promise<never> {
  for (;;) {
    const ids = Array.from({ length: 1 + (count % 4) }, () => `202611-${salt}${(count += 1)}`);
    const edits = ids.map((id) => ({
      audience: `m-${memberId}` as const,
      type: 'deliverable',
      id,
      fields: { title: `Entry ${id}`, note: 'x'.repeat(count % 700) },
    }));
    const answer = await engine.append({ workspace: workspace.id, memberId, edits });
    if (!answer.ok) throw new Error(answer.error.code);
    writeSync(1, `${ids.join(' ')}\n`);
  }
}

await Promise.all(Array.from({ length: 5 }, writeWithoutEnd));
