import i18next from 'i18next';
import { catalogue } from './en/catalogue.ts';
import type { viewCatalogue } from './en/view-catalogue.ts';
import { formatNumber } from './format.ts';

type ViewCatalogue = typeof viewCatalogue;
type Catalogue = typeof catalogue & ViewCatalogue;
type PluralSuffix = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type WithoutPlural<K extends string> = K extends `${infer Stem}${PluralSuffix}` ? Stem : K;

/** Dotted keys of a catalogue; the plural forms of one text share one key. */
type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

/** `today.title`, `sync.waiting.no-folder`: a key that no catalogue has does not compile. */
export type TextKey = KeysOf<Catalogue>;

export type TextParams = Readonly<Record<string, string | number>>;

const i18n = i18next.createInstance();

void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  // The catalogue is at hand: the first paint already has its words.
  initAsync: false,
  resources: { en: { translation: catalogue } },
  // React escapes.
  interpolation: { escapeValue: false },
});

/** Takes in the texts that come with a view; they are at hand from then on. */
export function addWords(words: ViewCatalogue): void {
  i18n.addResourceBundle('en', 'translation', words);
}

/** The text of a key. `count` chooses the plural form; numbers read as everywhere else: `12,480`. */
export function t(key: TextKey, params?: TextParams): string {
  if (params === undefined) return plainText(key);
  const replace = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value) : value,
    ]),
  );
  return i18n.t(key, { ...params, replace });
}

/** Most of what a screen says has nothing to put in: read as it stands, for a fifth of the time. */
function plainText(key: TextKey): string {
  const text: unknown = i18n.getResource('en', 'translation', key);
  return typeof text === 'string' ? text : i18n.t(key);
}
