import type { Language } from '#shared/language';
import {
  type TranslatedField,
  type TranslatedType,
  translationFields,
} from '#shared/plan/translation';
import { t } from '../i18n/text.ts';
import { planEdit, type Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

/** Says some texts of a record of the plan in a language; undone as one. */
export const saveTranslation = async (
  { type, id, name }: { readonly type: TranslatedType; readonly id: string; readonly name: string },
  language: Language,
  texts: Readonly<Partial<Record<TranslatedField, string>>>,
): Undoable =>
  await saveUndoable(t('translations.undo', { name }), [
    planEdit(type, id, translationFields(texts, language)),
  ]);
