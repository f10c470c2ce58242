import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { temporaryFolder, test } from './launch.ts';
import {
  joinAndSend,
  logAndSend,
  newestBatch,
  openDevice,
  valueOf,
} from './steps/distant-device.ts';
import { openView } from './steps/fields.ts';
import {
  addMemberAndInvite,
  chooseSyncFolder,
  figureIn,
  importNow,
  startTeam,
} from './steps/manager.ts';
import { chooseInDialog } from './steps/native-dialogs.ts';
import { makeReadOnly } from './steps/read-only.ts';

const ENTRIES = 3;

/** Ways in which a batch can go wrong on its way, and what is said of each. */
const DAMAGES: readonly {
  readonly name: string;
  readonly make: (bytes: Buffer) => Buffer;
  readonly says: RegExp;
}[] = [
  {
    name: 'truncated',
    make: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)),
    says: /The file ends too early/,
  },
  { name: 'bit-flipped', make: flipOneBit, says: /The file is damaged|signature is not right/ },
  {
    name: 'newer',
    make: (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('"minReader":1', '"minReader":9'), 'latin1'),
    says: /The file needs a newer Outlog/,
  },
  {
    name: 'not a batch',
    make: () => Buffer.from('Dear team, attached are the figures.'),
    says: /This is not an Outlog batch/,
  },
];

test('damaged, foreign and newer files and folders gone wrong are named, and nothing is lost', async ({
  outlog,
}) => {
  const { page, app } = outlog;
  const root = await temporaryFolder('bad-input');
  const folder = path.join(root, 'shared');
  const bad = path.join(root, 'bad');
  const invite = path.join(folder, 'ana.outlog-invite');
  await Promise.all([mkdir(folder), mkdir(bad)]);
  try {
    await startTeam(page, 'Cedar Lane Shop', 'Inês Prado');
    await chooseSyncFolder(outlog, folder);
    await addMemberAndInvite(
      outlog,
      { name: 'Ana Reyes', role: 'Listings', zone: 'Manila' },
      invite,
    );
    await page
      .getByRole('button', { name: 'Send now' })
      .or(page.getByText('Team'))
      .first()
      .waitFor();

    const ana = await openDevice(path.join(root, 'ana'));
    await joinAndSend(ana, invite, '', ENTRIES);
    await ana.close();
    const good = newestBatch(folder);
    const aside = path.join(root, 'aside.outlog');
    await rename(good, aside);
    const bytes = await readFile(aside);

    await test.step('chosen by hand, each says what is wrong with it', async () => {
      await openView(page, 'Sync');
      for (const { name, make, says } of DAMAGES) {
        const file = path.join(bad, `${name}.outlog`);
        await writeFile(file, make(bytes));
        await chooseInDialog(app, file);
        await page.getByRole('button', { name: 'Choose files…' }).click();
        await expect(byHand(page), name).toContainText(says);
        await expect(byHand(page), name).toContainText(`${name}.outlog`);
      }
    });

    await test.step('a batch of another workspace is not taken, dropped or chosen', async () => {
      const foreign = await foreignBatch(path.join(root, 'elsewhere'));
      await drop(byHand(page), 'foreign.outlog', await readFile(foreign));
      await expect(byHand(page)).toContainText('The file belongs to another workspace');
      await expectNoEntries(page);
    });

    await test.step('damaged in the folder, it is named; whole again, it is read', async () => {
      await writeFile(good, flipOneBit(bytes));
      await openView(page, 'Overview');
      expect(await importNow(page)).toMatchObject({ 'New entries': '0', 'Not taken': '1' });
      await expectNoEntries(page);
      await rm(good);
      await copyFile(aside, good);
      await openView(page, 'Overview');
      const figures = await importNow(page);
      expect(figures).toMatchObject({ 'Not taken': '0' });
      // The app looks by itself as well, and may have been quicker.
      expect([String(ENTRIES), '0']).toContain(figures['New entries']);
      await expectEntries(page);
    });

    await test.step('a folder that is gone is said to be out of reach', async () => {
      await rename(folder, `${folder}-away`);
      await openView(page, 'Overview');
      await page.getByRole('button', { name: 'Import now' }).click();
      const dialog = page.getByRole('dialog', { name: 'Import what has arrived' });
      await expect(dialog).toContainText('The folder cannot be reached');
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expectEntries(page);
      await rename(`${folder}-away`, folder);
    });

    await test.step('a folder that may not be written to is said to be so, and sent to later', async () => {
      const makeWritable = makeReadOnly(folder);
      try {
        await openView(page, 'Team');
        await page.getByRole('button', { name: 'Add member', exact: true }).first().click();
        const dialog = page.getByRole('dialog', { name: 'Add a member' });
        await dialog.getByRole('textbox', { name: 'Name' }).fill('Ben Cruz');
        await dialog.getByRole('button', { name: 'Add member' }).click();
        await openView(page, 'Sync');
        await page.getByRole('button', { name: 'Send now' }).click();
        await expect(page.getByText('the folder cannot be written to').first()).toBeVisible();
        await expectEntries(page);
      } finally {
        makeWritable();
      }
      await openView(page, 'Sync');
      await page.getByRole('button', { name: 'Send now' }).click();
      await expect(page.getByText('Nothing waits.')).toBeVisible();
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

const byHand = (page: Page): Locator => page.getByRole('region', { name: 'By hand' });

async function expectEntries(page: Page): Promise<void> {
  await openView(page, 'Entries');
  await expect(figureIn(page, 'Completed')).toHaveText(String(ENTRIES));
}

async function expectNoEntries(page: Page): Promise<void> {
  await openView(page, 'Entries');
  await expect(page.getByText('No entries yet')).toBeVisible();
  await openView(page, 'Sync');
}

/** One bit in the middle of the body, where only a hash can tell. */
function flipOneBit(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  const at = Math.floor((flipped.indexOf('\n') + flipped.lastIndexOf('\n')) / 2);
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  return flipped;
}

async function foreignBatch(root: string): Promise<string> {
  const folder = path.join(root, 'shared');
  await mkdir(folder, { recursive: true });
  const other = await openDevice(path.join(root, 'other'));
  const entry = valueOf(
    await other.createWorkspace({ name: 'Elsewhere', memberName: 'Omar', timeZone: 'UTC' }),
  );
  valueOf(await other.setFolder(entry.id, folder));
  await logAndSend(other, entry.id, entry.seats[0]?.memberId ?? '', '', 1);
  await other.close();
  return newestBatch(folder);
}

/** Drops a file as a person would from a mail. */
async function drop(target: Locator, name: string, bytes: Buffer): Promise<void> {
  const transfer = await target.page().evaluateHandle(
    ({ name, content }) => {
      const data = new DataTransfer();
      const raw = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
      data.items.add(new File([raw], name));
      return data;
    },
    { name, content: bytes.toString('base64') },
  );
  const area = target.getByRole('group', { name: 'Drop .outlog files here' });
  await area.dispatchEvent('dragover', { dataTransfer: transfer });
  await area.dispatchEvent('drop', { dataTransfer: transfer });
}
