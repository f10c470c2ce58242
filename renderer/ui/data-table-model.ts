import type { ReactNode } from 'react';

export interface Column<T> {
  readonly key: string;
  readonly header: string;
  readonly render: (row: T) => ReactNode;
  /** Pixels, or a share of the rest such as `2fr`; one share where it is not said. */
  readonly width?: number | string | undefined;
  readonly align?: 'start' | 'end' | undefined;
  /** What the heading sorts by; without it the column cannot be sorted. */
  readonly sortValue?: ((row: T) => string | number | null) | undefined;
  /** The heading is read out but not drawn: a column of icons. */
  readonly isHeaderHidden?: boolean | undefined;
}

export interface Sort {
  readonly key: string;
  readonly direction: 'up' | 'down';
}

/** How far Page Up and Page Down go. */
const PAGE_ROWS = 15;

/** A column that takes a share of the rest is never narrower. */
const LEAST_SHARE_PX = 64;

export function gridTemplate<T>(columns: readonly Column<T>[]): string {
  return columns
    .map(({ width }) =>
      typeof width === 'number' ? `${width}px` : `minmax(${LEAST_SHARE_PX}px, ${width ?? '1fr'})`,
    )
    .join(' ');
}

/** Narrower than this a table scrolls sideways; its heading and rows are then as wide as each other. */
export const leastWidthPx = <T>(columns: readonly Column<T>[]): number =>
  columns.reduce((sum, { width }) => sum + (typeof width === 'number' ? width : LEAST_SHARE_PX), 0);

/** The index that a key moves to, or null where it moves nothing. */
export function movedTo(key: string, index: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + PAGE_ROWS,
    PageUp: index - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, to));
}

/** Up, down, then back to the order that the rows came in. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, direction: 'up' };
  return sort.direction === 'up' ? { key, direction: 'down' } : null;
}

/** Rows by a column's value; absent values stand last either way, equals keep their order. */
export function sortedRows<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sort: Sort | null,
): readonly T[] {
  const valueOf = columns.find((column) => column.key === sort?.key)?.sortValue;
  if (!sort || !valueOf) return rows;
  const sign = sort.direction === 'up' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) {
        return Number(a.value === null) - Number(b.value === null);
      }
      return sign * compareValues(a.value, b.value);
    })
    .map(({ row }) => row);
}

/** Ten thousand calls of `localeCompare` are slow; one collator is not. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}
