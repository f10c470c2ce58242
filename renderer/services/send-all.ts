import { t } from '../i18n/text.ts';
import { showToast } from '../ui/toast.ts';
import { announceFailure } from './announce.ts';
import { sendNow } from './sync.ts';

/** Sends what waits, now; says that all of it has gone, or what failed. */
export async function sendAll(): Promise<void> {
  const sent = await sendNow();
  if (!sent.ok) announceFailure(sent.error);
  else if (sent.value.unsentCount === 0 && sent.value.target) {
    showToast({ topic: 'sent', tone: 'good', title: t('app.sent'), text: t('app.sentText') });
  }
}
