import { parse } from 'yaml';
import { isDayKey } from '../day.ts';
import type { DayKey } from '../day.ts';
import { SOP_LIMITS } from './sop-document.ts';
import { headerKey } from './header-words.ts';
import type { ImportNotes } from './sop-notes.ts';

/** What the lines between `---` at a document's beginning say of it. */
export interface FrontMatter {
  readonly title: string;
  /** A name for machines, often: used where there is nothing better. */
  readonly name: string;
  readonly purpose: string;
  readonly ownerName: string;
  readonly reviewOn: DayKey;
  readonly reviewEveryDays: number | null;
  /** What wrote the document, where it says so. */
  readonly format: string;
}

export const NO_FRONT_MATTER: FrontMatter = {
  title: '',
  name: '',
  purpose: '',
  ownerName: '',
  reviewOn: '',
  reviewEveryDays: null,
  format: '',
};

/** A few references within it are somebody's shorthand; hundreds are a bomb. */
const MOST_ALIASES = 20;

const MEANINGS: Readonly<Record<string, keyof FrontMatter>> = {
  title: 'title',
  titulo: 'title',
  titre: 'title',
  name: 'name',
  purpose: 'purpose',
  description: 'purpose',
  summary: 'purpose',
  about: 'purpose',
  goal: 'purpose',
  owner: 'ownerName',
  owners: 'ownerName',
  'doc owner': 'ownerName',
  author: 'ownerName',
  maintainer: 'ownerName',
  responsible: 'ownerName',
  'review on': 'reviewOn',
  'review date': 'reviewOn',
  'next review': 'reviewOn',
  'next review date': 'reviewOn',
  'review by': 'reviewOn',
  review: 'reviewEveryDays',
  'review every': 'reviewEveryDays',
  'review every days': 'reviewEveryDays',
  'review interval': 'reviewEveryDays',
  'review cycle': 'reviewEveryDays',
  'review frequency': 'reviewEveryDays',
  format: 'format',
};

/** `text`: YAML without its fences. What is no YAML, or names nothing that is known, is noted and says nothing. */
export function readFrontMatter(text: string, notes: ImportNotes): FrontMatter {
  if (text.length > SOP_LIMITS.frontMatterChars) {
    notes.add('front-matter-unread', 1, text.slice(0, 200));
    return NO_FRONT_MATTER;
  }
  let said: unknown;
  try {
    said = parse(text, { maxAliasCount: MOST_ALIASES, logLevel: 'error', stringKeys: true });
  } catch {
    // What a person wrote as free text, as a rule. A bomb of references ends here too.
    notes.add('front-matter-unread', 1, text);
    return NO_FRONT_MATTER;
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return NO_FRONT_MATTER;
  const found = { ...NO_FRONT_MATTER };
  const unused: string[] = [];
  for (const [key, value] of Object.entries(said)) {
    const meaning = Object.hasOwn(MEANINGS, headerKey(key)) ? MEANINGS[headerKey(key)] : undefined;
    const read = meaning && fieldsOf(meaning, wordsOf(value));
    if (read) Object.assign(found, read);
    else if (wordsOf(value) !== '' && !UNASKED.has(headerKey(key))) unused.push(key);
  }
  if (unused.length > 0) notes.add('front-matter-unused', 1, unused.join(', '));
  return found;
}

/** Said of a file and not of the procedure. */
const UNASKED = new Set(['version', 'layout', 'date', 'last updated']);

const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ');
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
};

function fieldsOf(meaning: keyof FrontMatter, words: string): Partial<FrontMatter> | null {
  if (words === '') return null;
  if (meaning === 'reviewOn' || meaning === 'reviewEveryDays') {
    const day = words.slice(0, 10);
    if (isDayKey(day)) return { reviewOn: day };
    const reviewEveryDays = daysOf(words);
    return reviewEveryDays === null ? null : { reviewEveryDays };
  }
  return { [meaning]: words };
}

const DAYS_OF: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
};
const WORD_DAYS: Readonly<Record<string, number>> = {
  weekly: 7,
  monthly: 30,
  quarterly: 90,
  yearly: 365,
  annually: 365,
  annual: 365,
};

/** `90`, `90 days`, `6 months`, `quarterly`: in days; null for anything else. */
function daysOf(words: string): number | null {
  const word = words.toLowerCase().trim().slice(0, 40);
  if (Object.hasOwn(WORD_DAYS, word)) return WORD_DAYS[word] ?? null;
  const found = /^(?:every )?(\d{1,4})?\s*(day|week|month|quarter|year)?s?$/.exec(word);
  if (!found || word === '') return null;
  const days = Number(found[1] ?? 1) * (DAYS_OF[found[2] ?? 'day'] ?? 1);
  return days > 0 && (found[1] !== undefined || found[2] !== undefined) ? days : null;
}
