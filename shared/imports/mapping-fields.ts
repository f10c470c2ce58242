import type { Json } from '../json.ts';
import { BLOCKED_ON } from '../deliverables/deliverable.ts';
import {
  choiceOf,
  flagOf,
  numberOf,
  objectOf,
  objectsIn,
  textOf,
  textsOf,
} from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { ColumnField, Mapping, NameMapping, NameTarget } from './mapping.ts';
import { CHECKLIST_WAYS, COLUMN_FIELDS, SUBTASK_WAYS } from './mapping.ts';
import type { WorkState } from './work-state.ts';
import { WORK_STATES } from './work-state.ts';

/** A mapping as an import record keeps it: columns by their headers, so that it fits the table's next version. */
export function mappingFields(mapping: Mapping, headers: readonly string[]): Fields {
  const nameOf = (column: number): string => headers[column] ?? '';
  const columns: Record<string, Json> = {};
  for (const field of COLUMN_FIELDS) {
    const column = mapping.columns[field];
    if (column !== undefined) columns[field] = nameOf(column);
  }
  const named = ({ column, otherwise, matches }: NameMapping): Fields => ({
    column: column === null ? null : nameOf(column),
    otherwise: otherwise && targetFields(otherwise),
    matches: Object.entries(matches).map(([name, to]) => ({ name, to: targetFields(to) })),
  });
  return {
    columns,
    titleColumns: mapping.titleColumns.map(nameOf),
    noteColumns: mapping.noteColumns.map(nameOf),
    outcome: named(mapping.outcome),
    member: named(mapping.member),
    email: mapping.email === null ? null : nameOf(mapping.email),
    onlyNames: mapping.onlyNames,
    status: {
      column: mapping.status.column === null ? null : nameOf(mapping.status.column),
      matches: Object.entries(mapping.status.matches).map(([name, state]) => ({ name, state })),
    },
    subtasks: mapping.subtasks,
    checklists: mapping.checklists,
    zone: mapping.zone,
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal,
    currencyDigits: mapping.currencyDigits,
    waitsOn: mapping.waitsOn,
    widerRows: mapping.widerRows,
    unit: mapping.unit,
  };
}

/** The kept mapping on another version of the table; `fallback` where it is silent or a column is gone. */
export function mappingFrom(
  fields: Fields,
  headers: readonly string[],
  fallback: Mapping,
): Mapping {
  const columnOf = (name: Json | undefined): number | null => {
    const index = typeof name === 'string' ? headers.indexOf(name) : -1;
    return index < 0 ? null : index;
  };
  const columnsOf = (name: string): readonly number[] =>
    textsOf(fields, name).flatMap((header) => columnOf(header) ?? []);
  const kept = objectOf(fields['columns']) ?? {};
  const columns: Partial<Record<ColumnField, number>> = {};
  for (const field of COLUMN_FIELDS) {
    const column = columnOf(kept[field]);
    if (column !== null) columns[field] = column;
  }
  const named = (name: string, otherwise: NameMapping): NameMapping => {
    const mapping = objectOf(fields[name]);
    if (!mapping) return otherwise;
    return {
      column: columnOf(mapping['column']),
      otherwise: targetFrom(mapping['otherwise']) ?? otherwise.otherwise,
      matches: matchesFrom(mapping['matches']),
    };
  };
  const status = objectOf(fields['status']);
  const orders = ['dmy', 'mdy'] as const;
  const order = textOf(fields, 'dateOrder');
  return {
    columns,
    titleColumns: columnsOf('titleColumns'),
    noteColumns: columnsOf('noteColumns'),
    outcome: named('outcome', fallback.outcome),
    member: named('member', fallback.member),
    email: 'email' in fields ? columnOf(fields['email']) : fallback.email,
    onlyNames: 'onlyNames' in fields && fields['onlyNames'] === null ? null : fallback.onlyNames,
    status: status
      ? { column: columnOf(status['column']), matches: statesFrom(status['matches']) }
      : fallback.status,
    subtasks: choiceOf(fields, 'subtasks', SUBTASK_WAYS, fallback.subtasks),
    checklists: choiceOf(fields, 'checklists', CHECKLIST_WAYS, fallback.checklists),
    zone: textOf(fields, 'zone') || fallback.zone,
    dateOrder: orders.find((each) => each === order) ?? fallback.dateOrder,
    decimal: choiceOf(fields, 'decimal', ['.', ','] as const, fallback.decimal),
    currencyDigits: numberOf(fields, 'currencyDigits') ?? fallback.currencyDigits,
    waitsOn: choiceOf(fields, 'waitsOn', BLOCKED_ON, fallback.waitsOn),
    widerRows: choiceOf(fields, 'widerRows', ['reject', 'cut'] as const, fallback.widerRows),
    unit: textOf(fields, 'unit') || fallback.unit,
  };
}

const targetFields = (to: NameTarget): Fields => ({ ...to });

function targetFrom(value: Json | undefined): NameTarget | null {
  const fields = objectOf(value);
  if (!fields) return null;
  const id = textOf(fields, 'id');
  if (id) return { id };
  if (flagOf(fields, 'isNobody')) return { isNobody: true };
  const newName = textOf(fields, 'newName');
  return newName ? { newName } : null;
}

/** Names are of the table's making: one that names a part of every object must become a key like any other. */
function matchesFrom(value: Json | undefined): Readonly<Record<string, NameTarget>> {
  const matches = new Map<string, NameTarget>();
  for (const fields of objectsIn(value)) {
    const to = targetFrom(fields['to']);
    if (to) matches.set(textOf(fields, 'name'), to);
  }
  return Object.fromEntries(matches);
}

function statesFrom(value: Json | undefined): Readonly<Record<string, WorkState>> {
  const matches = new Map<string, WorkState>();
  for (const fields of objectsIn(value)) {
    matches.set(textOf(fields, 'name'), choiceOf(fields, 'state', WORK_STATES, 'requested'));
  }
  return Object.fromEntries(matches);
}
