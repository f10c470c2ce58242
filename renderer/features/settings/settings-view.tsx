import '../../i18n/view-words.ts';
import { useHasOwnWork } from '../../app/parts/own-work.ts';
import { ShortcutList } from '../../app/parts/shortcut-list.tsx';
import { savePreferences } from '../../services/preferences.ts';
import { t } from '../../i18n/text.ts';
import { useSessionOf } from '../../state/session.ts';
import { PageColumns } from '../../ui/page-columns.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { HintsPanel } from './hints-panel.tsx';
import { LanguagePanel } from './language-panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { Notes } from './notes.tsx';
import { OutsidePanel } from './outside-panel.tsx';
import css from './settings-view.module.css';
import { TravelPanels } from './travel-panels.tsx';
import { UpdatesPanel } from './updates-panel.tsx';
import { WorkspacePanel } from './workspace-panel.tsx';

const THEMES = ['system', 'light', 'dark'] as const;

export function SettingsView() {
  const { start, seat } = useSessionOf('start', 'seat');
  const hasOwnWork = useHasOwnWork();
  return (
    <Page title={t('settings.title')} width="columns">
      <PageColumns
        first={
          <>
            <Panel title={t('settings.look')}>
              <div className={css['row']}>
                <span>{t('settings.theme')}</span>
                <Segmented
                  label={t('settings.theme')}
                  value={start?.settings.theme ?? 'system'}
                  onChange={(theme) => void savePreferences({ theme })}
                  options={THEMES.map((theme) => ({
                    value: theme,
                    label: t(`settings.themes.${theme}`),
                  }))}
                />
              </div>
            </Panel>
            <LanguagePanel />
            <HintsPanel />
            <OutsidePanel />
            <UpdatesPanel />
          </>
        }
        second={
          <>
            <TravelPanels />
            <WorkspacePanel />
            <Panel title={t('settings.stored')}>
              <Notes
                notes={[
                  { name: t('settings.journal'), text: t('settings.journalText') },
                  { name: t('settings.database'), text: t('settings.databaseText') },
                  { name: t('settings.copies'), text: t('settings.copiesText') },
                  { name: t('settings.keys'), text: keyText(start?.keyProtection ?? 'plain-file') },
                  { name: t('settings.measured'), text: t('settings.measuredText') },
                ]}
              />
            </Panel>
            <Panel title={t('settings.keyboard')}>
              <ShortcutList seat={seat} hasOwnWork={hasOwnWork} />
            </Panel>
            {start && <AboutPanel start={start} />}
          </>
        }
      />
    </Page>
  );
}

/** Never calls a plain file encrypted. */
const keyText = (protection: 'system' | 'plain-file'): string =>
  [
    protection === 'system' ? t('settings.keysSystem') : t('settings.keysFile'),
    t('settings.keysText'),
  ].join(' ');
