/** One line of a benchmark's answer: figures by name, with units in the names, and the limit they are held to. */
export interface Figure {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
  readonly limit: number;
  /** The value that the limit is for. */
  readonly limited: string;
  /** The limit is the least that is asked for, as of a speed; otherwise it is the most. */
  readonly isLeast?: boolean;
}

/** Whether a figure keeps its limit. */
export function isWithinLimit({ values, limited, limit, isLeast = false }: Figure): boolean {
  const value = values[limited];
  if (value === undefined) return false;
  return isLeast ? value >= limit : value <= limit;
}

export const figureLine = (figure: Figure): string =>
  JSON.stringify({ name: figure.name, ...rounded(figure.values), limit: figure.limit });

/** A table for people: the limited value first, then what it was made of. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const values = rounded(figure.values);
    const others = Object.entries(values).filter(([name]) => name !== figure.limited);
    return [
      figure.name,
      `${figure.limited} ${values[figure.limited]}`,
      `${figure.isLeast ? '≥' : '≤'} ${figure.limit}`,
      isWithinLimit(figure) ? 'ok' : 'OVER',
      others.map(([name, value]) => `${name} ${value}`).join('  '),
    ];
  });
  const head = ['bench', 'figure', 'limit', '', 'beside it'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

const rounded = (values: Figure['values']): Record<string, number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(4))]),
  );

/** The p-quantile (0–1) of samples, nearest rank; the samples need no order. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
