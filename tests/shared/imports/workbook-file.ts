import { strToU8, zipSync } from 'fflate/browser';

export interface WorkbookParts {
  /** The sheets' XML by name; each is the content of `sheetData`. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** Content of `cellXfs`, and of `numFmts` where there are own formats. */
  readonly styles?: { readonly formats?: string; readonly cells: string };
  readonly is1904?: boolean;
  readonly hidden?: readonly string[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as spreadsheets write it, part by part. */
export function workbookFile(parts: WorkbookParts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(partTexts(parts)).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}

function partTexts({ sheets, strings = [], styles, is1904, hidden = [] }: WorkbookParts) {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  if (styles) {
    files['xl/styles.xml'] =
      `${HEAD}<styleSheet ${MAIN}>${styles.formats ? `<numFmts>${styles.formats}</numFmts>` : ''}<cellXfs>${styles.cells}</cellXfs></styleSheet>`;
  }
  for (const [index, name] of names.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `${HEAD}<worksheet ${MAIN}><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`;
  }
  return files;
}

const letter = (column: number): string => String.fromCharCode(65 + column);

/** A row of inline texts. */
export const textRow = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((text, column) =>
      text === '' ? '' : `<c r="${letter(column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    .join('')}</row>`;
