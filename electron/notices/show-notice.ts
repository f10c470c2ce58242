import { Notification } from 'electron';
import type { CallInput } from '#shared/ipc-parsers';

/** Those on screen: one that nothing holds is collected, and its click with it. */
const shown = new Set<Notification>();

export const hasNotifications = (): boolean => Notification.isSupported();

/** Shows a notice of the system; `onClick` leads to what it is about. */
export function showNotice(
  { title, body }: CallInput<'showNotice'>,
  onClick: () => void,
): Notification | null {
  if (!hasNotifications()) return null;
  const notice = new Notification({ title, body, silent: false });
  const forget = (): void => void shown.delete(notice);
  notice.on('click', () => {
    forget();
    onClick();
  });
  notice.on('close', forget);
  notice.on('failed', forget);
  shown.add(notice);
  notice.show();
  return notice;
}
