import { t } from '../../../i18n/text.ts';

/** How it went, version by version. */
export function InsightsTab() {
  return <p>{t('sops.side.nothing')}</p>;
}
