import type { AnyLanguage, Language } from '#shared/language';
import { isRightToLeft, setLanguage } from './language.ts';
import { englishWords, speakWords } from './text.ts';
import type { Words } from './words.ts';

type Load = () => Promise<{ readonly words: Words }>;

/** Each language but English is a chunk of its own. */
const LOADS: Readonly<Record<Exclude<Language, 'en'>, Load>> = {
  fil: () => import('./fil/words.ts'),
  es: () => import('./es/words.ts'),
  'pt-BR': () => import('./pt-BR/words.ts'),
  hi: () => import('./hi/words.ts'),
  id: () => import('./id/words.ts'),
  vi: () => import('./vi/words.ts'),
};

/**
 * Makes the window speak a language from now on; called before anything is drawn. What a language does not
 * say yet is said in English.
 */
export async function speak(language: AnyLanguage): Promise<void> {
  setLanguage(language);
  document.documentElement.lang = language === 'xx' || language === 'xr' ? 'en' : language;
  document.documentElement.dir = isRightToLeft(language) ? 'rtl' : 'ltr';
  if (language !== 'en') speakWords(language, await wordsOf(language));
}

async function wordsOf(language: Exclude<AnyLanguage, 'en'>): Promise<Words> {
  if (language !== 'xx' && language !== 'xr') return (await LOADS[language]()).words;
  await Promise.all([import('./view-words.ts'), import('./help-words.ts')]);
  const { stretchedWords, mirroredWords } = await import('./pseudo.ts');
  return language === 'xx' ? stretchedWords(englishWords()) : mirroredWords(englishWords());
}
