import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, temporaryFolder } from './launch.ts';
import { foundTeam, joinBy, logAndSend, newestBatch, openDevice } from './steps/distant-device.ts';

test('a batch file opens the program and is imported, at the start and while it runs', async () => {
  const root = await temporaryFolder('batch-files');
  const folder = path.join(root, 'shared');
  const inviteFile = path.join(folder, 'ana.outlog-invite');
  const managerData = path.join(root, 'manager');
  await mkdir(folder);
  const manager = await openDevice(managerData);
  const assistant = { id: 'ana', name: 'Ana Reyes', zone: 'Asia/Manila' };
  const workspace = await foundTeam(manager, { folder, inviteFile, assistant, plan: [] });
  await manager.close();
  const device = await openDevice(path.join(root, 'ana'));
  const entry = await joinBy(device, inviteFile);
  const memberId = entry.seats[0]?.memberId ?? '';
  await logAndSend(device, workspace, memberId, '', 3);
  const first = path.join(root, 'first.outlog');
  const second = path.join(root, 'second.outlog');
  await rename(newestBatch(folder), first);
  await device.close();

  // Nothing comes by the folder: what is imported came by the file that was opened.
  await rename(folder, path.join(root, 'shared-away'));
  const { app, page } = await launchApp(managerData, [first]);
  try {
    await expect(page.getByText('The file brought 3 new entries')).toBeVisible();
    await rename(first, second);
    await expect(launchApp(managerData, [second])).rejects.toThrow();
    await expect(page.getByText('The file brought 0 new entries')).toBeVisible();
  } finally {
    await app.close();
    await rm(root, { recursive: true, force: true });
  }
});
