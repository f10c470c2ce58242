/** The languages that the program speaks, by their BCP 47 tags. */
export const LANGUAGES = ['en', 'fil', 'es', 'pt-BR', 'hi', 'id', 'vi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Not for people: `xx` stretches every text and marks its ends, `xr` turns the program right to left. */
export const TEST_LANGUAGES = ['xx', 'xr'] as const;
export type AnyLanguage = Language | (typeof TEST_LANGUAGES)[number];

export const LANGUAGE_CHOICES = ['system', ...LANGUAGES, ...TEST_LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/**
 * The language that a choice means on a computer whose own languages are `preferred`, best first, as BCP 47
 * tags. Tagalog is Filipino, and any Portuguese is nearer to Brazil's than to English.
 */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): AnyLanguage {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const [base = ''] = tag.toLowerCase().split('-');
    const spoken = base === 'tl' ? 'fil' : base;
    const found = LANGUAGES.find((each) => each.toLowerCase().split('-')[0] === spoken);
    if (found) return found;
  }
  return 'en';
}

/** Where a page's address says what it speaks. */
const LANGUAGE_PARAMETER = 'lang';

/** A page's address that asks for a language; nothing is added for English, which is at hand. */
export const addressOf = (page: string, language: AnyLanguage): string =>
  language === 'en' ? page : `${page}?${LANGUAGE_PARAMETER}=${language}`;

/** The language that the query of an address asks for; English where it asks for none that there is. */
export function languageInAddress(query: string): AnyLanguage {
  const asked = new RegExp(`[?&]${LANGUAGE_PARAMETER}=([^&]*)`).exec(query)?.[1];
  return [...LANGUAGES, ...TEST_LANGUAGES].find((each) => each === asked) ?? 'en';
}
