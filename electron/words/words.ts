import type { AnyLanguage, Language } from '#shared/language';
import { en } from './en.ts';

export type WordName = keyof typeof en;
type NativeWords = Readonly<Partial<Record<WordName, string>>>;

const LOADS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: NativeWords }>>> = {
  fil: () => import('./fil.json'),
  es: () => import('./es.json'),
  'pt-BR': () => import('./pt-BR.json'),
  hi: () => import('./hi.json'),
  id: () => import('./id.json'),
  vi: () => import('./vi.json'),
};

let spoken: NativeWords = en;

/** Everything that is said from now on outside the page is said in a language; English where it has no word. */
export async function speakNatively(language: AnyLanguage): Promise<void> {
  if (language === 'en' || language === 'xx' || language === 'xr') spoken = en;
  else spoken = (await LOADS[language]()).default;
}

/** A text with its values in their places: `{{host}}`. */
export const word = (name: WordName, values: Readonly<Record<string, string>> = {}): string =>
  (spoken[name] ?? en[name]).replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, place: string) => values[place] ?? '',
  );
