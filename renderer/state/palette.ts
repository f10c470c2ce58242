import { create } from 'zustand';

interface PaletteState {
  readonly isOpen: boolean;
  /** What the line begins with: a prefix asks for one kind. */
  readonly text: string;
}

/** Whether the command palette is open. */
export const usePalette = create<PaletteState>(() => ({ isOpen: false, text: '' }));

export const openPalette = (text = ''): void => usePalette.setState({ isOpen: true, text });
export const closePalette = (): void => usePalette.setState({ isOpen: false, text: '' });
