import '../../i18n/view-words.ts';
import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function CheckInView() {
  return <Page title={t('checkIn.title')}>{null}</Page>;
}
