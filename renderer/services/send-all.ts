import { t } from '../i18n/text.ts';
import { showToast } from '../ui/toast.ts';
import { announceFailure } from './announce.ts';
import { sendNow } from './sync.ts';

/** Sends what waits, now; says that all of it has gone, or what failed. */
export async function sendAll(): Promise<void> {
  const sent = await sendNow();
  if (!sent.ok) {
    announceFailure(sent.error);
    return;
  }
  const { unsentCount, target } = sent.value;
  if (unsentCount > 0 || target === null) return;
  const text = t(`app.sentText.${target.kind}`);
  showToast({ topic: 'sent', tone: 'good', title: t('app.sent'), text });
}
