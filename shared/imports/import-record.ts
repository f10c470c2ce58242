import { numberOf, objectOf, textOf, textsOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/**
 * One import of a table. Record type `import`, audience `managers` (a manager's) or the importer's own
 * `m-<member>`. Written before the first row, so that an import which was cut off can be finished or
 * undone: every record it touches carries its id in the field `importId`.
 */
export interface ImportRecord {
  readonly id: string;
  /** The file's name as it was chosen; never a path. */
  readonly fileName: string;
  readonly memberId: string;
  readonly startedAtMs: number;
  /** Null while it runs, and where it was cut off. */
  readonly finishedAtMs: number | null;
  readonly undoneAtMs: number | null;
  /** Names the table across its versions: rows with the same key in the same table are the same work. */
  readonly tableKey: string;
  /** The table's headers, by which the next version of it is recognised. */
  readonly headers: readonly string[];
  /** What was chosen for its columns, for the next version of it (see `mapping-fields.ts`). */
  readonly mapping: Fields | null;
  readonly rowCount: number;
  readonly newCount: number;
  readonly changedCount: number;
  readonly rejectedCount: number;
}

export const IMPORT_TYPE = 'import';

export const importFrom = ({ id, fields }: RecordState): ImportRecord => ({
  id,
  fileName: textOf(fields, 'fileName'),
  memberId: textOf(fields, 'memberId'),
  startedAtMs: numberOf(fields, 'startedAtMs') ?? 0,
  finishedAtMs: numberOf(fields, 'finishedAtMs'),
  undoneAtMs: numberOf(fields, 'undoneAtMs'),
  tableKey: textOf(fields, 'tableKey'),
  headers: textsOf(fields, 'headers'),
  mapping: objectOf(fields['mapping']),
  rowCount: numberOf(fields, 'rowCount') ?? 0,
  newCount: numberOf(fields, 'newCount') ?? 0,
  changedCount: numberOf(fields, 'changedCount') ?? 0,
  rejectedCount: numberOf(fields, 'rejectedCount') ?? 0,
});

export type ImportPhase = 'unfinished' | 'done' | 'undone';

export function importPhase(record: ImportRecord): ImportPhase {
  if (record.undoneAtMs !== null) return 'undone';
  return record.finishedAtMs === null ? 'unfinished' : 'done';
}

/**
 * Whether this import may be undone now: not while a later import of the same table stands on it,
 * because what that one found unchanged it did not write again.
 */
export const canUndo = (record: ImportRecord, all: readonly ImportRecord[]): boolean =>
  importPhase(record) !== 'undone' &&
  !all.some(
    (other) =>
      other.tableKey === record.tableKey &&
      other.startedAtMs > record.startedAtMs &&
      importPhase(other) !== 'undone',
  );
