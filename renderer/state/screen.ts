import { create } from 'zustand';
import type { InviteSummary, IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';

export type OpenedInvite = Result<InviteSummary, IpcFailure> | null;

interface Screen {
  /** The three doors, over an open workspace. */
  readonly isWelcomeOpen: boolean;
  readonly isShortcutsOpen: boolean;
  /** An invite that was opened outside the window, until somebody joins or turns away. */
  readonly openedInvite: OpenedInvite;
}

/** What lies over the views. */
export const useScreen = create<Screen>(() => ({
  isWelcomeOpen: false,
  isShortcutsOpen: false,
  openedInvite: null,
}));

export const openWelcome = (): void => useScreen.setState({ isWelcomeOpen: true });
export const closeWelcome = (): void =>
  useScreen.setState({ isWelcomeOpen: false, openedInvite: null });
export const openShortcuts = (): void => useScreen.setState({ isShortcutsOpen: true });
export const closeShortcuts = (): void => useScreen.setState({ isShortcutsOpen: false });

/** Brings the welcome to the front, at the invite. */
export const showOpenedInvite = (openedInvite: OpenedInvite): void =>
  useScreen.setState({ isWelcomeOpen: true, openedInvite });
export const forgetOpenedInvite = (): void => useScreen.setState({ openedInvite: null });
