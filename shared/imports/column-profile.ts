import type { DateOrderEvidence } from './date-order.ts';
import { NO_EVIDENCE, dateOrderEvidence } from './date-order.ts';
import { instantReader } from './instant.ts';
import type { DecimalMark } from './read-number.ts';
import { detectDecimal, readNumber } from './read-number.ts';
import { looksLikeWaits } from './read-waits.ts';
import type { Table } from './table.ts';

/** What a column's values look like. Shares are of its filled cells, 0 to 1. */
export interface ColumnProfile {
  readonly index: number;
  readonly header: string;
  readonly filledCount: number;
  /** Different values, counted up to `DISTINCT_LIMIT`. */
  readonly distinctCount: number;
  /** The first different values. */
  readonly samples: readonly string[];
  readonly dateShare: number;
  readonly numberShare: number;
  readonly waitShare: number;
  readonly decimal: DecimalMark;
  readonly dateOrder: DateOrderEvidence;
  readonly meanChars: number;
}

export const DISTINCT_LIMIT = 500;
const SAMPLE_COUNT = 4;
const SAMPLE_CHARS = 80;
/** Values of which kinds are judged: spread over the whole column, so that late oddities count. */
const PROBE_COUNT = 200;

export function profileColumns(table: Table): readonly ColumnProfile[] {
  return table.headers.map((header, index) => profileColumn(table, header, index));
}

function profileColumn({ rows }: Table, header: string, index: number): ColumnProfile {
  const filled: string[] = [];
  const distinct = new Set<string>();
  for (const { cells } of rows) {
    const value = cells[index]?.trim() ?? '';
    if (value === '') continue;
    filled.push(value);
    if (distinct.size < DISTINCT_LIMIT) distinct.add(value);
  }
  const probe = spread(filled, PROBE_COUNT);
  const decimal = detectDecimal(filled);
  const read = instantReader('UTC', 'dmy');
  const readEither = instantReader('UTC', 'mdy');
  const isDate = (text: string) => read(text) !== null || readEither(text) !== null;
  const dateShare = share(probe, isDate);
  return {
    index,
    header,
    filledCount: filled.length,
    distinctCount: distinct.size,
    samples: [...distinct].slice(0, SAMPLE_COUNT).map((value) => value.slice(0, SAMPLE_CHARS)),
    dateShare,
    numberShare: share(probe, (text) => readNumber(text, decimal) !== null),
    waitShare: share(probe, (text) => looksLikeWaits(text, (each) => read(each)?.ms ?? null)),
    decimal,
    dateOrder: dateShare > 0.5 ? dateOrderEvidence(filled) : NO_EVIDENCE,
    meanChars: probe.reduce((sum, text) => sum + text.length, 0) / Math.max(1, probe.length),
  };
}

function spread(values: readonly string[], count: number): readonly string[] {
  if (values.length <= count) return values;
  const step = values.length / count;
  return Array.from({ length: count }, (_, index) => values[Math.floor(index * step)] ?? '');
}

const share = (values: readonly string[], test: (text: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;
