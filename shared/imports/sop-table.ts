import { readSafeCell } from '../exports/spreadsheet-cell.ts';
import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import { EMPTY_STEP } from '../sops/step.ts';
import { sopColumns } from './sop-columns.ts';
import type { SopColumns } from './sop-columns.ts';
import type { DecodeBytes } from './decode-text.ts';
import type { TableRow } from './parse-records.ts';
import { NO_OFFERS, PLAIN_CHOICES, SOP_LIMITS } from './sop-document.ts';
import type { ImportedSop, ImportedStep, SopFailure, SopReading } from './sop-document.ts';
import { shortened } from './sop-item.ts';
import { titleFromFile } from './sop-name.ts';
import { ImportNotes } from './sop-notes.ts';
import { SopRowReader } from './sop-row.ts';
import { cutToBytes } from './sop-text.ts';
import type { Table } from './table.ts';
import { readTable } from './table.ts';

/** A table of steps, a row each, as procedures: several where a column names them. */
export function readSopTable(
  bytes: Uint8Array,
  decode: DecodeBytes,
  fileName: string,
): Result<SopReading, SopFailure> {
  const read = readTable(bytes, decode);
  if (!read.ok) return read;
  const table = withHeader(read.value, bytes, decode);
  const columns = stepColumns(table);
  const notes = new ImportNotes();
  table.headers.forEach((header, index) => {
    if (table.headerLine !== null && ![...columns.values()].includes(index)) {
      notes.add('column-unused', table.headerLine, header);
    }
  });
  const sops = sopsOf(table.rows, columns, titleFromFile(fileName), notes);
  if (sops.every(({ groups }) => groups.length === 0)) notes.add('no-steps', 1, '');
  return ok({ sops, notes: notes.list, choices: PLAIN_CHOICES, offers: NO_OFFERS });
}

/** A first row without a word that names steps is a step itself. */
function withHeader(table: Table, bytes: Uint8Array, decode: DecodeBytes): Table {
  if (table.headerLine === null || sopColumns(table.headers).has('step')) return table;
  const again = readTable(bytes, decode, { hasHeader: false });
  return again.ok ? again.value : table;
}

function stepColumns(table: Table): SopColumns {
  const named = sopColumns(table.headers);
  if (named.has('step')) return named;
  // No header: what to do is the first column that holds words, and how the next.
  const width = table.headers.length;
  const words = Array.from({ length: width }, (_, index) => index).filter((index) =>
    table.rows.some(({ cells }) => /\p{L}{2}/u.test(cells[index] ?? '')),
  );
  const [step = 0, how] = words;
  return new Map([['step', step], ...(how === undefined ? [] : [['how', how] as const])] as const);
}

function sopsOf(
  rows: readonly TableRow[],
  columns: SopColumns,
  title: string,
  notes: ImportNotes,
): readonly ImportedSop[] {
  const sops: {
    title: string;
    groups: { title: string | null; line: number; steps: ImportedStep[] }[];
  }[] = [];
  const reader = new SopRowReader(columns, rows, notes);
  let count = 0;
  for (const row of rows) {
    const cell = (name: 'procedure' | 'section' | 'step' | 'how' | 'why'): string =>
      readSafeCell(row.cells[columns.get(name) ?? -1] ?? '').trim();
    const procedure = cell('procedure');
    const last = sops.at(-1);
    if (!last || (procedure !== '' && procedure !== last.title)) {
      sops.push({ title: shortened(procedure || title), groups: [] });
    }
    const sop = sops.at(-1);
    const group = sop?.groups.at(-1);
    // A section is written once above its steps, or again on every row.
    const section = cell('section') || (group?.title ?? '');
    if (sop && (!group || section !== (group.title ?? ''))) {
      sop.groups.push({
        title: section === '' ? null : shortened(section),
        line: row.line,
        steps: [],
      });
    }
    const written = cell('step').replaceAll(/\s+/g, ' ');
    if (written === '') {
      if (cell('how') !== '' || cell('why') !== '') notes.add('empty-step', row.line, cell('how'));
      continue;
    }
    count += 1;
    if (count > SOP_LIMITS.steps) {
      notes.add('steps-left-out', row.line, written);
      continue;
    }
    const shortTitle = shortened(written);
    if (shortTitle !== written) notes.add('title-shortened', row.line, written);
    sop?.groups.at(-1)?.steps.push({
      ...EMPTY_STEP,
      ...reader.fields(row),
      id: `s${row.line}`,
      line: row.line,
      title: shortTitle,
      how: cutToBytes(cell('how'), SOP_LIMITS.howBytes),
      why: cutToBytes(cell('why'), SOP_LIMITS.howBytes / 4),
    });
  }
  return sops.map(({ title, groups }) => ({
    title,
    purpose: '',
    ownerName: '',
    reviewOn: '',
    reviewEveryDays: null,
    groups: groups.filter(({ steps }) => steps.length > 0),
  }));
}
