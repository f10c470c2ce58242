import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryEdit, readAllIds, team, testEngine, value } from './parts/test-engine.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';

test(
  'an open engine picks up what the last run left, and hears of what comes',
  { timeout: 30_000 },
  async () => {
    const root = temporaryFolder();
    const { manager, assistant, workspace, assistantId } = await team(root);
    await manager.engine.close();
    const active = await testEngine(join(root, 'manager'), { isActive: true });
    const log = async (id: string) => {
      const edits = [entryEdit(assistantId, id)];
      value(await assistant.engine.append({ workspace, memberId: assistantId, edits }));
      value(await assistant.engine.sendNow(workspace));
    };
    await log('before');
    // Nobody asks for anything: the workspace opens, looks, and goes on looking.
    await expect.poll(() => active.incoming.length, { timeout: 15_000 }).toBeGreaterThan(0);
    expect(await readAllIds(active.engine, workspace)).toContain('202611-before');
    const heard = active.incoming.length;
    await log('after');
    active.engine.focused();
    await expect.poll(() => active.incoming.length, { timeout: 15_000 }).toBeGreaterThan(heard);
    expect(await readAllIds(active.engine, workspace)).toContain('202611-after');
    await expect
      .poll(() => active.statuses.at(-1), { timeout: 15_000 })
      .toMatchObject({ workspace, waiting: 'none' });
  },
);

test(
  'a look into the folder seals nothing: what was logged waits to travel together',
  { timeout: 30_000 },
  async () => {
    const root = temporaryFolder();
    const { manager, assistant, workspace, assistantId } = await team(root);
    await assistant.engine.close();
    const active = await testEngine(join(root, 'assistant'), { isActive: true });
    const log = async (id: string) => {
      const edits = [entryEdit(assistantId, id)];
      value(await active.engine.append({ workspace, memberId: assistantId, edits }));
    };
    const unsent = async () => value(await active.engine.syncStatus(workspace)).unsentCount;
    await log('goes');
    // The start sends what it finds, once.
    await expect.poll(unsent, { timeout: 15_000 }).toBe(0);
    await log('waits');
    // Something arrives by the look, so the look is over; nothing has gone the other way.
    value(
      await manager.engine.append({
        workspace,
        memberId: manager.engine.workspaces()[0]?.seats[0]?.memberId ?? '',
        edits: [{ audience: 'team', type: 'client', id: 'c', fields: { name: 'Acme' } }],
      }),
    );
    value(await manager.engine.sendNow(workspace));
    const heard = active.incoming.length;
    active.engine.focused();
    await expect.poll(() => active.incoming.length, { timeout: 15_000 }).toBeGreaterThan(heard);
    expect(await unsent()).toBe(1);
    expect(value(await active.engine.sendNow(workspace)).unsentCount).toBe(0);
  },
);
