import { useEffect, useState } from 'react';
import { isHttps } from '#shared/https';
import type { UpdateStatus } from '#shared/update-status';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { savePreferences } from '../../services/preferences.ts';
import { followUpdates, lookForUpdates } from '../../services/updates.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './settings-view.module.css';

/** Where newer versions come from, and what was found there. Off until somebody names an address. */
export function UpdatesPanel() {
  const kept = useSession(({ start }) => start?.settings.updateUrl ?? null);
  const [address, setAddress] = useState(kept ?? '');
  const [hasTried, setHasTried] = useState(false);
  const [status, setStatus] = useState<UpdateStatus | null>(null);
  useEffect(() => followUpdates(setStatus), []);
  const wanted = address.trim();
  const isSound = wanted === '' || isHttps(wanted);
  const isChanged = wanted !== (kept ?? '');
  const save = async () => {
    setHasTried(true);
    if (isSound) await savePreferences({ updateUrl: wanted === '' ? null : wanted });
  };
  return (
    <Panel title={t('settings.updates.title')}>
      <form
        className={css['travel']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('settings.updates.address')}
          description={t('settings.updates.text')}
          error={hasTried && !isSound ? t('settings.updates.notHttps') : undefined}
          value={address}
          onChange={setAddress}
        />
        <div className={css['actions']}>
          {isChanged && (
            <Button type="submit" variant="primary">
              {t('settings.updates.save')}
            </Button>
          )}
          {kept !== null && !isChanged && (
            <Button
              isBusy={status?.phase === 'looking' || status?.phase === 'fetching'}
              onClick={() => void lookForUpdates()}
            >
              {t('settings.updates.look')}
            </Button>
          )}
        </div>
        {kept !== null && status && <p role="status">{statusText(status)}</p>}
      </form>
    </Panel>
  );
}

/** What was found, as one sentence or two. */
function statusText({
  phase,
  version: found,
  lookedAtMs,
  unsavedCount,
  problem,
}: UpdateStatus): string {
  const version = found ?? '';
  const time = lookedAtMs === null ? '' : formatDateTime(lookedAtMs);
  switch (phase) {
    case 'off':
    case 'idle':
      return t('settings.updates.idle');
    case 'looking':
      return t('settings.updates.looking');
    case 'current':
      return t('settings.updates.current', { time });
    case 'found':
      return t('settings.updates.found', { version });
    case 'fetching':
      return t('settings.updates.fetching', { version });
    case 'ready':
      return [
        t('settings.updates.ready', { version }),
        ...(unsavedCount > 0 ? [t('settings.updates.unsaved', { count: unsavedCount })] : []),
      ].join(' ');
    case 'failed':
      return t(`settings.updates.problems.${problem ?? 'other'}`);
  }
}
