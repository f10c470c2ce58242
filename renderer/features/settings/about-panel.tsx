import { useState } from 'react';
import type { StartState } from '#shared/ipc';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LicencesDialog } from './licences-dialog.tsx';
import { Notes } from './notes.tsx';
import css from './settings-view.module.css';

/** Which program this is, what it is made of, and what it keeps and sends. */
export function AboutPanel({ start }: { readonly start: StartState }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Panel title={t('settings.about')}>
      <Notes
        notes={[
          { name: t('settings.version'), text: start.appVersion },
          {
            name: t('settings.runtime'),
            text: start.isFallbackRuntime
              ? t('settings.standIn', { version: start.electronVersion })
              : start.electronVersion,
          },
        ]}
      />
      <div className={css['aboutActions']}>
        <Button onClick={() => setIsOpen(true)}>{t('settings.licences.open')}</Button>
        <Button onClick={() => go('privacy')}>{t('privacy.title')}</Button>
      </div>
      <LicencesDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Panel>
  );
}
