import type { Language } from '#shared/language';
import { SOP_TRANSLATION_TYPE, sopTranslationId } from '#shared/sops/translation';
import { fieldPieces } from '#shared/stream/field-pieces';
import { planEdit, type Saved } from './plan.ts';
import { save } from './save.ts';

/** What is said of texts of an SOP, by the fields that translate them (`textField`); empty takes one back. */
export type SaidTexts = ReadonlyMap<string, string>;

/** Saves texts of an SOP in a language, in as many changes as they need. */
export const saveSopTexts = async (sopId: string, language: Language, texts: SaidTexts): Saved =>
  await save(
    fieldPieces(Object.fromEntries(texts)).map((fields) =>
      planEdit(SOP_TRANSLATION_TYPE, sopTranslationId(sopId, language), fields),
    ),
  );
