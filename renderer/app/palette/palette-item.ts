import type { Findable } from './match.ts';
import { findable } from './match.ts';

export const PALETTE_GROUPS = [
  'screen',
  'actions',
  'views',
  'outcomes',
  'members',
  'sops',
  'work',
  'log',
] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** One thing that the palette does or opens. */
export interface PaletteItem {
  /** The same for the same thing over restarts, by which it is remembered. */
  readonly id: string;
  readonly group: PaletteGroup;
  readonly text: string;
  /** What else is said of it, beside it. */
  readonly hint: string;
  /** As it is printed on the keyboard: `Ctrl+L`. */
  readonly shortcut: string | null;
  readonly open: () => void;
  readonly findable: Findable;
  /** Also looked in, and not shown: words that somebody may call it by. */
  readonly also: Findable | null;
}

interface ItemParts {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly also?: string | undefined;
  readonly open: () => void;
}

export const paletteItem = ({
  hint = '',
  shortcut,
  also = '',
  ...parts
}: ItemParts): PaletteItem => ({
  ...parts,
  hint,
  shortcut: shortcut ?? null,
  findable: findable(parts.text),
  also: also === '' ? null : findable(`${parts.text} ${also}`),
});
