import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { productionLicences } from '../../scripts/pack/licences.mjs';

/** What may be built into a program that is given away in binary form without its source. */
const TAKEN =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|CC0-1\.0|CC-BY-3\.0|CC-BY-4\.0|OFL-1\.1|BlueOak-1\.0\.0|Python-2\.0|PSF-2\.0|Unlicense|Zlib|WTFPL|CC-BY-SA-3\.0| AND | OR |\(|\))+\)?$/;

test('every production dependency is listed once, under a licence that allows it', async () => {
  const listed = await productionLicences();
  const manifest: unknown = JSON.parse(
    await readFile(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  );
  const names = new Set(listed.map(({ name }) => name));
  const direct = Object.keys(
    typeof manifest === 'object' && manifest !== null
      ? (Reflect.get(manifest, 'dependencies') ?? {})
      : {},
  );
  expect(direct.length).toBeGreaterThan(20);
  expect(direct.filter((name) => !names.has(name))).toEqual([]);
  expect(
    listed.filter(({ name }) => ['vitest', 'electron-builder', 'typescript'].includes(name)),
  ).toEqual([]);
  const refused = listed.filter(({ licence }) => !TAKEN.test(licence));
  expect(refused.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  const words = listed.filter(({ text }) => text !== '');
  expect(words.length).toBeGreaterThan(listed.length * 0.8);
});

test('the module that is built from it holds each text once', async () => {
  const { licences, texts } = await import('virtual:licences');
  expect(new Set(texts).size).toBe(texts.length);
  expect(licences.find(([name]) => name === 'react')?.[2]).toBe('MIT');
});
