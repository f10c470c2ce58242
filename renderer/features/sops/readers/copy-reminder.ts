import type { Member } from '#shared/plan/member';
import type { SopVersion } from '#shared/sops/sop';
import { bridge } from '../../../bridge.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { showToast } from '../../../ui/toast.ts';

/** Puts a reminder to read a version on the clipboard, to be sent the way the team talks. */
export async function copyReminder(
  { name }: Member,
  { number, title, changeNote }: SopVersion,
): Promise<void> {
  const words = { name: name.split(' ')[0] ?? name, number, title };
  const text =
    changeNote === ''
      ? t('sopVersions.readers.reminderBare', words)
      : t('sopVersions.readers.reminder', { ...words, note: sentence(changeNote) });
  const copied = await bridge.copyText({ text });
  if (copied.ok) showToast({ title: t('sopVersions.readers.reminded'), tone: 'good' });
  else announceFailure(copied.error);
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
