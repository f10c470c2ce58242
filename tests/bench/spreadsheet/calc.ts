import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What LibreOffice took for a CSV file, from its start to the pivot's last cell, and what it said. */
export interface CalcRun {
  readonly ms: number;
  /** Resident memory at its highest, of all its processes. */
  readonly peakMb: number;
  /** The pivot's lower right cell: the sum of everything. */
  readonly total: number;
}

const PEEK_EVERY_MS = 100;

/**
 * Opens a CSV file in LibreOffice Calc without a window and sums its fifth column by the first (rows) and
 * the second (columns) in a pivot table, as somebody would by hand. Null where there is no LibreOffice.
 */
export async function runCalc(csvPath: string, workDir: string): Promise<CalcRun | null> {
  const profile = path.join(workDir, 'calc-profile');
  const answer = path.join(workDir, 'calc-total.txt');
  const library = path.join(profile, 'user', 'basic', 'Standard');
  const own = ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(profile)}`];
  // Its first start ever makes a profile, which nobody waits for twice.
  if (!(await ended(spawn('soffice', [...own, '--terminate_after_init'], { stdio: 'ignore' }))))
    return null;
  await mkdir(library, { recursive: true });
  await writeFile(path.join(library, 'Module1.xba'), moduleXml());
  await writeFile(path.join(library, 'script.xlb'), LIBRARY);
  await writeFile(path.join(library, 'dialog.xlb'), DIALOGS);
  const startedMs = performance.now();
  const call = `macro:///Standard.Module1.SumByPivot("${pathToFileURL(csvPath)}","${pathToFileURL(answer)}")`;
  const child = spawn('soffice', [...own, call], { stdio: 'ignore', detached: true });
  let peakMb = 0;
  const peek = setInterval(() => {
    void (async () => {
      peakMb = Math.max(peakMb, await residentMb(child.pid));
    })();
  }, PEEK_EVERY_MS);
  try {
    await ended(child);
    const ms = performance.now() - startedMs;
    return { ms, peakMb, total: Number(await readFile(answer, 'utf8')) };
  } finally {
    clearInterval(peek);
  }
}

/** Whether it was there at all. */
const ended = async (child: ChildProcess): Promise<boolean> =>
  await new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', () => resolve(true));
  });

/** Of a process group: `soffice` is a script that starts the program. */
async function residentMb(group: number | undefined): Promise<number> {
  if (group === undefined) return 0;
  const { stdout } = await outputOf('ps', ['-o', 'rss=', '-g', String(group)]);
  return stdout.split('\n').reduce((sum, line) => sum + Number(line.trim() || 0), 0) / 1024;
}

function outputOf(program: string, args: readonly string[]): Promise<{ readonly stdout: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve({ stdout: '' }));
    child.once('close', () => resolve({ stdout }));
  });
}

/** StarBasic. The pivot goes beneath nothing: a sheet of its own, as Calc does when asked by hand. */
const MACRO = `
Sub SumByPivot(csvUrl As String, answerUrl As String)
  Dim args(2) As New com.sun.star.beans.PropertyValue
  args(0).Name = "FilterName" : args(0).Value = "Text - txt - csv (StarCalc)"
  args(1).Name = "FilterOptions" : args(1).Value = "44,34,76,1"
  args(2).Name = "Hidden" : args(2).Value = True
  doc = StarDesktop.loadComponentFromURL(csvUrl, "_blank", 0, args())
  source = doc.Sheets.getByIndex(0)
  cursor = source.createCursor()
  cursor.gotoEndOfUsedArea(False)
  Dim range As New com.sun.star.table.CellRangeAddress
  range.Sheet = 0
  range.StartColumn = 0 : range.StartRow = 0
  range.EndColumn = cursor.RangeAddress.EndColumn
  range.EndRow = cursor.RangeAddress.EndRow
  doc.Sheets.insertNewByName("Pivot", 1)
  target = doc.Sheets.getByIndex(1)
  tables = target.getDataPilotTables()
  descriptor = tables.createDataPilotDescriptor()
  descriptor.setSourceRange(range)
  fields = descriptor.getDataPilotFields()
  fields.getByIndex(0).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.ROW
  fields.getByIndex(1).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.COLUMN
  fields.getByIndex(4).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.DATA
  fields.getByIndex(4).Function = com.sun.star.sheet.GeneralFunction.SUM
  Dim place As New com.sun.star.table.CellAddress
  place.Sheet = 1 : place.Column = 0 : place.Row = 0
  tables.insertNewByName("Sums", place, descriptor)
  used = target.createCursor()
  used.gotoEndOfUsedArea(False)
  total = target.getCellByPosition(used.RangeAddress.EndColumn, used.RangeAddress.EndRow).Value
  number = FreeFile
  Open ConvertFromUrl(answerUrl) For Output As #number
  Print #number, total
  Close #number
  doc.close(True)
  StarDesktop.terminate()
End Sub
`;

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const OFFICE = 'PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"';

const moduleXml = (): string =>
  `${XML}\n<!DOCTYPE script:module ${OFFICE} "module.dtd">\n` +
  '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" ' +
  `script:language="StarBasic">${MACRO.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</script:module>\n`;

const LIBRARY =
  `${XML}\n<!DOCTYPE library:library ${OFFICE} "library.dtd">\n` +
  '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" ' +
  'library:readonly="false" library:passwordprotected="false">\n' +
  '<library:element library:name="Module1"/>\n</library:library>\n';

const DIALOGS =
  `${XML}\n<!DOCTYPE library:library ${OFFICE} "library.dtd">\n` +
  '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" ' +
  'library:readonly="false" library:passwordprotected="false"/>\n';
