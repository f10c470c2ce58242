import '../../../i18n/view-words.ts';
import { useState } from 'react';
import { LANGUAGES, type Language } from '#shared/language';
import {
  languagesOf,
  type TranslatedField,
  type TranslatedText,
  type TranslatedType,
  translationsOf,
} from '#shared/plan/translation';
import type { RecordState } from '#shared/stream/merge';
import { usePlanRecord } from '../../../data/plan-record.ts';
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { saveTranslation } from '../../../services/translations.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.ts';
import css from './translate-dialog.module.css';

export interface Translated {
  readonly type: TranslatedType;
  readonly id: string;
  readonly name: string;
}

interface TranslateDialogProps {
  readonly item: Translated;
  readonly onClose: () => void;
}

type Texts = Readonly<Partial<Record<TranslatedField, string>>>;

/** What a record of the plan says, in the languages of the team: one at a time, beside the plan's own words. */
export function TranslateDialog({ item, onClose }: TranslateDialogProps) {
  const state = usePlanRecord(item.type, item.id);
  if (!state) return null;
  return <TranslateForm item={item} state={state} onClose={onClose} />;
}

function TranslateForm({ item, state, onClose }: TranslateDialogProps & { state: RecordState }) {
  const [language, setLanguage] = useState(() => firstLanguage(state));
  const [typed, setTyped] = useState<Texts>({});
  const [isSaving, setIsSaving] = useState(false);
  const texts = translationsOf(state, language);
  const save = async (): Promise<void> => {
    setIsSaving(true);
    const saved = await saveTranslation(item, language, typed);
    setIsSaving(false);
    if (!saved.ok) return announceFailure(saved.error);
    showToast({ title: t('translations.saved', { name: item.name }) });
    onClose();
  };
  return (
    <FormDialog
      title={t('translations.title', { name: item.name })}
      description={texts.length === 0 ? t('translations.nothing') : t('translations.text')}
      onClose={onClose}
      submitLabel={t('translations.save')}
      isSaving={isSaving}
      onSubmit={() => void (Object.keys(typed).length > 0 ? save() : onClose())}
      className={css['fields']}
    >
      <Select<Language>
        label={t('translations.language')}
        value={language}
        onChange={(next) => {
          setLanguage(next);
          setTyped({});
        }}
        isDisabled={Object.keys(typed).length > 0}
        options={LANGUAGES.map((each) => ({ value: each, label: standingOf(state, each) }))}
      />
      {texts.map((each) => (
        <TextField
          key={`${language} ${each.field}`}
          label={t(`translations.field.${each.field}`)}
          description={originalOf(each)}
          value={typed[each.field] ?? each.text}
          onChange={(text) => setTyped({ ...typed, [each.field]: text })}
          multiline={each.field !== 'name' && each.field !== 'unit'}
          rows={2}
        />
      ))}
    </FormDialog>
  );
}

const originalOf = ({ original, isOutdated }: TranslatedText): string =>
  t(isOutdated ? 'translations.outdated' : 'translations.original', { text: original });

/** `Español: 2 of 3`, and the name alone where nothing is said yet. */
function standingOf(state: RecordState, language: Language): string {
  const texts = translationsOf(state, language);
  const done = texts.filter(({ text }) => text !== '').length;
  const name = LANGUAGE_NAMES[language];
  return done === 0 ? name : t('translations.said', { language: name, done, count: texts.length });
}

/** One that is begun, else the first that is not what the manager reads. */
const firstLanguage = (state: RecordState): Language =>
  languagesOf(state)[0] ?? LANGUAGES.find((each) => each !== currentLanguage()) ?? 'fil';
