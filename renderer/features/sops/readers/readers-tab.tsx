import { t } from '../../../i18n/text.ts';

/** Who has read which version. */
export function ReadersTab() {
  return <p>{t('sops.side.nothing')}</p>;
}
