import { create } from 'zustand';

interface Screen {
  /** The three doors, over an open workspace. */
  readonly isWelcomeOpen: boolean;
  readonly isShortcutsOpen: boolean;
}

/** What lies over the views. */
export const useScreen = create<Screen>(() => ({ isWelcomeOpen: false, isShortcutsOpen: false }));

export const openWelcome = (): void => useScreen.setState({ isWelcomeOpen: true });
export const closeWelcome = (): void => useScreen.setState({ isWelcomeOpen: false });
export const openShortcuts = (): void => useScreen.setState({ isShortcutsOpen: true });
export const closeShortcuts = (): void => useScreen.setState({ isShortcutsOpen: false });
