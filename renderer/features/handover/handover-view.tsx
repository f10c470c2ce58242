import '../../i18n/view-words.ts';
import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function HandoverView() {
  return (
    <Page title={t('handover.title')} width="reading">
      {null}
    </Page>
  );
}
