import type { Reading } from './log-line-reading.ts';
import { GLUE } from './log-line-words.ts';

/** What is left of a line as text: its free words part by part, without joining words that now join nothing. */
export function noteOf(reading: Reading): string {
  const parts: string[] = [];
  let part = -1;
  for (const run of leftRuns(reading)) {
    const text = reading.text.slice(run.start, run.end);
    if (run.part === part) parts[parts.length - 1] = `${parts.at(-1) ?? ''} ${text}`;
    else parts.push(text);
    part = run.part;
  }
  const tail = reading.text.slice(reading.readLength).trim();
  return [...parts, ...(tail ? [tail] : [])].join(', ');
}

interface LeftRun {
  readonly start: number;
  readonly end: number;
  readonly part: number;
}

function leftRuns({ text, words, claims }: Reading): readonly LeftRun[] {
  const runs: (LeftRun & { isGlue: boolean; isProtected: boolean; lastAt: number })[] = [];
  for (const [at, word] of words.entries()) {
    const kind = claims[at]?.kind;
    if (kind !== undefined && kind !== 'note') continue;
    const isProtected = kind === 'note';
    const last = runs.at(-1);
    const isGlue = !isProtected && GLUE.has(word.key);
    // A protected note keeps its commas: it is one text whatever parts it was read in.
    if (last && last.lastAt === at - 1 && (last.part === word.part || isProtected)) {
      const merged = last.isProtected || isProtected;
      runs[runs.length - 1] = {
        ...last,
        end: endOf(text, word.end),
        isGlue: last.isGlue && isGlue,
        isProtected: merged,
        lastAt: at,
      };
    } else {
      const { start, part } = word;
      runs.push({ start, end: endOf(text, word.end), part, isGlue, isProtected, lastAt: at });
    }
  }
  return runs.filter((run) => !run.isGlue);
}

/** Closing punctuation right after a word belongs to the note's text. */
function endOf(text: string, end: number): number {
  const closing = /^[.!?)\]}"'”’]+/.exec(text.slice(end, end + 8));
  return end + (closing?.[0].length ?? 0);
}
