import type { Checklist } from './checklists.ts';
import { checklistKey, checklistLines } from './checklists.ts';
import type { Mapping } from './mapping.ts';
import { nameKey } from './mapping.ts';
import type { TableRow } from './parse-records.ts';
import type { TableContext } from './table-context.ts';
import { guessState } from './work-state.ts';

/** A row's checklists, parted into those that become procedures and those that stay ticks in its note. */
export function partChecklists(
  lists: readonly Checklist[],
  { checklists: way }: Mapping,
  { repeatedChecklists }: TableContext,
): { readonly procedures: readonly Checklist[]; readonly ticks: readonly Checklist[] } {
  if (way === 'leave') return { procedures: [], ticks: [] };
  const isProcedure = (list: Checklist): boolean =>
    way === 'sops' || (way === 'repeated' && repeatedChecklists.has(checklistKey(list)));
  return {
    procedures: lists.filter(isProcedure),
    ticks: lists.filter((list) => !isProcedure(list)),
  };
}

/** How far a checklist had come, where its steps are a procedure's now: `Prepare: 2/5`. */
export const progressLine = ({ name, items }: Checklist): string =>
  `${name === '' ? '' : `${name}: `}${items.filter(({ isDone }) => isDone).length}/${items.length}`;

const MAX_LINES = 500;

/** Rows that are part of another as ticks, those within them indented. */
export function partLines(key: string, mapping: Mapping, context: TableContext): readonly string[] {
  const lines: string[] = [];
  addParts(key, 0, lines, mapping, context);
  return lines.slice(0, MAX_LINES);
}

function addParts(
  key: string,
  depth: number,
  lines: string[],
  mapping: Mapping,
  context: TableContext,
): void {
  for (const row of context.partsOf.get(key) ?? []) {
    if (lines.length >= MAX_LINES) return;
    const titles = mapping.titleColumns.map((column) => cellText(row, column)).filter(Boolean);
    const [line = ''] = checklistLines([
      { name: '', items: [{ title: titles.join(' · '), isDone: isDone(row, mapping) }] },
    ]);
    lines.push(`${'  '.repeat(depth)}${line}`);
    addParts(cellText(row, mapping.columns.key), depth + 1, lines, mapping, context);
  }
}

function isDone(row: TableRow, { columns, status }: Mapping): boolean {
  if (cellText(row, columns.completed) !== '') return true;
  const text = cellText(row, status.column ?? undefined);
  return text !== '' && stateOf(text, status.matches) === 'completed';
}

/** What was chosen for a status, else what it most likely says. */
export function stateOf(
  text: string,
  matches: Mapping['status']['matches'],
): ReturnType<typeof guessState> {
  const key = nameKey(text);
  return (Object.hasOwn(matches, key) ? matches[key] : undefined) ?? guessState(text);
}

const cellText = ({ cells }: TableRow, column: number | undefined): string =>
  column === undefined ? '' : (cells[column]?.replace(/\s+/g, ' ').trim() ?? '');
