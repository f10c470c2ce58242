import { create } from 'zustand';

interface LogBarState {
  readonly isOpen: boolean;
  /** What the line begins with when it opens. */
  readonly text: string;
}

/** Whether the log bar is open. What is typed in it is the bar's own. */
export const useLogBar = create<LogBarState>(() => ({ isOpen: false, text: '' }));

export function openLogBar(text = ''): void {
  useLogBar.setState({ isOpen: true, text });
}

export function closeLogBar(): void {
  useLogBar.setState({ isOpen: false, text: '' });
}
