import { bridge } from '../bridge.ts';
import { showOpenedInvite } from '../state/screen.ts';

/** Shows every invite that is opened outside the window, from the one that started the app on. */
export function followInvites(): () => void {
  void takeInvite();
  return bridge.onInviteOpened(() => void takeInvite());
}

async function takeInvite(): Promise<void> {
  const opened = await bridge.takeOpenedInvite();
  if (!opened.ok) showOpenedInvite(opened);
  else if (opened.value) showOpenedInvite({ ok: true, value: opened.value });
}
