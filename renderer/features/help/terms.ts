import { helpTerms } from '../../i18n/en/help-terms.ts';
import { t } from '../../i18n/text.ts';

export type Term = keyof typeof helpTerms;

const isTerm = (name: string): name is Term => name in helpTerms;

export const TERMS: readonly Term[] = Object.keys(helpTerms).filter(isTerm);

/** The glossary by the alphabet of the language that is spoken. */
export const sortedTerms = (): readonly Term[] =>
  TERMS.toSorted((a, b) => t(`helpTerms.${a}.title`).localeCompare(t(`helpTerms.${b}.title`)));
