import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function StrategyView() {
  return <Page title={t('strategy.title')}>{null}</Page>;
}
