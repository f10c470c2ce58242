import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import { fail } from '#shared/result';
import type { Bridge } from '#shared/ipc';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import { save } from '../../../renderer/services/save.ts';
import { listenToToasts } from '../../../renderer/ui/toast.ts';
import { doneEdit, invited, managerDesk, must, sitDown } from './desks.ts';

/** A manager to whom something was sent, and whose journal answers so. */
async function managerWhoseJournal(append: Bridge['append']): Promise<void> {
  const manager = await managerDesk();
  const ana = await invited(manager);
  await sitDown(ana);
  must(await save([doneEdit('ana', 'a')]));
  must(await sendNow());
  const { computer } = manager;
  await sitDown({ ...manager, computer: { ...computer, bridge: { ...computer.bridge, append } } });
}

test('receipts that cannot be journalled are told, and the figures are shown all the same', async () => {
  const said: string[] = [];
  onTestFinished(listenToToasts(({ title }) => void said.push(title)));
  await managerWhoseJournal(async () => await Promise.resolve(fail('disk-full', 'after-fix')));
  expect(must(await pullNow()).newEntries).toBe(1);
  await expect.poll(() => said).not.toEqual([]);
});

test('neither what was imported nor what is sent by hand waits for receipts', async () => {
  let answer: (() => void) | undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await managerWhoseJournal(async () => {
    await answered;
    return fail('disk-failed', 'later');
  });
  expect(must(await pullNow()).newEntries).toBe(1);
  must(await sendNow());
  answer?.();
});
