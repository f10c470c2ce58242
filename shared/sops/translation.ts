import { sha256Hex } from '../imports/sha256.ts';
import { LANGUAGES, type Language } from '../language.ts';
import { textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/**
 * What an SOP says in another language. Record type `sopTranslation`, id = `sopTranslationId(...)`, audience
 * `team`, written by managers. A published version stays as it is: the translation lies beside it, and each text
 * of it is a field of its own, named by where the text stands and by the words that it translates
 * (`textField`). So it is good in every version that says the same there, and in no other.
 */
export const SOP_TRANSLATION_TYPE = 'sopTranslation';

/** Where a text of an SOP stands, whatever it says there: `title`, `step.<id>.how`. */
export type TextPlace =
  | 'title'
  | 'purpose'
  | `section.${string}`
  | `step.${string}.${'title' | 'how' | 'why' | 'option'}`;

/** As a language reads an SOP: its fields are read when somebody asks for one. */
export interface SopTranslation {
  readonly sopId: string;
  readonly fields: Fields;
}

export const sopTranslationId = (sopId: string, language: Language): string =>
  `${sopId}.${language}`;

/** The field that translates `original` where it stands; white space around it is no difference. */
export const textField = (place: TextPlace, original: string): string =>
  `${place}.${sha256Hex(original.trim()).slice(0, 16)}`;

/** The place that a field translates; empty for a field that translates nothing. */
export const placeIn = (field: string): string => /^(.+)\.[0-9a-f]{16}$/.exec(field)?.[1] ?? '';

/** The language that a record translates into; null where this program does not know it. */
export const languageOfTranslation = (id: string): Language | null =>
  LANGUAGES.find((language) => id.endsWith(`.${language}`)) ?? null;

/** Read from a record whose language is known. */
export const sopTranslationFrom = ({ id, fields }: RecordState): SopTranslation => ({
  sopId: id.slice(0, id.lastIndexOf('.')),
  fields,
});

/** A text as a translation says it; `original` where it says nothing of just these words. */
export const spokenText = (
  translation: SopTranslation | undefined,
  place: TextPlace,
  original: string,
): string =>
  (translation && textOf(translation.fields, textField(place, original)).trim()) || original;
