import { readSafeCell } from '../exports/spreadsheet-cell.ts';
import { isHttps } from '../https.ts';
import { RULE_EFFECTS } from '../sops/rule.ts';
import type { Rule } from '../sops/rule.ts';
import type { Step, StepKind } from '../sops/step.ts';
import type { SopColumn, SopColumns } from './sop-columns.ts';
import { EFFECT_WORDS, WAIT_WORDS } from '../exports/sop-phrases.ts';
import type { TableRow } from './parse-records.ts';
import { headerKey } from './header-words.ts';
import { readNumber } from './read-number.ts';
import type { ImportNotes } from './sop-notes.ts';
import { kindNamed, quotedTexts, readRule } from './sop-settings.ts';

/** What people and other programs call the kinds of steps. */
const KIND_NAMES: Readonly<Record<StepKind, string>> = {
  tick: 'tick|check|checkbox|task|done|bool|boolean|todo|casilla',
  text: 'text|short text|long text|textarea|string|note|answer|comment|texto',
  number: 'number|numeric|integer|amount|value|decimal|numero',
  choice:
    'choice|select|dropdown|radio|multiple choice|option|options|yes no|single select|list|opcion',
  date: 'date|day|datetime|fecha|data|datum',
  file: 'file|photo|upload|image|picture|attachment|evidence|archivo|foto|datei',
  signOff: 'sign off|signoff|signature|approval|approve|second person|review|firma',
  link: 'link|url|web page|website|enlace',
  sop: 'procedure|sop|sub procedure|nested sop|process',
  waitFor: 'wait|wait for|waiting|delay|hold|esperar',
};

/** The settings of a row: kind, limits, options, time and rules. */
export class SopRowReader {
  readonly #columns: SopColumns;
  readonly #notes: ImportNotes;
  /** Lines of steps by the number they have in the table, or by their place in it. */
  readonly #lines = new Map<number, number>();

  constructor(columns: SopColumns, rows: readonly TableRow[], notes: ImportNotes) {
    this.#columns = columns;
    this.#notes = notes;
    const steps = rows.filter((row) => this.#cell(row, 'step') !== '');
    steps.forEach((row, index) => this.#lines.set(index + 1, row.line));
  }

  fields(row: TableRow): Partial<Step> {
    const options = optionsIn(this.#cell(row, 'options'));
    const min = this.#number(row, 'min');
    const max = this.#number(row, 'max');
    const url = this.#url(row);
    const kind = this.#kind(row) ?? impliedKind(options, min, max, url);
    const minutes = this.#number(row, 'minutes');
    return {
      kind,
      isRequired: this.#isRequired(row),
      ...(kind === 'choice' && {
        options: options.length > 0 ? options : yesNo(this.#cell(row, 'kind')),
      }),
      ...(kind === 'number' && { min, max }),
      ...(kind === 'link' && { url }),
      ...(kind === 'sop' && { sopId: this.#cell(row, 'linked') }),
      ...(kind === 'waitFor' && this.#wait(row)),
      ...(minutes !== null && minutes > 0 && { expectedMinutes: minutes }),
      rules: this.#rules(row),
    };
  }

  #cell(row: TableRow, column: SopColumn): string {
    const index = this.#columns.get(column);
    return index === undefined ? '' : readSafeCell(row.cells[index] ?? '').trim();
  }

  #number(row: TableRow, column: SopColumn): number | null {
    const cell = this.#cell(row, column);
    if (cell === '') return null;
    const value = readNumber(cell.replace(/\s*(?:min(?:ute)?s?|m)\.?$/i, ''), '.');
    if (value === null) this.#notes.add('cell-unread', row.line, cell);
    return value;
  }

  #kind(row: TableRow): StepKind | null {
    const cell = this.#cell(row, 'kind');
    if (cell === '') return null;
    const exact = kindNamed(cell);
    const key = headerKey(cell);
    const found = exact ?? kindsNamed(key);
    if (found === null) this.#notes.add('cell-unread', row.line, cell);
    return found;
  }

  #isRequired(row: TableRow): boolean {
    const cell = headerKey(this.#cell(row, 'required'));
    if (cell === '') return true;
    if (/^(?:yes|y|true|1|x|required|mandatory|must|si|sim|oui|ja)$/.test(cell)) return true;
    if (/^(?:no|n|false|0|optional|opcional|nao|non|nein)$/.test(cell)) return false;
    this.#notes.add('cell-unread', row.line, cell);
    return true;
  }

  #url(row: TableRow): string {
    const cell = this.#cell(row, 'url');
    if (cell === '' || isHttps(cell)) return cell;
    this.#notes.add('link-left-out', row.line, cell);
    return '';
  }

  #wait(row: TableRow): Partial<Step> {
    const named = this.#cell(row, 'waitOn').toLowerCase();
    const waitOn = WAIT_WORDS.find((each) => each === named);
    if (named !== '' && !waitOn) this.#notes.add('cell-unread', row.line, named);
    return { waitOn: waitOn ?? 'system', waitMinutes: this.#number(row, 'waitMinutes') };
  }

  #rules(row: TableRow): readonly Rule[] {
    const rules: Rule[] = [];
    for (const line of this.#cell(row, 'rules').split(/\r?\n/)) {
      if (line.trim() === '') continue;
      const effect = RULE_EFFECTS.find((each) => line.startsWith(`${EFFECT_WORDS[each]} `));
      const rule =
        effect &&
        readRule(effect, line.slice(EFFECT_WORDS[effect].length), (number) => {
          const at = this.#lines.get(number);
          return at === undefined ? null : `s${at}`;
        });
      if (rule) rules.push(rule);
      else this.#notes.add('rule-unread', row.line, line);
    }
    return rules;
  }
}

function kindsNamed(key: string): StepKind | null {
  for (const [kind, names] of Object.entries(KIND_NAMES)) {
    if (names.split('|').includes(key)) return kindNamed(names.split('|')[0] ?? '') ?? asKind(kind);
  }
  return null;
}

const asKind = (name: string): StepKind | null =>
  (Object.keys(KIND_NAMES).find((kind) => kind === name) as StepKind | undefined) ?? null;

const yesNo = (cell: string): readonly string[] =>
  headerKey(cell) === 'yes no' ? ['Yes', 'No'] : [];

/** One a line, or divided by `|`, `;`, `/` or commas, or in quotes. */
function optionsIn(cell: string): readonly string[] {
  if (cell === '') return [];
  if (cell.startsWith('"') && cell.endsWith('"')) return quotedTexts(cell);
  const divider = cell.includes('\n')
    ? /\r?\n/
    : [/\s*\|\s*/, /\s*;\s*/, /\s*\/\s*/, /\s*,\s*/].find((each) => each.test(cell));
  return cell
    .split(divider ?? /\n/)
    .map((each) => each.trim())
    .filter((each, index, all) => each !== '' && all.indexOf(each) === index);
}

/** What a row asks for that says it by its limits or options alone. */
function impliedKind(
  options: readonly string[],
  min: number | null,
  max: number | null,
  url: string,
): StepKind {
  if (options.length > 1) return 'choice';
  if (min !== null || max !== null) return 'number';
  return url === '' ? 'tick' : 'link';
}
