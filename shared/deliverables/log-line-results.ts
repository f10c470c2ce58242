import type { MeasureKind } from '../plan/outcome.ts';
import type { Money } from './log-line-amounts.ts';
import { moneyAt, numberIn } from './log-line-amounts.ts';
import type { NamedOutcome } from './log-line-names.ts';
import { nameWords } from './log-line-names.ts';
import type { Reading } from './log-line-reading.ts';
import { claim, isFree } from './log-line-reading.ts';
import { matchPhrase, matchWord } from './word-match.ts';

/** The two counts of a ratio, and the outcome that its words name; null where they name none. */
export interface ReadRatio {
  readonly partCount: number;
  readonly wholeCount: number;
  readonly outcomeId: string | null;
}

/** Whether any of the outcomes is measured so: what nobody measures stays in the note. */
export const isMeasured = (outcomes: readonly NamedOutcome[], kind: MeasureKind): boolean =>
  outcomes.some(({ measures }) => measures?.some((measure) => measure.kind === kind));

const COST_WORDS: ReadonlySet<string> = new Set(['cost', 'costs', 'costing', 'spent']);

/** Takes `cost 40`, `cost: $40` and `spent 40 EUR`. */
export function readCost(reading: Reading, currency: string): Money | null {
  for (const [at, word] of reading.words.entries()) {
    if (!isFree(reading, at) || !COST_WORDS.has(word.key)) continue;
    const next = reading.words[at + 1];
    if (!next || next.part !== word.part || !isFree(reading, at + 1)) continue;
    const sum = moneyAt(reading, at + 1, currency);
    if (sum) {
      if (sum.minor !== null) claim(reading, 'cost', at, sum.last);
      return sum;
    }
  }
  return null;
}

const SCORE_WORDS: ReadonlySet<string> = new Set(['score', 'scored', 'rating', 'rated', 'csat']);

/** Takes `score 4.5`, `rated 4/5` and `score: 4.5 of 5`. */
export function readScore(reading: Reading): number | null {
  for (const [at, word] of reading.words.entries()) {
    const next = reading.words[at + 1];
    if (!SCORE_WORDS.has(word.key) || next?.part !== word.part) continue;
    if (!isFree(reading, at) || !isFree(reading, at + 1)) continue;
    const score = numberIn(next.text.replace(/\/\d{1,4}$/, ''));
    if (score === null) continue;
    const scale = reading.words[at + 3];
    const saysScale =
      reading.words[at + 2]?.key === 'of' &&
      scale?.part === word.part &&
      numberIn(scale.text) !== null;
    claim(reading, 'score', at, saysScale ? at + 3 : at + 1);
    return score;
  }
  return null;
}

/**
 * Takes `3 of 4 adopted` and `3/4 adopted`: two whole counts, the first no greater, before words of a
 * ratio's name or alone between commas. Other counts ("2 of 3 sheets") stay in the note.
 */
export function readRatio(reading: Reading, outcomes: readonly NamedOutcome[]): ReadRatio | null {
  for (const at of reading.words.keys()) {
    const counts = isFree(reading, at) ? countsAt(reading, at) : null;
    if (!counts) continue;
    const { partCount, wholeCount, last } = counts;
    const named = namedRatio(reading, last + 1, outcomes);
    if (!named && !standsAlone(reading, at, last)) continue;
    claim(reading, 'ratio', at, named?.last ?? last);
    return { partCount, wholeCount, outcomeId: named?.outcomeId ?? null };
  }
  return null;
}

interface Counts {
  readonly partCount: number;
  readonly wholeCount: number;
  readonly last: number;
}

function countsAt(reading: Reading, at: number): Counts | null {
  const word = reading.words[at];
  const glued = /^(\d{1,9})\/(\d{1,9})$/.exec(word?.text ?? '');
  if (glued) return wholeCounts(Number(glued[1]), Number(glued[2]), at);
  const [of, whole] = [reading.words[at + 1], reading.words[at + 2]];
  const isPhrase = of?.key === 'of' && whole?.part === word?.part && isFree(reading, at + 2);
  if (!word || !isPhrase || !whole) return null;
  return wholeCounts(numberIn(word.text), numberIn(whole.text), at + 2);
}

const wholeCounts = (part: number | null, whole: number | null, last: number): Counts | null =>
  part !== null &&
  whole !== null &&
  Number.isInteger(part) &&
  Number.isInteger(whole) &&
  part <= whole &&
  whole > 0
    ? { partCount: part, wholeCount: whole, last }
    : null;

const LIKELY = 0.6;

function namedRatio(
  reading: Reading,
  from: number,
  outcomes: readonly NamedOutcome[],
): { readonly outcomeId: string | null; readonly last: number } | null {
  const part = reading.words[from - 1]?.part;
  const isNear = reading.words[from]?.part === part && isFree(reading, from);
  const said = reading.words[from]?.key ?? '';
  if (!isNear) return null;
  const found = outcomes.filter(({ measures }) =>
    measures?.some(
      ({ kind, partName, wholeName }) =>
        kind === 'ratio' && [partName, wholeName].some((name) => saysPart(said, nameWords(name))),
    ),
  );
  if (found.length === 0) return null;
  return { outcomeId: found.length === 1 ? (found[0]?.id ?? null) : null, last: from };
}

const saysPart = (said: string, name: readonly string[]): boolean =>
  name.some((word) => matchPhrase([said], [word], matchWord) > LIKELY);

const standsAlone = (reading: Reading, first: number, last: number): boolean => {
  const part = reading.words[first]?.part;
  return reading.words[first - 1]?.part !== part && reading.words[last + 1]?.part !== part;
};
