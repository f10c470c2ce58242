import { useEffect } from 'react';
import type { MenuCommand } from '#shared/ipc-events';
import { bridge } from '../bridge.ts';
import { sendAll } from '../services/send-all.ts';
import { openLogBar } from '../state/log-bar.ts';
import { openPalette } from '../state/palette.ts';
import { VIEWS, go } from '../state/route.ts';
import { openShortcuts } from '../state/screen.ts';
import { useSession } from '../state/session.ts';
import { openSwitcher, undo } from './commands.ts';

/** Does what the native menu asks for, and tells the menu which seat it serves. */
export function useMenuCommands(): void {
  const seat = useSession((state) => state.seat);
  useEffect(() => bridge.onMenuCommand(runCommand), []);
  useEffect(() => {
    void bridge.setMenuContext({ seat });
    return () => void bridge.setMenuContext({ seat: 'none' });
  }, [seat]);
}

export function runCommand(command: MenuCommand): void {
  const view = VIEWS.find((each) => command === `go-${each}`);
  if (view) go(view);
  else if (command === 'log') openLogBar();
  else if (command === 'send-now') void sendAll();
  else if (command === 'undo-edit') void undo();
  else if (command === 'switch-workspace') openSwitcher();
  else if (command === 'shortcuts') openShortcuts();
  else if (command === 'palette') openPalette();
}
