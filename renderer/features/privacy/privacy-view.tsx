import '../../i18n/view-words.ts';
import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function PrivacyView() {
  return (
    <Page title={t('privacy.title')} width="reading">
      {null}
    </Page>
  );
}
