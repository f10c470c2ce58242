import type { DatePart } from '../imports/instant.ts';
import { instantReader } from '../imports/instant.ts';
import { nameKey } from '../imports/mapping.ts';
import type { DateOrder } from '../imports/read-date.ts';
import type { DecimalMark } from '../imports/read-number.ts';
import { readNumber } from '../imports/read-number.ts';
import type { Table } from '../imports/table.ts';
import type { Outcome } from '../plan/outcome.ts';
import type { AssignmentDraft, AssignmentProblem, AssignmentWarning } from './assignment.ts';
import { assignmentProblems, assignmentWarnings } from './assignment.ts';
import type { PastedColumns, PastedField } from './pasted-columns.ts';
import type { NameReading } from './pasted-names.ts';

export type PastedProblem =
  | AssignmentProblem
  | 'member-missing'
  | 'member-unknown'
  | 'member-several'
  | 'member-left'
  | 'outcome-unknown'
  | 'outcome-several'
  | 'date-unreadable'
  | 'number-unreadable'
  | 'text-too-long';

/** One thing that stands against a row, and the field it is about; null for the row as a whole. */
export interface PastedFault {
  readonly problem: PastedProblem;
  readonly field: PastedField | null;
  /** What stood there, shortened; empty where nothing did. */
  readonly value: string;
}

/** A pasted row as the work that it would be. */
export interface PastedRow {
  /** The line it began on, counted from 1. */
  readonly line: number;
  /** Empty where nobody is named. */
  readonly memberId: string;
  readonly draft: AssignmentDraft;
  readonly faults: readonly PastedFault[];
  readonly warnings: readonly AssignmentWarning[];
  /** Its reference has been given out before, or stands further up in the same table. */
  readonly repeats: 'given' | 'above' | null;
}

export interface PastedReading {
  readonly columns: PastedColumns;
  /** IANA zone of dates that name none. */
  readonly zone: string;
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalMark;
  /** For rows that name nobody or nothing; empty rejects them. */
  readonly memberId: string;
  readonly outcomeId: string;
  readonly readMember: (name: string) => NameReading;
  readonly readOutcome: (name: string) => NameReading;
  readonly outcomeById: ReadonlyMap<string, Outcome>;
  /** References of work that is there already, by `referenceKey`. */
  readonly givenReferences: ReadonlySet<string>;
  readonly nowMs: number;
}

/** References that differ in case and spaces alone are one. */
export const referenceKey = (reference: string): string => nameKey(reference);

const TITLE_CHARS = 200;
const NOTE_CHARS = 4_000;
const VALUE_CHARS = 60;

/** Reads every row of a table; what cannot be read is a fault of its row, never left out in silence. */
export function readPastedWork(table: Table, reading: PastedReading): readonly PastedRow[] {
  const readInstant = instantReader(reading.zone, reading.dateOrder);
  const seen = new Set<string>();
  return table.rows.map(({ line, cells }) => {
    const row = new RowCells(cells, reading, readInstant);
    const { memberId, draft } = row.work();
    const outcome = reading.outcomeById.get(draft.outcomeId);
    const isOutcomeFaulty = row.faults.some(({ field }) => field === 'outcome');
    const isQuantityFaulty = row.faults.some(({ field }) => field === 'quantity');
    const problems = assignmentProblems(draft, outcome, reading.nowMs)
      .filter((problem) => !(isOutcomeFaulty && problem === 'outcome-missing'))
      .filter((problem) => !(isQuantityFaulty && problem === 'quantity-not-positive'));
    const key = referenceKey(draft.reference);
    const repeats = repeatOf(key, reading.givenReferences, seen);
    if (key !== '') seen.add(key);
    return {
      line,
      memberId,
      draft,
      faults: [
        ...row.faults,
        ...problems.map((problem) => ({ problem, field: FIELD_OF[problem], value: '' })),
      ],
      warnings: assignmentWarnings(draft, memberId, outcome, reading.nowMs),
      repeats,
    };
  });
}

function repeatOf(
  key: string,
  given: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): PastedRow['repeats'] {
  if (key === '') return null;
  if (given.has(key)) return 'given';
  return seen.has(key) ? 'above' : null;
}

const FIELD_OF: Readonly<Record<AssignmentProblem, PastedField>> = {
  'outcome-missing': 'outcome',
  'outcome-archived': 'outcome',
  'title-missing': 'title',
  'quantity-not-positive': 'quantity',
  'due-before-request': 'due',
  'due-beyond-limits': 'due',
  'request-beyond-limits': 'requested',
};

class RowCells {
  readonly faults: PastedFault[] = [];
  readonly #cells: readonly string[];
  readonly #reading: PastedReading;
  readonly #readInstant: ReturnType<typeof instantReader>;

  constructor(
    cells: readonly string[],
    reading: PastedReading,
    readInstant: ReturnType<typeof instantReader>,
  ) {
    this.#cells = cells;
    this.#reading = reading;
    this.#readInstant = readInstant;
  }

  work(): { readonly memberId: string; readonly draft: AssignmentDraft } {
    const { readMember, readOutcome, memberId, outcomeId } = this.#reading;
    return {
      memberId: this.#named('member', readMember, memberId, MEMBER_FAULTS) ?? '',
      draft: {
        outcomeId: this.#named('outcome', readOutcome, outcomeId, OUTCOME_FAULTS) ?? '',
        title: this.#text('title', TITLE_CHARS).replace(/\s+/g, ' '),
        client: this.#text('client', TITLE_CHARS),
        quantity: this.#quantity(),
        requestedAtMs: this.#instant('requested', 'noon'),
        dueAtMs: this.#instant('due', 'dayEnd'),
        reference: this.#text('reference', TITLE_CHARS),
        note: this.#text('note', NOTE_CHARS),
        needs: [],
      },
    };
  }

  #cell(field: PastedField): string {
    const column = this.#reading.columns[field];
    return column === undefined ? '' : (this.#cells[column]?.trim() ?? '');
  }

  #text(field: PastedField, most: number): string {
    const text = this.#cell(field);
    if (text.length > most) this.#fault('text-too-long', field, text);
    return text;
  }

  #quantity(): number | null {
    const text = this.#cell('quantity');
    if (text === '') return 1;
    const value = readNumber(text, this.#reading.decimal);
    if (value === null) this.#fault('number-unreadable', 'quantity', text);
    return value;
  }

  #instant(field: PastedField, part: DatePart): number | null {
    const text = this.#cell(field);
    if (text === '') return null;
    const read = this.#readInstant(text, part);
    if (!read) this.#fault('date-unreadable', field, text);
    return read?.ms ?? null;
  }

  #named(
    field: 'member' | 'outcome',
    read: (name: string) => NameReading,
    otherwise: string,
    faults: Readonly<Partial<Record<NameReading['kind'] | 'missing', PastedProblem>>>,
  ): string | null {
    const name = this.#cell(field);
    if (name === '') {
      if (otherwise === '' && faults.missing) this.#fault(faults.missing, field, '');
      return otherwise;
    }
    const reading = read(name);
    const problem = faults[reading.kind];
    if (problem) this.#fault(problem, field, name);
    return 'id' in reading ? reading.id : null;
  }

  #fault(problem: PastedProblem, field: PastedField, value: string): void {
    const short = value.length > VALUE_CHARS ? `${value.slice(0, VALUE_CHARS)}…` : value;
    this.faults.push({ problem, field, value: short });
  }
}

const MEMBER_FAULTS = {
  missing: 'member-missing',
  unknown: 'member-unknown',
  several: 'member-several',
  gone: 'member-left',
} as const;

/** An archived outcome is found, and refused as one. */
const OUTCOME_FAULTS = {
  unknown: 'outcome-unknown',
  several: 'outcome-several',
} as const;
