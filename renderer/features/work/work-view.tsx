import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function WorkView() {
  return <Page title={t('work.title')}>{null}</Page>;
}
