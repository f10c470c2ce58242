import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../renderer/i18n/en/catalogue.ts';
import '../../../renderer/i18n/view-words.ts';
import { viewCatalogue } from '../../../renderer/i18n/en/view-catalogue.ts';
import { failures } from '../../../renderer/i18n/en/failures.ts';
import { failureText } from '../../../renderer/i18n/failures.ts';
import { t } from '../../../renderer/i18n/text.ts';

test('a count chooses its form and is grouped', () => {
  expect(t('app.save.allReceived', { count: 1 })).toBe('Your entry is received');
  expect(t('app.save.allReceived', { count: 12_480 })).toBe('All 12,480 received');
});

test('what a person typed is put in as it is, and read as nothing else', () => {
  const name = '<b>{{count}}</b> $t(app.name) & Söns';
  expect(t('welcome.backTo', { name })).toBe(`Back to ${name}`);
});

type Texts = { readonly [key: string]: string | Texts };

function* leaves(texts: Texts, path: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* leaves(value, `${path}${key}.`);
  }
}

test('every text with a plural has both of its forms', () => {
  const keys = new Set([...leaves({ ...catalogue, ...viewCatalogue }, '')].map(([key]) => key));
  const halves = [...keys].filter(
    (key) =>
      (key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other'))) ||
      (key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one'))),
  );
  expect(halves).toEqual([]);
});

test('no text is empty, and no placeholder is left open', () => {
  const broken = [...leaves({ ...catalogue, ...viewCatalogue }, '')].filter(
    ([, text]) =>
      text.trim() === '' || text.replaceAll(/\{\{\w+\}\}/g, '').match(/[{}]{2}/) !== null,
  );
  expect(broken).toEqual([]);
});

describe('failures', () => {
  test.each(Object.keys(failures.title) as (keyof typeof failures.title)[])(
    '%s is said in words with what to do',
    (code) => {
      const { title, text } = failureText({ code });
      expect(title).not.toContain('failures.');
      expect(text).not.toContain('failures.');
      expect(text).toMatch(/[.!]$/);
      expect(title).not.toMatch(/[.!]$/);
    },
  );

  test('titles and texts are of the same codes', () => {
    expect(Object.keys(failures.text).toSorted()).toEqual(Object.keys(failures.title).toSorted());
  });
});
