import { t } from '../../../i18n/text.ts';

/** What the people who run it would change. */
export function SuggestionsTab() {
  return <p>{t('sops.side.nothing')}</p>;
}
