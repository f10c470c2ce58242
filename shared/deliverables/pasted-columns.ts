import type { ColumnProfile } from '../imports/column-profile.ts';
import { profileColumns } from '../imports/column-profile.ts';
import { addEvidence, NO_EVIDENCE, provenOrder } from '../imports/date-order.ts';
import type { DateOrderEvidence } from '../imports/date-order.ts';
import type { DateOrder } from '../imports/read-date.ts';
import type { DecimalMark } from '../imports/read-number.ts';
import { headerScore } from '../imports/header-words.ts';
import { suggestColumns } from '../imports/suggest-columns.ts';
import type { DecodeBytes } from '../imports/decode-text.ts';
import type { Table } from '../imports/table.ts';
import { readTable } from '../imports/table.ts';
import type { TableFailure } from '../imports/table-failure.ts';
import type { Result } from '../result.ts';

/** What a column of pasted work can say, in the order in which people name it. */
export const PASTED_FIELDS = [
  'title',
  'outcome',
  'member',
  'due',
  'quantity',
  'client',
  'reference',
  'requested',
  'note',
] as const;
export type PastedField = (typeof PASTED_FIELDS)[number];

/** Columns are counted from 0. */
export type PastedColumns = Readonly<Partial<Record<PastedField, number>>>;

/** How a pasted table was understood. */
export interface PastedShape {
  readonly columns: PastedColumns;
  /** What its dates say about the order of day and month. */
  readonly evidence: DateOrderEvidence;
  /** Null while a person has to say. */
  readonly dateOrder: DateOrder | null;
  readonly decimal: DecimalMark;
}

/**
 * Pasted cells as a table. A first row is one of headers only where it says a word that headers say: a
 * plain list of titles has none. `hasHeader` is what a person said against that.
 */
export function readPastedTable(
  bytes: Uint8Array,
  decode: DecodeBytes,
  hasHeader: boolean | null,
): Result<Table, TableFailure> {
  const headed = readTable(bytes, decode, { hasHeader: true });
  const isHeaded = hasHeader ?? (headed.ok && headed.value.headers.some(saysHeader));
  return isHeaded ? headed : readTable(bytes, decode, { hasHeader: false });
}

const saysHeader = (header: string): boolean =>
  PASTED_FIELDS.some((field) => headerScore(header, field) > 0);

/** Whether a text names somebody or something of the plan. */
export type IsName = (text: string) => boolean;

/** So much of a column has to read as what it is taken for. */
const FITTING_SHARE = 0.6;

/** What each column most likely says: by its header, and where that is silent by its values. */
export function shapeOfPasted(table: Table, isMember: IsName, isOutcome: IsName): PastedShape {
  const profiles = profileColumns(table);
  const named = suggestColumns(profiles, table.rows.length);
  const columns: Partial<Record<PastedField, number>> = {};
  const taken = new Set<number>();
  const take = (field: PastedField, column: number | undefined): void => {
    if (column === undefined || columns[field] !== undefined || taken.has(column)) return;
    columns[field] = column;
    taken.add(column);
  };
  const isHeaded = table.headerLine !== null;
  if (isHeaded) {
    for (const field of PASTED_FIELDS) take(field, named[field]);
    take('reference', named.key);
  }
  const free = () => profiles.filter(({ index }) => !taken.has(index));
  take('member', free().find((profile) => isNaming(profile, isMember))?.index);
  take('outcome', free().find((profile) => isNaming(profile, isOutcome))?.index);
  // Work to come has one date that matters; a finished table's "done" cannot be what is meant here.
  take('due', named.due ?? named.completed ?? free().find(isDates)?.index);
  if (!isHeaded) take('quantity', free().find(isNumbers)?.index);
  take('title', longestText(free(), isHeaded));
  const evidence = [columns.due, columns.requested].reduce((sum, column) => {
    const profile = column === undefined ? undefined : profiles[column];
    return profile ? addEvidence(sum, profile.dateOrder) : sum;
  }, NO_EVIDENCE);
  return {
    columns,
    evidence,
    dateOrder: provenOrder(evidence),
    decimal: profiles[columns.quantity ?? -1]?.decimal ?? '.',
  };
}

const isNaming = ({ samples }: ColumnProfile, isName: IsName): boolean =>
  samples.length > 0 && samples.filter(isName).length >= samples.length * FITTING_SHARE;

const isDates = ({ dateShare, numberShare }: ColumnProfile): boolean =>
  dateShare >= FITTING_SHARE && numberShare < FITTING_SHARE;

const isNumbers = ({ numberShare }: ColumnProfile): boolean => numberShare >= FITTING_SHARE;

/** Under headers that say something else, a column is not called the title for its length alone. */
function longestText(profiles: readonly ColumnProfile[], isHeaded: boolean): number | undefined {
  const texts = profiles.filter((profile) => !isDates(profile) && !isNumbers(profile));
  const candidates = isHeaded && texts.length > 1 ? [] : texts;
  return candidates.toSorted((a, b) => b.meanChars - a.meanChars)[0]?.index;
}
