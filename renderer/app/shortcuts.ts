import { useLayoutEffect } from 'react';
import { closeLogBar, openLogBar, useLogBar } from '../state/log-bar.ts';
import { currentRoute, go, goBack } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { sendAll } from '../services/send-all.ts';
import { newWork, openSwitcher, recurringWork, undo } from './commands.ts';
import { viewOfDigit } from './navigation.ts';
import { useHasOwnWork } from './parts/own-work.ts';
import { hasOpenDialog } from '../ui/open-dialog.ts';
import { openPalette } from '../state/palette.ts';
import { openShortcuts } from '../state/screen.ts';

/** The keys of the whole window. Those that the native menu has too are taken here first, so they act once. */
export function useShortcuts(): void {
  const seat = useSession((state) => state.seat);
  const hasOwnWork = useHasOwnWork();
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || hasOpenDialog()) return;
      const act = actOf(event, (digit) => viewOfDigit(seat, hasOwnWork, digit), hasOwnWork);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [seat, hasOwnWork]);
}

function actOf(
  event: KeyboardEvent,
  viewOf: (digit: number) => ReturnType<typeof viewOfDigit>,
  canLog: boolean,
): (() => void) | null {
  const isTyping = isTextField(event.target);
  const hasCommand = event.ctrlKey || event.metaKey;
  if (event.key === 'F1') return openHelp;
  if (event.altKey) return event.key === 'ArrowLeft' && !hasCommand && !isTyping ? goBack : null;
  if (hasCommand && !event.shiftKey) {
    const view = /^[0-9]$/.test(event.key) ? viewOf(Number(event.key)) : undefined;
    if (view) return () => go(view);
    if (event.key === 'k') return () => openPalette();
    if (event.key === 'l' && canLog) return () => openLogBar();
    if (event.key === ',') return () => go('settings');
    if (event.key === 'z' && !isTyping) return () => void undo();
    return null;
  }
  if (hasCommand) {
    if (event.key.toLowerCase() === 's') return () => void sendAll();
    return event.key.toLowerCase() === 'o' ? openSwitcher : null;
  }
  if (isTyping) return null;
  if ((event.key === 'l' || event.key === 'L') && canLog) return () => openLogBar();
  if (event.key === 'n' || event.key === 'N') return event.shiftKey ? recurringWork : newWork;
  if (event.key === '?') return openShortcuts;
  return event.key === 'Escape' && useLogBar.getState().isOpen ? closeLogBar : null;
}

/** Help for the screen that is open; Back returns to it. */
function openHelp(): void {
  const { view } = currentRoute();
  if (view !== 'help') go('help', { about: view });
}

/** Letters typed into a field are text; Ctrl+Z there is the field's own undo. */
function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
