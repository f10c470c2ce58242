import i18next from 'i18next';
import { catalogue } from './en/catalogue.ts';
import type { helpCatalogue } from './en/help-catalogue.ts';
import type { viewCatalogue } from './en/view-catalogue.ts';
import { numberFormat } from './intl.ts';
import { currentLanguage, localeTag } from './language.ts';
import type { Words } from './words.ts';

type ViewCatalogue = typeof viewCatalogue;
type HelpCatalogue = typeof helpCatalogue;
type Catalogue = typeof catalogue & ViewCatalogue & HelpCatalogue;
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
  // What a language does not say yet, and what one of its countries says as all do.
  fallbackLng: 'en',
  load: 'currentOnly',
  // The catalogue is at hand: the first paint already has its words.
  initAsync: false,
  resources: { en: { translation: catalogue } },
  // React escapes.
  interpolation: { escapeValue: false },
});

/** Takes in the texts that come with a view; they are at hand from then on. */
export function addWords(words: ViewCatalogue | HelpCatalogue): void {
  i18n.addResourceBundle('en', 'translation', words);
  templates.clear();
}

/** All English texts that are at hand, by area. */
export const englishWords = (): Words => i18n.getResourceBundle('en', 'translation');

/** Speaks another language from now on; called once, before anything is drawn. */
export function speakWords(language: string, words: Words): void {
  i18n.addResourceBundle(language, 'translation', words);
  void i18n.changeLanguage(language);
  plurals = new Intl.PluralRules(localeTag());
  templates.clear();
}

/** The text of a key. `count` chooses the plural form; numbers read as everywhere else: `12,480`. */
export function t(key: TextKey, params?: TextParams): string {
  if (params === undefined) return plainText(key);
  const { count } = params;
  const template = typeof count === 'number' ? countedTemplate(key, count) : templateOf(key);
  if (template !== null) return filled(template, params);
  const replace = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, wordOf(value)]),
  );
  return i18n.t(key, { ...params, replace });
}

const wordOf = (value: string | number): string =>
  typeof value === 'number' ? numberFormat({ maximumFractionDigits: 2 }).format(value) : value;

/** A text cut where something is put in: words and names in turn, beginning and ending with words. */
type Template = readonly string[];

const PLACE = /\{\{(\w+)\}\}/;
let plurals = new Intl.PluralRules('en');
const templates = new Map<string, Template | null>();

/** Null where the catalogue says it otherwise: with a context, or a text within a text. */
function templateOf(key: string): Template | null {
  const held = templates.get(key);
  if (held !== undefined) return held;
  const text = resourceOf(currentLanguage(), key) ?? resourceOf('en', key);
  const isPlain = typeof text === 'string' && !text.includes('$t(');
  const parts = isPlain ? text.split(PLACE) : null;
  const template = parts?.some((part) => part.includes('{{')) === false ? parts : null;
  templates.set(key, template);
  return template;
}

const resourceOf = (language: string, key: string): unknown =>
  i18n.getResource(language, 'translation', key);

/** By the rules of CLDR, as the whole road takes them; a text of its own for none comes first. */
const countedTemplate = (key: string, count: number): Template | null =>
  (count === 0 ? templateOf(`${key}_zero`) : null) ??
  templateOf(`${key}_${plurals.select(count)}`) ??
  templateOf(`${key}_other`) ??
  templateOf(key);

function filled(template: Template, params: TextParams): string {
  let text = '';
  for (const [at, part] of template.entries()) {
    text += at % 2 === 0 ? part : wordOf(params[part] ?? '');
  }
  return text;
}

/** Most of what a screen says has nothing to put in. */
function plainText(key: TextKey): string {
  const template = templateOf(key);
  return template?.length === 1 && template[0] !== undefined ? template[0] : i18n.t(key);
}
