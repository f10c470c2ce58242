import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { program } from './program.ts';

const MB = 1_000_000;
/** Chromium and Node are most of it; the program itself is the archive. */
const BUDGET_MB = { installed: 270, download: 115, own: 12 };

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(path.join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function within(what: string, bytes: number, budgetMb: number): void {
  console.log(`${what}: ${(bytes / MB).toFixed(1)} MB of ${budgetMb} MB`);
  expect(bytes / MB, what).toBeLessThanOrEqual(budgetMb);
}

test('what is installed stays within its budget', async () => {
  within('installed', await bytesBelow(program.folder), BUDGET_MB.installed);
  const own = await stat(path.join(program.resources, 'app.asar'));
  within('of it our own', own.size, BUDGET_MB.own);
});

test('what is downloaded stays within its budget', async () => {
  const names = await readdir(program.archives);
  const packed = names.filter((name) => /\.(AppImage|deb|tar\.gz|dmg|zip|exe)$/.test(name));
  expect(packed.length).toBeGreaterThan(0);
  for (const name of packed) {
    const { size } = await stat(path.join(program.archives, name));
    within(name, size, BUDGET_MB.download);
  }
});
