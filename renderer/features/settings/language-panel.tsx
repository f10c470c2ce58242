import { LANGUAGES, type LanguageChoice } from '#shared/language';
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts';
import { t } from '../../i18n/text.ts';
import { savePreferences } from '../../services/preferences.ts';
import { useSession } from '../../state/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';

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
          ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
        ]}
      />
    </Panel>
  );
}
