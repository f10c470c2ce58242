import type { SyncStatus } from '#shared/ipc';
import { t } from '../../i18n/text.ts';

interface Sending {
  readonly sync: SyncStatus | null;
  readonly updateUrl: string | null;
}

/** Each thing that leaves this computer, and where it goes now. */
export function sentFacts({ sync, updateUrl }: Sending) {
  return [
    { name: t('privacy.sent.work'), text: workText(sync) },
    { name: t('privacy.sent.files'), text: t('privacy.sent.filesText') },
    { name: t('privacy.sent.network'), text: t('privacy.sent.networkText') },
    {
      name: t('privacy.sent.updates'),
      text:
        updateUrl === null
          ? t('privacy.sent.updatesOff')
          : t('privacy.sent.updatesText', { address: updateUrl }),
    },
    { name: t('privacy.sent.links'), text: t('privacy.sent.linksText') },
  ];
}

function workText(sync: SyncStatus | null): string {
  const target = sync?.target ?? null;
  if (target === null) return t('privacy.sent.workNowhere');
  const where =
    target.kind === 'folder'
      ? t('privacy.sent.workFolder', { label: target.label })
      : t('privacy.sent.workReceiver', { label: target.label });
  return target.isEncrypted ? `${where} ${t('privacy.sent.workSealed')}` : where;
}
