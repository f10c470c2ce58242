import { LANGUAGES, type Language } from '../language.ts';
import { textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import { fieldStamp, type RecordState } from '../stream/merge.ts';

/**
 * What managers say in the languages of their team beside the plan's own words. A translation is a field of
 * the record itself, `why.es` beside `why`: it is written, merged, undone and kept in history as any other.
 */
const TRANSLATED_FIELDS = {
  goal: ['name', 'why'],
  priority: ['name', 'why'],
  objective: ['name', 'why'],
  keyResult: ['name', 'why'],
  outcome: ['name', 'statement', 'why', 'unit'],
  role: ['name', 'why'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TranslatedType = keyof typeof TRANSLATED_FIELDS;
export type TranslatedField = (typeof TRANSLATED_FIELDS)[TranslatedType][number];

export interface TranslatedText {
  readonly field: TranslatedField;
  readonly original: string;
  /** Empty where it is not translated. */
  readonly text: string;
  /** The original was written again after it was translated. */
  readonly isOutdated: boolean;
}

const fieldIn = (field: string, language: Language): string => `${field}.${language}`;

const fieldsOf = (type: string): readonly TranslatedField[] =>
  Object.entries(TRANSLATED_FIELDS).find(([each]) => each === type)?.[1] ?? [];

/** The texts of a record that have something to translate, in the order in which they are read. */
export function translationsOf(state: RecordState, language: Language): readonly TranslatedText[] {
  return fieldsOf(state.type).flatMap((field) => {
    const original = textOf(state.fields, field);
    const text = textOf(state.fields, fieldIn(field, language));
    if (original === '' && text === '') return [];
    const isOutdated =
      text !== '' && fieldStamp(state, field) > fieldStamp(state, fieldIn(field, language));
    return [{ field, original, text, isOutdated }];
  });
}

/** The record as it reads in a language; what is not translated stays in the plan's own words. */
export function inLanguage(state: RecordState, language: Language): RecordState {
  const spoken = fieldsOf(state.type).flatMap((field) => {
    const text = textOf(state.fields, fieldIn(field, language)).trim();
    return text === '' ? [] : [[field, text] as const];
  });
  if (spoken.length === 0) return state;
  return { ...state, fields: { ...state.fields, ...Object.fromEntries(spoken) } };
}

/** The fields to write for texts that were translated anew; an empty one takes a translation back. */
export const translationFields = (
  texts: Readonly<Partial<Record<TranslatedField, string>>>,
  language: Language,
): Fields =>
  Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [fieldIn(field, language), text.trim()]),
  );

/** In which languages something of a record is said. */
export const languagesOf = (state: RecordState): readonly Language[] =>
  LANGUAGES.filter((language) => translationsOf(state, language).some(({ text }) => text !== ''));
