import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { program } from './program.ts';

const ARCHIVE = path.join(program.resources, 'app.asar');

const integrity = z.object({ algorithm: z.literal('SHA256'), hash: z.string() });
interface Entry {
  readonly files?: Readonly<Record<string, Entry>> | undefined;
  readonly integrity?: z.infer<typeof integrity> | undefined;
}
const entry: z.ZodType<Entry> = z.lazy(() =>
  z.object({
    files: z.record(z.string(), entry).optional(),
    integrity: integrity.optional(),
  }),
);

function* filesIn(found: Entry, place = ''): Generator<readonly [string, Entry]> {
  for (const [name, below] of Object.entries(found.files ?? {})) {
    const at = path.join(place, name);
    if (below.files) yield* filesIn(below, at);
    else yield [at, below];
  }
}

test('every file of the archive carries the hash of what it holds', () => {
  const files = [...filesIn(entry.parse(getRawHeader(ARCHIVE).header))];
  expect(files.length).toBeGreaterThan(50);
  for (const [file, { integrity: carried }] of files) {
    const held = createHash('sha256').update(extractFile(ARCHIVE, file)).digest('hex');
    expect(carried?.hash, file).toBe(held);
  }
});

test('the archive holds the built program, and nothing of its making', () => {
  const files = listPackage(ARCHIVE, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  expect(files).toEqual(
    expect.arrayContaining(['/dist/main/main.cjs', '/dist/preload/preload.cjs', '/package.json']),
  );
  const unwanted = files.filter((file) => /\.map$|node_modules|\.tsx?$|\/tests?\//.test(file));
  expect(unwanted).toEqual([]);
});

test('nothing that could be loaded in its place lies beside it', async () => {
  const beside = await readdir(program.resources);
  expect(beside).not.toContain('default_app.asar');
  expect(beside).not.toContain('app');
  expect(beside).not.toContain('app.asar.unpacked');
});
