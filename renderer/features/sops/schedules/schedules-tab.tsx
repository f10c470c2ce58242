import { t } from '../../../i18n/text.ts';

/** When runs of it begin by themselves. */
export function SchedulesTab() {
  return <p>{t('sops.side.nothing')}</p>;
}
