import type { ColumnProfile } from './column-profile.ts';
import { addEvidence, NO_EVIDENCE, provenOrder } from './date-order.ts';
import { headerKey } from './header-words.ts';
import type { ColumnField, Mapping, NameMapping } from './mapping.ts';
import { COLUMN_FIELDS, DATE_FIELDS, nameKey } from './mapping.ts';
import type { DateOrder } from './read-date.ts';
import type { DecimalMark } from './read-number.ts';
import type { SuggestedColumns } from './suggest-columns.ts';
import { suggestColumns } from './suggest-columns.ts';
import type { Meanings } from './formats/format.ts';

export interface SuggestionContext {
  readonly fileName: string;
  readonly rowCount: number;
  /** Where dates are read and days are counted unless somebody says otherwise. */
  readonly zone: string;
  /** The importer: who rows belong to that name nobody. */
  readonly memberId: string;
  /** An assistant's rows are their own, whoever they name. */
  readonly isOwnOnly: boolean;
  readonly currencyDigits: number;
  /** Those that the importer works on first. */
  readonly outcomes: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
  }[];
  /** What a tool's format says of the columns; null of any other table. */
  readonly meanings?: Meanings | null;
  /** What the importer is called: an assistant takes the rows that name them. */
  readonly ownNames?: readonly string[];
}

/** A mapping that a person can most likely run as it is. */
export function suggestMapping(
  profiles: readonly ColumnProfile[],
  context: SuggestionContext,
): Mapping {
  const { meanings = null } = context;
  const found: SuggestedColumns = meanings
    ? withFirstNote(meanings)
    : suggestColumns(profiles, context.rowCount);
  const columns: Partial<Record<ColumnField, number>> = {};
  for (const field of COLUMN_FIELDS) {
    const column = found[field];
    if (column !== undefined) columns[field] = column;
  }
  const taken = new Set(Object.values(found));
  const titleColumns =
    found.title === undefined
      ? describingColumns(profiles, taken, context.rowCount)
      : [found.title];
  const name = tableName(context.fileName);
  const ownNames = (context.ownNames ?? []).map(nameKey);
  // Other people's rows can be told apart only where rows say whose they are.
  const isNamed = context.isOwnOnly && meanings?.member !== undefined && ownNames.length > 0;
  const headerOf = (column: number | undefined) => profiles[column ?? -1]?.header ?? '';
  const units = [nameKey(headerOf(columns.quantity)), unitFrom(headerOf(columns.key))];
  return {
    columns,
    titleColumns,
    noteColumns: meanings?.note ?? (found.note === undefined ? [] : [found.note]),
    outcome: suggestOutcome(found.outcome ?? null, name, units, context),
    member: {
      column: context.isOwnOnly && !isNamed ? null : (found.member ?? null),
      otherwise: { id: context.memberId },
      matches: isNamed ? ownMatches(ownNames, context.memberId) : {},
    },
    email: found.email ?? null,
    onlyNames: isNamed ? ownNames : null,
    status: { column: found.status ?? null, matches: {} },
    subtasks: haveOwnPeople(profiles, found, context.rowCount) ? 'work' : 'steps',
    // The plan is the managers': an assistant's checklists stay with the work.
    checklists: context.isOwnOnly ? 'steps' : 'repeated',
    zone: context.zone,
    dateOrder: orderOf(profiles, columns),
    decimal: decimalOf(profiles, columns),
    currencyDigits: context.currencyDigits,
    waitsOn: 'client',
    widerRows: hasRepeatedHeaders(profiles) ? 'cut' : 'reject',
    unit: unitFrom(headerOf(columns.key)),
  };
}

function suggestOutcome(
  column: number | null,
  name: string,
  units: readonly string[],
  { outcomes, isOwnOnly }: SuggestionContext,
): NameMapping {
  const same = outcomes.find((outcome) => nameKey(outcome.name) === nameKey(name));
  if (same) return { column, otherwise: { id: same.id }, matches: {} };
  // Outcomes are the manager's to make: an assistant starts with one that exists.
  const first = outcomes.find((outcome) => units.includes(nameKey(outcome.unit))) ?? outcomes[0];
  if (isOwnOnly) return { column: null, otherwise: first ? { id: first.id } : null, matches: {} };
  return { column, otherwise: { newName: name }, matches: {} };
}

function withFirstNote({ note, ...others }: Meanings): SuggestedColumns {
  const first = note?.[0];
  return first === undefined ? others : { ...others, note: first };
}

const ownMatches = (names: readonly string[], id: string): NameMapping['matches'] =>
  Object.fromEntries(names.map((name) => [name, { id }]));

/** Rows that are part of others are work of their own where most rows have somebody who does them. */
function haveOwnPeople(
  profiles: readonly ColumnProfile[],
  { parent, member }: SuggestedColumns,
  rowCount: number,
): boolean {
  const parts = profiles[parent ?? -1]?.filledCount ?? 0;
  const unassigned = rowCount - (profiles[member ?? -1]?.filledCount ?? 0);
  return parts > 0 && unassigned < parts;
}

/** Columns of a few repeating values say what a row without a title is about. */
function describingColumns(
  profiles: readonly ColumnProfile[],
  taken: ReadonlySet<number>,
  rowCount: number,
): readonly number[] {
  return profiles
    .filter(
      (profile) =>
        !taken.has(profile.index) &&
        profile.filledCount >= rowCount * 0.5 &&
        profile.distinctCount > 1 &&
        profile.distinctCount <= 60 &&
        profile.meanChars <= 40 &&
        profile.dateShare < 0.5 &&
        profile.numberShare < 0.5,
    )
    .slice(0, 3)
    .map((profile) => profile.index);
}

/** The order of day and month that the mapped date columns prove together; null where a person must say. */
export function orderOf(
  profiles: readonly ColumnProfile[],
  columns: Mapping['columns'],
): DateOrder | null {
  return provenOrder(orderEvidence(profiles, columns));
}

/** What the mapped date columns say together: one program wrote them all. */
export function orderEvidence(
  profiles: readonly ColumnProfile[],
  columns: Mapping['columns'],
): typeof NO_EVIDENCE {
  return DATE_FIELDS.reduce((sum, field) => {
    const column = columns[field];
    const profile = column === undefined ? undefined : profiles[column];
    return profile ? addEvidence(sum, profile.dateOrder) : sum;
  }, NO_EVIDENCE);
}

function decimalOf(profiles: readonly ColumnProfile[], columns: Mapping['columns']): DecimalMark {
  const numbers = [columns.value, columns.quantity, columns.errors].flatMap((column) =>
    column === undefined ? [] : [profiles[column]],
  );
  return numbers.some((profile) => profile?.decimal === ',') ? ',' : '.';
}

/** Jira writes a column for each label and comment, and rows can run past the header. */
const hasRepeatedHeaders = (profiles: readonly ColumnProfile[]): boolean =>
  profiles.some(({ header }) => / \(\d+\)$/.test(header));

/** `helpdesk-tickets_2013.csv` → `Helpdesk tickets`. */
export function tableName(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_\-.]+/g, ' ')
    .replace(/\b(?:export|copy|final|\d[\d ]*)\b/gi, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
  return words === '' ? 'Imported work' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** `Ticket ID` → `tickets`: what one unit of the table is called. */
export function unitFrom(keyHeader: string): string {
  const words = headerKey(keyHeader)
    .split(' ')
    .filter((word) => !/^(?:id|key|no|nr|number|custom|code|reference|ref)$/.test(word));
  const [word] = words;
  if (words.length !== 1 || !word || word.length < 3) return 'items';
  if (/(?:s|x|ch|sh)$/.test(word)) return word.endsWith('s') ? word : `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
