import '../../i18n/view-words.ts';
import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function ReviewsView() {
  return <Page title={t('reviews.title')}>{null}</Page>;
}
