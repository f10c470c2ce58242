import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#shared/language';
import { catalogue } from '../../../renderer/i18n/en/catalogue.ts';
import { helpCatalogue } from '../../../renderer/i18n/en/help-catalogue.ts';
import { viewCatalogue } from '../../../renderer/i18n/en/view-catalogue.ts';
import type { Words } from '../../../renderer/i18n/words.ts';
import { en } from '../../../electron/words/en.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const english = { ...catalogue, ...viewCatalogue, ...helpCatalogue };
const others = LANGUAGES.filter((each): each is Exclude<Language, 'en'> => each !== 'en');
const spoken = import.meta.glob<{ words: Words }>('../../../renderer/i18n/*/words.ts');
const native = import.meta.glob<Readonly<Record<string, string>>>(
  '../../../electron/words/*.json',
  { eager: true, import: 'default' },
);

function* texts(words: Words, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* texts(value, `${path}${key}.`);
  }
}

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\w+\}\}|\$t\([^)]*\)/g)].map(([place]) => place).toSorted();

/** The forms that a counted text needs; round millions, which Spanish tells apart, are read as the others. */
function formsOf(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))];
}

async function wordsOf(language: string): Promise<ReadonlyMap<string, string>> {
  const load = spoken[`../../../renderer/i18n/${language}/words.ts`];
  if (!load) throw new Error(`nobody speaks ${language}`);
  return new Map(texts((await load()).words));
}

const source = new Map(texts(english));
const stems = new Map<string, string>();
for (const [key, text] of source) stems.set(key.replace(PLURAL, ''), text);
const isCounted = (stem: string): boolean => source.has(`${stem}_other`);

describe.each(others)('%s', (language) => {
  test('says all that English says, in each of its plural forms, and nothing else', async () => {
    const words = await wordsOf(language);
    const wanted = [...stems.keys()].flatMap((stem) =>
      isCounted(stem) ? formsOf(language).map((form) => `${stem}_${form}`) : [stem],
    );
    const zeros = [...source.keys()].filter((key) => key.endsWith('_zero'));
    expect([...words.keys()].toSorted()).toEqual([...new Set([...wanted, ...zeros])].toSorted());
  });

  test('puts in what English puts in', async () => {
    const wrong: string[] = [];
    for (const [key, text] of await wordsOf(language)) {
      const stem = key.replace(PLURAL, '');
      const model = source.get(key) ?? source.get(`${stem}_other`) ?? source.get(stem) ?? '';
      const [has, wants] = [placesIn(text), placesIn(model)];
      // "One entry" may leave its number out.
      const isOne = /_(zero|one)$/.test(key);
      const missing = wants.filter(
        (each) => !has.includes(each) && !(isOne && each === '{{count}}'),
      );
      const strange = has.filter((each) => !placesIn(`${model}{{count}}`).includes(each));
      if (missing.length + strange.length > 0 || text.trim() === '') wrong.push(`${key}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  test('has a word for everything outside the page', () => {
    const words = native[`../../../electron/words/${language}.json`] ?? {};
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [name, text] of Object.entries(en)) {
      expect(placesIn(words[name] ?? '')).toEqual(placesIn(text));
    }
  });
});
