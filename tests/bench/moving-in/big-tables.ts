import { strToU8, zipSync } from 'fflate/browser';

const HEADERS = [
  'Task ID',
  'Task Name',
  'Task Content',
  'Status',
  'Date created',
  'Due date',
  'Date done',
  'Parent ID',
  'Assignees',
  'List Name',
  'Space Name',
  'Checklists',
] as const;

const FIRST_MS = Date.UTC(2024, 0, 1);
const STATUSES = ['complete', 'complete', 'complete', 'in progress', 'to do', 'on hold'];
const CHECKLIST = '{"New listing":["Photograph it","Write the title","Add the price"]}';

/** One task of an export as ClickUp writes it: 40 people, 25 lists, a subtask in ten, a checklist in five. */
function task(index: number): readonly string[] {
  const createdMs = FIRST_MS + index * 600_000;
  const status = STATUSES[index % STATUSES.length] ?? '';
  return [
    `86b${index.toString(36).padStart(6, '0')}`,
    `Upload product ${index}`,
    `Listing ${index} of the spring range, as the sheet says.`,
    status,
    String(createdMs),
    String(createdMs + 5 * 86_400_000),
    status === 'complete' ? String(createdMs + 2 * 86_400_000) : 'null',
    index % 10 === 9 ? `86b${(index - 1).toString(36).padStart(6, '0')}` : 'null',
    `[Member ${index % 40}]`,
    `List ${index % 25}`,
    'Northwind',
    index % 5 === 0 ? CHECKLIST : '{}',
  ];
}

const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export function bigCsv(rowCount: number): string {
  const lines = [HEADERS.join(',')];
  for (let index = 0; index < rowCount; index += 1) lines.push(task(index).map(quoted).join(','));
  return `${lines.join('\n')}\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The same table as a workbook, its texts shared as spreadsheets do. */
export function bigWorkbook(rowCount: number): Uint8Array {
  const numbers = new Map<string, number>();
  const cell = (text: string, column: number, row: number): string => {
    const held = numbers.get(text) ?? numbers.size;
    numbers.set(text, held);
    return `<c r="${String.fromCharCode(65 + column)}${row}" t="s"><v>${held}</v></c>`;
  };
  const rowOf = (cells: readonly string[], row: number): string =>
    `<row r="${row}">${cells.map((text, column) => cell(text, column, row)).join('')}</row>`;
  const rows = [rowOf(HEADERS, 1)];
  for (let index = 0; index < rowCount; index += 1) rows.push(rowOf(task(index), index + 2));
  const strings = [...numbers.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`);
  return zipSync(
    {
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="Tasks" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/sharedStrings.xml': strToU8(`<sst>${strings.join('')}</sst>`),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
      ),
    },
    { level: 1 },
  );
}
