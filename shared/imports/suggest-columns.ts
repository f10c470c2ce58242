import type { ColumnProfile } from './column-profile.ts';
import { DISTINCT_LIMIT } from './column-profile.ts';
import type { HeaderMeaning } from './header-words.ts';
import { HEADER_WORDS, headerScore } from './header-words.ts';

export type SuggestedColumns = Readonly<Partial<Record<HeaderMeaning, number>>>;

const MEANINGS = Object.keys(HEADER_WORDS) as readonly HeaderMeaning[];
const DATE_MEANINGS: ReadonlySet<HeaderMeaning> = new Set([
  'requested',
  'responded',
  'started',
  'completed',
  'due',
]);
const NUMBER_MEANINGS: ReadonlySet<HeaderMeaning> = new Set([
  'quantity',
  'errors',
  'value',
  'reopened',
]);
/** So much of a column has to read as what its header says. */
const FITTING_SHARE = 0.7;

/** A header that says identifier is believed although a row or two are in the table twice. */
const NAMED_KEY_RATIO = 0.8;

/** The column that each meaning most likely has: by header first, and never against the values. */
export function suggestColumns(
  profiles: readonly ColumnProfile[],
  rowCount: number,
): SuggestedColumns {
  const found: Partial<Record<HeaderMeaning, number>> = {};
  const taken = new Set<number>();
  const claims = profiles
    .flatMap((profile) =>
      MEANINGS.map((meaning) => ({
        meaning,
        column: profile.index,
        score: claimScore(profile, meaning, rowCount),
      })),
    )
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.column - b.column);
  for (const { meaning, column } of claims) {
    if (found[meaning] !== undefined || taken.has(column)) continue;
    found[meaning] = column;
    taken.add(column);
  }
  return withOnlyDate(withKeyByValues(found, profiles, rowCount), profiles);
}

function claimScore(profile: ColumnProfile, meaning: HeaderMeaning, rowCount: number): number {
  const score = headerScore(profile.header, meaning);
  if (score === 0) return 0;
  // An empty column may fill in a later version of the table; it takes nothing from one with values.
  if (profile.filledCount === 0) return score * 0.1;
  return fits(profile, meaning, rowCount) ? score : 0;
}

function fits(profile: ColumnProfile, meaning: HeaderMeaning, rowCount: number): boolean {
  if (DATE_MEANINGS.has(meaning) || meaning === 'touched')
    return profile.dateShare >= FITTING_SHARE;
  if (NUMBER_MEANINGS.has(meaning)) {
    return profile.numberShare >= FITTING_SHARE && !isDateColumn(profile);
  }
  if (meaning === 'waits') return profile.waitShare >= FITTING_SHARE;
  if (meaning === 'key') return couldBeKey(profile, rowCount, NAMED_KEY_RATIO);
  // A column of dates or waits names nobody and nothing.
  if (isDateColumn(profile) || profile.waitShare >= FITTING_SHARE) return false;
  if (meaning === 'email') return profile.samples.every((sample) => sample.includes('@'));
  if (meaning === 'status') return profile.distinctCount <= 40 && profile.meanChars <= 40;
  if (meaning === 'needs') return profile.meanChars <= 200;
  if (meaning === 'outcome') return profile.distinctCount <= 60 && profile.meanChars <= 60;
  if (meaning === 'member') return profile.meanChars <= 60 && profile.numberShare < FITTING_SHARE;
  return true;
}

/** Told from numbers: `20240511` and serials are dates only where nothing better is said. */
const isDateColumn = ({ dateShare, numberShare }: ColumnProfile): boolean =>
  dateShare >= FITTING_SHARE && numberShare < FITTING_SHARE;

/** Every row has one, and so many rows one of their own (as far as values were counted). */
function couldBeKey(profile: ColumnProfile, rowCount: number, ratio: number): boolean {
  const expected = Math.min(DISTINCT_LIMIT, rowCount);
  return (
    profile.filledCount === rowCount &&
    profile.distinctCount >= expected * ratio &&
    profile.meanChars <= 60 &&
    profile.waitShare < FITTING_SHARE &&
    !isDateColumn(profile)
  );
}

function withKeyByValues(
  found: SuggestedColumns,
  profiles: readonly ColumnProfile[],
  rowCount: number,
): SuggestedColumns {
  if (found.key !== undefined || rowCount < 2) return found;
  const taken = new Set(Object.values(found));
  const codes = profiles.find(
    (profile) =>
      !taken.has(profile.index) &&
      couldBeKey(profile, rowCount, 1) &&
      profile.samples.every((sample) => /\d/.test(sample) && !/\s/.test(sample)),
  );
  return codes ? { ...found, key: codes.index } : found;
}

/** Where nothing says when work was done and one column of dates is left, that is when. */
function withOnlyDate(
  found: SuggestedColumns,
  profiles: readonly ColumnProfile[],
): SuggestedColumns {
  if ([...DATE_MEANINGS].some((meaning) => found[meaning] !== undefined)) return found;
  const taken = new Set(Object.values(found));
  const dates = profiles.filter(
    (profile) => !taken.has(profile.index) && isDateColumn(profile) && profile.filledCount > 0,
  );
  const [only] = dates;
  return dates.length === 1 && only ? { ...found, completed: only.index } : found;
}
