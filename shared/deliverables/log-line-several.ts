import { numberIn } from './log-line-amounts.ts';
import type { NamedOutcome } from './log-line-names.ts';
import { nameWords } from './log-line-names.ts';
import type { LogLine, LogVocabulary } from './log-line.ts';
import { parseLogLine } from './log-line.ts';
import type { Word } from './log-line-words.ts';
import { interpretedLength, wordsOf } from './log-line-words.ts';
import { matchWord } from './word-match.ts';

/** One output of a typed line: the stretch of text that tells it, and what that says by itself. */
export interface ToldOutput {
  /** Where the stretch begins in the whole text. */
  readonly start: number;
  readonly text: string;
  readonly line: LogLine;
}

/**
 * Reads a typed line that may tell of several outputs: `12 listings and 4 tickets, 1 error`. Each begins
 * with a count and what is counted, and has its own details after it; `yesterday` is said of all of
 * them. One output at least.
 */
export function parseLogLines(text: string, vocabulary: LogVocabulary): readonly ToldOutput[] {
  const cuts = cutsIn(text, vocabulary.outcomes);
  const whole = { start: 0, text, line: parseLogLine(text, vocabulary) };
  // A verb moves one piece of work along, whatever counts its words speak of.
  if (cuts.length === 0 || whole.line.intent !== 'log') return [whole];
  const outputs = [0, ...cuts.map(({ next }) => next)].map((start, at) => {
    const stretch = text.slice(start, cuts[at]?.end ?? text.length);
    return { start, text: stretch, line: parseLogLine(stretch, vocabulary) };
  });
  const dayOffset = outputs.some(({ line }) => line.dayOffset === -1) ? -1 : 0;
  return outputs.map((output) => ({ ...output, line: { ...output.line, dayOffset } }));
}

/** The end of one output, and where the next begins: between them stands what joins them. */
interface Cut {
  readonly end: number;
  readonly next: number;
}

const JOINS: ReadonlySet<string> = new Set(['and', '&', '+', 'plus']);

function cutsIn(text: string, outcomes: readonly NamedOutcome[]): readonly Cut[] {
  const words = wordsOf(text.slice(0, interpretedLength(text)));
  const noteAt = words.findIndex((word) => word.key === 'note' && word.hasColon);
  const read = noteAt < 0 ? words : words.slice(0, noteAt);
  const cuts: Cut[] = [];
  let counted: readonly string[] | null = null;
  for (const at of read.keys()) {
    const meant = countedAt(read, at, outcomes);
    if (meant.length === 0) continue;
    const join = read[at - 1];
    const isJoined = join !== undefined && join.part === read[at]?.part && JOINS.has(join.key);
    const isApart = join !== undefined && join.part !== read[at]?.part;
    // After a comma only another thing is another output: "12 listings, 3 listings with video" is one.
    const isAnother = counted !== null && (isJoined || (isApart && !overlaps(counted, meant)));
    if (counted === null || isAnother) {
      if (counted !== null) {
        const end = isJoined ? (join?.start ?? 0) : (join?.end ?? 0);
        cuts.push({ end, next: read[at]?.start ?? 0 });
      }
      counted = meant;
    }
  }
  return cuts;
}

const LIKELY = 0.6;

/** The outcomes whose unit or name the word after a count says; none where no count stands there. */
function countedAt(
  words: readonly Word[],
  at: number,
  outcomes: readonly NamedOutcome[],
): readonly string[] {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || next?.part !== word.part || numberIn(word.text) === null) return [];
  return outcomes
    .filter(({ unit, name }) =>
      [...nameWords(unit), ...nameWords(name)].some((each) => matchWord(next.key, each) > LIKELY),
    )
    .map(({ id }) => id);
}

const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((each) => b.includes(each));
