import { LANGUAGES, type Language, type LanguageChoice } from '#shared/language';
import { t } from '../../i18n/text.ts';
import { savePreferences } from '../../services/preferences.ts';
import { useSession } from '../../state/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';

/** Each by its own name, as somebody who speaks no other looks for it. */
const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fil: 'Filipino',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  hi: 'हिन्दी',
  id: 'Bahasa Indonesia',
  vi: 'Tiếng Việt',
};

export function LanguagePanel() {
  const chosen = useSession((state) => state.start?.settings.language ?? 'system');
  return (
    <Panel title={t('settings.language.title')}>
      <Select<LanguageChoice>
        label={t('settings.language.label')}
        description={t('settings.language.text')}
        value={chosen}
        onChange={(language) => void savePreferences({ language })}
        options={[
          { value: 'system', label: t('settings.language.system') },
          ...LANGUAGES.map((value) => ({ value, label: NAMES[value] })),
        ]}
      />
    </Panel>
  );
}
