import { FIRST_DAY, addDays, isDayKey } from '../day.ts';
import type { Json } from '../json.ts';
import type { Answer } from './answer.ts';
import { answerProblem } from './answer.ts';
import { doesPass } from './path.ts';
import type { RuleTest } from './rule.ts';
import type { Step } from './step.ts';

/** Each word doubles the texts that are told apart: with more of them the checker says that it cannot decide. */
const MOST_WORDS = 9;

/**
 * The answers of a step as far as rules can tell them apart: `passes` has, for each test in turn, whether no
 * answer passes it (at 0) and whether each representative does. Every valid answer passes the same tests as
 * one of them, unless `isWhole` is false.
 */
export interface AnswerClasses {
  /** How many representatives there are, beside no answer. */
  readonly count: number;
  readonly passes: readonly (readonly boolean[])[];
  readonly isWhole: boolean;
}

/** `tests` are those that read this step. What the step itself does not take is no answer. */
export function answerClasses(step: Step, tests: readonly RuleTest[]): AnswerClasses {
  const seen = new Set<string>();
  const vectors: (readonly boolean[])[] = [tests.map((test) => doesPass(test, undefined))];
  for (const value of candidates(step, tests)) {
    const answer = answerOf(value);
    if (answerProblem(step, answer, true) !== null) continue;
    const vector = tests.map((test) => doesPass(test, answer));
    const key = vector.map(Number).join('');
    if (seen.has(key)) continue;
    seen.add(key);
    vectors.push(vector);
  }
  return {
    count: vectors.length - 1,
    passes: tests.map((_, at) => vectors.map((vector) => vector[at] === true)),
    isWhole: canTellApart(step, tests),
  };
}

const answerOf = (value: Json): Answer => ({
  value,
  atMs: 0,
  isSkipped: false,
  waitingSinceMs: null,
});

/** Words in the order of their letters, and parts of dates, cut answers in more ways than are tried. */
function canTellApart({ kind }: Step, tests: readonly RuleTest[]): boolean {
  const isOrdered = tests.some((test) => test.kind === 'onOrAfter' || test.kind === 'onOrBefore');
  if (kind === 'date') {
    const hasOddDay = tests.some(({ value }) => typeof value === 'string' && !isDayKey(value));
    return !tests.some((test) => test.kind === 'contains') && !(isOrdered && hasOddDay);
  }
  const isText = kind === 'text' || kind === 'sop' || kind === 'signOff';
  return !isText || (!isOrdered && wordsIn(tests).length <= MOST_WORDS);
}

const wordsIn = (tests: readonly RuleTest[]): readonly string[] => [
  ...new Set(
    tests.flatMap(({ kind, value }) =>
      kind === 'contains' && typeof value === 'string' ? [value.toLowerCase()] : [],
    ),
  ),
];

function candidates(step: Step, tests: readonly RuleTest[]): Iterable<Json> {
  switch (step.kind) {
    case 'number':
      return numbers(step, tests);
    case 'choice':
      return step.options;
    case 'date':
      return days(tests);
    case 'text':
    case 'sop':
    case 'signOff':
      return texts(tests);
    case 'file':
      return [[{ hash: '0'.repeat(64), name: 'a', sizeBytes: 1, mediaType: 'image/png' }]];
    default:
      return [true];
  }
}

/** The limits, every threshold between them, a number in each gap, and one beyond either end. */
function numbers({ min, max }: Step, tests: readonly RuleTest[]): readonly number[] {
  const values = tests.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const marks = [
    ...new Set([...values, ...(min === null ? [] : [min]), ...(max === null ? [] : [max])]),
  ];
  if (marks.length === 0) return [0];
  marks.sort((a, b) => a - b);
  const found = [...marks];
  for (const [at, mark] of marks.entries()) {
    const next = marks[at + 1];
    if (next !== undefined) found.push(mark + (next - mark) / 2);
  }
  const low = marks[0] ?? 0;
  const high = marks.at(-1) ?? 0;
  found.push(low - Math.max(1, Math.abs(low)), high + Math.max(1, Math.abs(high)));
  return found.filter(Number.isFinite);
}

/** Every day that is named, and the days beside it. */
function days(tests: readonly RuleTest[]): readonly string[] {
  const found = [FIRST_DAY];
  for (const { value } of tests) {
    if (typeof value === 'string' && isDayKey(value)) {
      found.push(value, addDays(value, -1), addDays(value, 1));
    }
  }
  return found;
}

/** The texts that are named, and one for each set of words that a text can hold without being one of them. */
function* texts(tests: readonly RuleTest[]): Generator<string> {
  const named = tests.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  yield* named;
  const gap = gapFor(named);
  const held = [gap];
  for (const word of wordsIn(tests).slice(0, MOST_WORDS)) {
    // A text that holds the word already says nothing new with the word once more.
    held.push(...held.filter((text) => !text.includes(word)).map((text) => `${text}${word}${gap}`));
  }
  yield* held;
}

/** A letter in none of the texts: what is joined by it holds no word that its parts do not hold. */
function gapFor(named: readonly string[]): string {
  const all = named.join('').toLowerCase();
  let code = 0xe000;
  while (all.includes(String.fromCodePoint(code))) code += 1;
  return String.fromCodePoint(code);
}
