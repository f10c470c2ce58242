/** Why a row is not imported, and where: `line` counts from 1 in the file, `column` is the header. */
export interface RowProblem {
  readonly line: number;
  /** Empty where the whole row is meant. */
  readonly column: string;
  readonly reason: RowReason;
  /** What stood there, shortened. */
  readonly value: string;
  /** The line that a repeated key stood on first. */
  readonly otherLine?: number;
}

export const ROW_REASONS = [
  'key-missing',
  'key-repeated',
  'date-unreadable',
  'number-unreadable',
  'number-negative',
  'waits-unreadable',
  'checklist-unreadable',
  'done-undated',
  'member-missing',
  'outcome-missing',
  'cell-too-long',
  'row-wider',
  'row-too-large',
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

const VALUE_CHARS = 80;

export const rowProblem = (
  line: number,
  column: string,
  reason: RowReason,
  value: string,
  otherLine?: number,
): RowProblem => ({
  line,
  column,
  reason,
  value: value.length > VALUE_CHARS ? `${value.slice(0, VALUE_CHARS)}…` : value,
  ...(otherLine !== undefined && { otherLine }),
});
