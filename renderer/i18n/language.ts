import { type AnyLanguage, type Language, LANGUAGES } from '#shared/language';

/**
 * How each language writes numbers and dates, as BCP 47 tags: `en-GB` names the day before the month, and
 * Spanish is written as in Bogotá. Digits are Latin everywhere, because they are copied into other tools.
 */
const LOCALE_TAGS: Readonly<Record<AnyLanguage, string>> = {
  en: 'en-GB',
  fil: 'fil-PH-u-nu-latn',
  es: 'es-CO-u-nu-latn',
  'pt-BR': 'pt-BR-u-nu-latn',
  hi: 'hi-IN-u-nu-latn',
  id: 'id-ID-u-nu-latn',
  vi: 'vi-VN-u-nu-latn',
  xx: 'en-GB',
  xr: 'en-GB',
};

let spoken: AnyLanguage = 'en';

/** What the window speaks, from its first paint to its last. */
export const currentLanguage = (): AnyLanguage => spoken;

/** The same, null where it is none that people speak. */
export const spokenLanguage = (): Language | null =>
  LANGUAGES.find((each) => each === spoken) ?? null;

/** The BCP 47 tag that numbers and dates are written by. */
export const localeTag = (): string => LOCALE_TAGS[spoken];

export const isRightToLeft = (language: AnyLanguage): boolean => language === 'xr';

export function setLanguage(language: AnyLanguage): void {
  spoken = language;
}
