import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../../renderer/i18n/en/catalogue.ts';
import { viewCatalogue } from '../../../renderer/i18n/en/view-catalogue.ts';

// A key that does not exist does not compile; one that nobody shows any more has to be looked for.

type Texts = { readonly [key: string]: string | Texts };

function* keysIn(texts: Texts, prefix = ''): Generator<string> {
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text === 'string') yield (prefix + name).replace(/_(one|other)$/, '');
    else yield* keysIn(text, `${prefix}${name}.`);
  }
}

const root = path.resolve(import.meta.dirname, '../../..');
const source = readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(path.join('i18n', 'en') + path.sep))
  .map((file) => readFileSync(path.join(root, 'renderer', file), 'utf8'))
  .join('\n');

const keysQuoted = new Set(
  [...source.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key),
);
/** `app.save.${waiting}` and the like, each hole standing for one name. */
const keysComposed = [...source.matchAll(/`((?:[\w-]+\.)+\$\{[^`]*)`/g)].map(
  ([, text = '']) =>
    new RegExp(`^${text.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
);

test('every text of the catalogue is shown somewhere', () => {
  const unused = [...new Set(keysIn({ ...catalogue, ...viewCatalogue }))].filter(
    (key) => !keysQuoted.has(key) && !keysComposed.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
