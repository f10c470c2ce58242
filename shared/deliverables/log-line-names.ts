import type { Measure } from '../plan/outcome.ts';
import { isDotted, numberIn } from './log-line-amounts.ts';
import type { Reading } from './log-line-reading.ts';
import { claim, freeRun, isFree } from './log-line-reading.ts';
import { GLUE, foldText } from './log-line-words.ts';
import { matchPhrase, matchWord } from './word-match.ts';

export interface NamedOutcome {
  readonly id: string;
  readonly name: string;
  /** What one unit is called, in the plural: "listings". */
  readonly unit: string;
  /** By what it is judged: a line tells only what somebody measures. */
  readonly measures?: readonly Pick<Measure, 'kind' | 'partName' | 'wholeName'>[];
}

export interface OutcomeChoice {
  readonly id: string;
  readonly score: number;
}

/** Where an outcome is looked for, and what the line says of it. */
export interface OutcomeReading {
  /** Every outcome that the line may mean, likeliest first. */
  readonly choices: readonly OutcomeChoice[];
  /** A phrase after "for" that names no outcome, or null. */
  readonly unknown: { readonly start: number; readonly end: number } | null;
}

interface Mention {
  readonly score: number;
  readonly first: number;
  readonly last: number;
  /** Standing alone or introduced: its words are the outcome's and no part of the note. */
  readonly isClaimed: boolean;
}

const INTRODUCTIONS: ReadonlySet<string> = new Set(['for', 'on', 'in', 'under', 'to']);
const UNIT_WEIGHT = 0.7;
const LIKELY = 0.35;

/**
 * Finds the outcome by its name, part of it, its initials or its unit, and takes the words that say it.
 * A name inside other words ("the customer was slow") counts less and stays in the note.
 */
export function readOutcome(
  reading: Reading,
  outcomes: readonly NamedOutcome[],
  unitAt: number | null,
): OutcomeReading {
  const match = rememberedMatch();
  const said = reading.words.map(({ key }) => nameWords(key));
  const found = outcomes.map((outcome) => {
    const mention = bestMention(reading, said, nameWords(outcome.name), match);
    const unit = unitAt === null ? null : unitNear(reading, unitAt, outcome.unit, match);
    const score = (mention?.score ?? 0) + UNIT_WEIGHT * (unit?.score ?? 0);
    return { id: outcome.id, score, mention, unit };
  });
  const choices = found
    .filter(({ score }) => score >= LIKELY)
    .toSorted((a, b) => b.score - a.score);
  const best = choices[0];
  if (best?.mention && best.mention.isClaimed) {
    const { first, last } = best.mention;
    claim(reading, 'outcome', isIntroduced(reading, first) ? first - 1 : first, last);
  }
  if (unitAt !== null) {
    const unit = found.toSorted((a, b) => (b.unit?.score ?? 0) - (a.unit?.score ?? 0))[0]?.unit;
    if (unit && unit.first === unitAt && isFree(reading, unitAt)) {
      claim(reading, 'quantity', unitAt - 1, unit.last);
    }
  }
  return { choices, unknown: best ? null : unknownPhrase(reading) };
}

/** Outcomes whose name or unit begins like what is typed, likeliest first; all of them for nothing typed. */
export function completeOutcomes<T extends NamedOutcome>(
  typed: string,
  outcomes: readonly T[],
): readonly T[] {
  const words = nameWords(typed);
  if (words.length === 0) return outcomes;
  return outcomes
    .map((outcome) => ({
      outcome,
      score: Math.max(
        matchPhrase(words, nameWords(outcome.name), matchBeginning),
        0.8 * matchPhrase(words, nameWords(outcome.unit), matchBeginning),
      ),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ outcome }) => outcome);
}

/** While somebody types, one letter is already the beginning of a word. */
const matchBeginning = (typed: string, target: string): number =>
  target.startsWith(typed) ? 0.6 + (0.4 * typed.length) / target.length : matchWord(typed, target);

export const nameWords = (name: string): readonly string[] =>
  foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !GLUE.has(word));

type Match = (typed: string, target: string) => number;

/** The same few words are compared again and again while windows slide over the line. */
function rememberedMatch(): Match {
  const known = new Map<string, number>();
  return (typed, target) => {
    const key = `${typed} ${target}`;
    let score = known.get(key);
    if (score === undefined) known.set(key, (score = matchWord(typed, target)));
    return score;
  };
}

function bestMention(
  reading: Reading,
  said: readonly (readonly string[])[],
  name: readonly string[],
  match: Match,
): Mention | null {
  let best: Mention | null = null;
  for (let first = 0; first < said.length; first += 1) {
    if (!isFree(reading, first) || said[first]?.length === 0) continue;
    const part = reading.words[first]?.part;
    const typed: string[] = [];
    for (let last = first; isFree(reading, last); last += 1) {
      const more = said[last] ?? [];
      if (reading.words[last]?.part !== part) break;
      if (more.length === 0) continue;
      typed.push(...more);
      const score = typed.length > name.length ? 0 : matchPhrase(typed, name, match);
      if (score === 0) break;
      const mention = weighedMention(reading, first, last, score);
      if (!best || mention.score > best.score) best = mention;
    }
  }
  return best;
}

function weighedMention(reading: Reading, first: number, last: number, said: number): Mention {
  if (isIntroduced(reading, first)) {
    return { score: said + 0.3, first, last, isClaimed: said >= 0.3 };
  }
  if (standsAlone(reading, first, last)) {
    return { score: said + 0.1, first, last, isClaimed: true };
  }
  return { score: said >= 0.75 ? said : said / 2, first, last, isClaimed: false };
}

const isIntroduced = (reading: Reading, first: number): boolean =>
  isFree(reading, first - 1) &&
  reading.words[first - 1]?.part === reading.words[first]?.part &&
  INTRODUCTIONS.has(reading.words[first - 1]?.key ?? '');

/** No other free words around it in its part of the line. */
function standsAlone(reading: Reading, first: number, last: number): boolean {
  const part = reading.words[first]?.part;
  const isOther = (at: number): boolean => {
    const word = reading.words[at];
    if (!word || !isFree(reading, at) || word.part !== part) return false;
    return !GLUE.has(word.key) && numberIn(word.text) === null && !isDotted(word.text);
  };
  return !isOther(first - 1) && !isOther(last + 1);
}

interface UnitMention {
  readonly score: number;
  readonly first: number;
  readonly last: number;
}

/** The unit after a quantity, or a word or two later: "12 spring listings". */
function unitNear(reading: Reading, at: number, unit: string, match: Match): UnitMention | null {
  const name = nameWords(unit);
  for (const first of [at, at + 1, at + 2]) {
    const run = freeRun(reading, first, Math.max(1, name.length));
    if (run.length === 0 || run[0]?.part !== reading.words[at]?.part) return null;
    for (let length = run.length; length > 0; length -= 1) {
      const typed = run.slice(0, length).map((word) => word.key);
      const score = matchPhrase(typed, name, match);
      if (score > 0.3) {
        return { score: score - 0.1 * (first - at), first, last: first + length - 1 };
      }
    }
  }
  return null;
}

function unknownPhrase(reading: Reading): OutcomeReading['unknown'] {
  for (const [at, word] of reading.words.entries()) {
    if (!isFree(reading, at) || word.key !== 'for') continue;
    const run = freeRun(reading, at + 1, 6);
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) return { start: first.start, end: last.end };
  }
  return null;
}
