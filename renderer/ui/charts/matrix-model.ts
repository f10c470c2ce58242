import type { ReactNode } from 'react';

/** A column that stays in sight while the others scroll. */
export interface LeadColumn<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly widthPx: number;
  readonly align?: 'start' | 'end' | undefined;
  readonly render: (row: Row) => ReactNode;
}

/** One number of the matrix, as it is drawn and read out. */
export interface MatrixCell {
  readonly text: string;
  /** All that can be said of it: shown on hover, read out with the cell. */
  readonly words: string;
  readonly tone?: 'behind' | 'done' | 'faint' | undefined;
}

/** A row or column in sight, and where it begins, px. */
export interface PlacedItem {
  readonly index: number;
  readonly start: number;
}

/** Where the keyboard is: a row, and one of its cells or (−1) its name. */
export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

const PAGE_ROWS = 12;

/** The place that a key moves to, or null where it moves nothing. */
export function movedIn(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: MatrixPlace,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): MatrixPlace | null {
  const moves: Readonly<Record<string, MatrixPlace>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + PAGE_ROWS, column },
    PageUp: { row: row - PAGE_ROWS, column },
    Home: { row: ctrlKey ? 0 : row, column: -1 },
    End: { row: ctrlKey ? rows - 1 : row, column: columns - 1 },
  };
  const to = moves[key];
  if (!to || rows === 0) return null;
  return {
    row: Math.min(rows - 1, Math.max(0, to.row)),
    column: Math.min(columns - 1, Math.max(-1, to.column)),
  };
}
