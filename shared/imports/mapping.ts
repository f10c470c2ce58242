import type { BlockedOn } from '../deliverables/deliverable.ts';
import type { DateOrder } from './read-date.ts';
import type { WorkState } from './work-state.ts';
import type { DecimalMark } from './read-number.ts';

/** Fields of a deliverable that one column fills. */
export const COLUMN_FIELDS = [
  'key',
  'client',
  'requested',
  'responded',
  'started',
  'completed',
  'due',
  'quantity',
  'errors',
  'value',
  'reference',
  'reopened',
  'waits',
  'touched',
  'parent',
  'needs',
  'checklists',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Something in the plan, something to be made under a name, or nobody: as if the row named nothing. */
export type NameTarget =
  | { readonly id: string }
  | { readonly newName: string }
  | { readonly isNobody: true };

/** Who or what a row belongs to: by a column's value, and where that is empty (or no column is named) by `otherwise`. */
export interface NameMapping {
  readonly column: number | null;
  /** Null rejects rows that name nothing. */
  readonly otherwise: NameTarget | null;
  /** Chosen by hand for a name of the column, by `nameKey`; other names are matched or made. */
  readonly matches: Readonly<Record<string, NameTarget>>;
}

/** What a status says of its work, by `nameKey`; a status that nobody matched is guessed. */
export interface StatusMapping {
  readonly column: number | null;
  readonly matches: Readonly<Record<string, WorkState>>;
}

/** What becomes of rows that are part of another: work that it needs, ticks in its note, or nothing. */
export const SUBTASK_WAYS = ['work', 'steps', 'leave'] as const;
export type SubtaskWay = (typeof SUBTASK_WAYS)[number];

/** Which checklists become SOPs: all, those that several pieces of work have, or none (ticks in the note, or nothing). */
export const CHECKLIST_WAYS = ['sops', 'repeated', 'steps', 'leave'] as const;
export type ChecklistWay = (typeof CHECKLIST_WAYS)[number];

/** How a table's columns become deliverables. Columns are counted from 0. */
export interface Mapping {
  readonly columns: Readonly<Partial<Record<ColumnField, number>>>;
  /** Joined by ` · `; without any the work is called by its quantity. */
  readonly titleColumns: readonly number[];
  /** Each on a line of its own, several with their headers. */
  readonly noteColumns: readonly number[];
  readonly outcome: NameMapping;
  readonly member: NameMapping;
  /** The column of the members' e-mail addresses. */
  readonly email: number | null;
  /** Names and addresses by which rows are the importer's own; other people's rows are left out. Null takes all. */
  readonly onlyNames: readonly string[] | null;
  readonly status: StatusMapping;
  readonly subtasks: SubtaskWay;
  readonly checklists: ChecklistWay;
  /** IANA zone of dates that name none, and of the calendar day on which work counts as completed. */
  readonly zone: string;
  /** Null while a person has to say. */
  readonly dateOrder: DateOrder | null;
  readonly decimal: DecimalMark;
  /** Digits after the decimal mark in the workspace's currency: values are kept in its minor units. */
  readonly currencyDigits: number;
  readonly waitsOn: BlockedOn;
  /** What becomes of rows with more filled cells than the header names. */
  readonly widerRows: 'reject' | 'cut';
  /** What a unit of a newly made outcome is called. */
  readonly unit: string;
}

export const DATE_FIELDS = ['requested', 'responded', 'started', 'completed', 'due'] as const;
export type DateField = (typeof DATE_FIELDS)[number];

/** Names that differ in case, spaces or accents alone are one name. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Every column that the mapping reads. */
export function usedColumns(mapping: Mapping): ReadonlySet<number> {
  const { columns, titleColumns, noteColumns, outcome, member, email, status } = mapping;
  const used = [...Object.values(columns), ...titleColumns, ...noteColumns];
  if (email !== null) used.push(email);
  if (status.column !== null) used.push(status.column);
  if (outcome.column !== null) used.push(outcome.column);
  if (member.column !== null) used.push(member.column);
  return new Set(used);
}
