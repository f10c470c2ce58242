import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { fromBufferPromise } from 'yauzl';
import { openView } from './steps/fields.ts';
import { saveInDialog } from './steps/native-dialogs.ts';
import { temporaryFolder, test } from './launch.ts';
import { pdfPages, pdfText } from './pdf-text.ts';

/** The sample's logs are read like anybody's; a busy machine takes its time. */
const READ_LIMIT_MS = 60_000;

test('what a view shows leaves as a workbook, a table, data and a report', async ({
  outlog: { app, page },
}) => {
  const folder = await temporaryFolder('reports');
  const saved = async (act: string, file: string): Promise<Buffer> => {
    await saveInDialog(app, path.join(folder, file));
    await page.getByRole('button', { name: 'Share', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: act }).press('Enter');
    await expect(page.getByText(`Saved as ${file}`)).toBeVisible();
    return await readFile(path.join(folder, file));
  };
  try {
    await page.getByRole('button', { name: /sample/i }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await expect(page.getByRole('progressbar', { name: /^Rebuilding/ })).toBeHidden({
      timeout: READ_LIMIT_MS,
    });

    await test.step('the entries, all of them and not the page in sight', async () => {
      await openView(page, 'Entries');
      await expect(page.getByRole('grid', { name: 'Entries' })).toBeVisible();
      const count = Number(
        (await page.getByRole('grid', { name: 'Entries' }).getAttribute('aria-rowcount')) ?? 0,
      );
      const csv = (await saved('Table (CSV)…', 'entries.csv')).toString('utf8');
      const lines = csv.trimEnd().split('\r\n');
      expect(lines[0]).toContain('Completed (UTC),Completed zone,Completed (local)');
      // The grid counts its header too; a note with line breaks would make more lines, none fewer.
      expect(lines.length).toBeGreaterThanOrEqual(count);
      expect(count).toBeGreaterThan(1_000);

      const sheet = await firstSheet(await saved('Excel workbook…', 'entries.xlsx'));
      expect(sheet.match(/<row /g)?.length).toBe(count);

      const data = JSON.parse((await saved('Data (JSON)…', 'entries.json')).toString('utf8')) as {
        readonly tables: readonly { readonly rows: readonly unknown[] }[];
      };
      expect(data.tables[0]?.rows).toHaveLength(count - 1);
    });

    await test.step('a report, written as a country writes: for a chat, as a picture, on paper', async () => {
      await openView(page, 'Insights');
      await expect(page.getByRole('tabpanel')).toBeVisible();
      await page.getByRole('button', { name: 'Share', exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: /^Report/ }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Report' });
      await expect(dialog.getByRole('article')).toContainText('Fernlight');
      await dialog.getByRole('button', { name: 'Copy as text for a chat' }).click();
      await expect(page.getByText('Copied: paste it into a chat')).toBeVisible();
      expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^\*\*Insights/);
      await saveInDialog(app, path.join(folder, 'insights.png'));
      await dialog.getByRole('button', { name: 'Save as picture…' }).click();
      await expect(page.getByText('Saved as insights.png')).toBeVisible();
      const png = await readFile(path.join(folder, 'insights.png'));
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      // Twice as dense as the screen, and more on it than white.
      expect(png.readUInt32BE(16)).toBe(1_640);
      expect(png.length).toBeGreaterThan(20_000);
      await saveInDialog(app, path.join(folder, 'insights.pdf'));
      await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
      await expect(page.getByText('Saved as insights.pdf')).toBeVisible();
      const pdf = await readFile(path.join(folder, 'insights.pdf'));
      expect(pdfPages(pdf)).toBeGreaterThanOrEqual(1);
      expect(pdfText(pdf)).toContain('Fernlight');
      // The page around it is not on paper.
      expect(pdfText(pdf)).not.toContain('Save as PDF');
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function firstSheet(bytes: Buffer): Promise<string> {
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === 'xl/worksheets/sheet1.xml') {
      return await text(await zip.openReadStreamPromise(entry));
    }
  }
  throw new Error('the workbook has no sheet');
}
