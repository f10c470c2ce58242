import '../../i18n/view-words.ts';
import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function QualityView() {
  return <Page title={t('quality.title')}>{null}</Page>;
}
