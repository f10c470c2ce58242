import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function OutcomeView() {
  return <Page title={t('app.nav.outcome')}>{null}</Page>;
}
