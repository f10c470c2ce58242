import '../../i18n/view-words.ts';
import { t } from '../../i18n/text.ts';
import { Page } from '../../ui/page.tsx';

export function HelpView() {
  return (
    <Page title={t('help.title')} width="reading">
      {null}
    </Page>
  );
}
