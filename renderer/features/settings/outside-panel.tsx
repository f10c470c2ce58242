import { useEffect, useState } from 'react';
import type { Settings } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import type { OutsideState } from '#shared/outside';
import { NOTICE_KINDS } from '#shared/outside';
import { bridge } from '../../bridge.ts';
import { t } from '../../i18n/text.ts';
import { savePreferences } from '../../services/preferences.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Switch } from '../../ui/switch.tsx';
import { KeySetting } from './key-setting.tsx';
import css from './outside-panel.module.css';

/** The tray, notices by kind, and the quick-log window with its key. */
export function OutsidePanel() {
  const settings = useSession((state) => state.start?.settings);
  const [standing, setStanding] = useState<OutsideState | null>(null);
  useEffect(() => {
    void showStanding(setStanding);
  }, []);
  const change = async (changes: CallInput<'saveSettings'>): Promise<void> => {
    await savePreferences(changes);
    await showStanding(setStanding);
  };
  if (!settings) return null;
  return (
    <Panel title={t('outside.settings.title')}>
      <div className={css['parts']}>
        <Switch
          label={t('outside.settings.tray')}
          description={t('outside.settings.trayText')}
          checked={settings.isInTray}
          onChange={(isInTray) => void change({ isInTray })}
        />
        {standing?.tray === 'none' && (
          <Callout tone="warn" title={t('outside.settings.trayNone')} />
        )}
        <Notices settings={settings} standing={standing} change={change} />
        <QuickLogSetting settings={settings} standing={standing} change={change} />
      </div>
    </Panel>
  );
}

async function showStanding(show: (standing: OutsideState) => void): Promise<void> {
  const state = await bridge.outsideState();
  if (state.ok) show(state.value);
}

const showExample = (): void =>
  void bridge.showNotice({
    title: t('outside.notice.example'),
    body: t('outside.notice.exampleBody'),
    route: 'settings',
  });

interface PartProps {
  readonly settings: Settings;
  readonly standing: OutsideState | null;
  readonly change: (changes: CallInput<'saveSettings'>) => Promise<void>;
}

function Notices({ settings, standing, change }: PartProps) {
  const { hasNotices, hasNoticeTitles, mutedNotices } = settings;
  return (
    <>
      <Switch
        label={t('outside.settings.notices')}
        description={t('outside.settings.noticesText')}
        checked={hasNotices}
        onChange={(next) => void change({ hasNotices: next })}
      />
      {standing?.notices === 'none' && (
        <Callout tone="warn" title={t('outside.settings.noticesNone')} />
      )}
      {hasNotices && (
        <div className={css['below']}>
          {NOTICE_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`outside.settings.kinds.${kind}`)}
              checked={!mutedNotices.includes(kind)}
              onChange={(isTold) =>
                void change({
                  mutedNotices: isTold
                    ? mutedNotices.filter((each) => each !== kind)
                    : [...mutedNotices, kind],
                })
              }
            />
          ))}
          <Checkbox
            label={t('outside.settings.titles')}
            description={t('outside.settings.titlesText')}
            checked={hasNoticeTitles}
            onChange={(next) => void change({ hasNoticeTitles: next })}
          />
          <div>
            <Button size="sm" onClick={showExample}>
              {t('outside.settings.example')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function QuickLogSetting({ settings, standing, change }: PartProps) {
  const { hasQuickLog, quickLogKey } = settings;
  return (
    <>
      <Switch
        label={t('outside.settings.quickLog')}
        description={t('outside.settings.quickLogText')}
        checked={hasQuickLog}
        onChange={(next) => void change({ hasQuickLog: next })}
      />
      {hasQuickLog && (
        <div className={css['below']}>
          <KeySetting
            value={quickLogKey}
            isTaken={standing?.quickLog === 'taken'}
            onChange={async (key) => await change({ quickLogKey: key })}
          />
          <div>
            <Button size="sm" onClick={() => void bridge.openQuickLog()}>
              {t('outside.settings.quickLogOpen')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
