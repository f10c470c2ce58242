import type { Reading } from './log-line-reading.ts';
import { claim, isFree } from './log-line-reading.ts';
import type { Word } from './log-line-words.ts';
import { foldText } from './log-line-words.ts';
import { matchWord } from './word-match.ts';

const REFERENCE_WORDS: ReadonlySet<string> = new Set(['ref', 'reference', 'ticket', 'order']);

/** Takes `#1234`, a link, or `ref ABC-1`: the first of them. */
export function readReference(reading: Reading): string {
  for (const [at, word] of reading.words.entries()) {
    if (!isFree(reading, at)) continue;
    if (/^https?:\/\/\S/i.test(word.text) || /^#[\p{L}\p{N}]/u.test(word.text)) {
      claim(reading, 'reference', at);
      return word.text;
    }
    const next = reading.words[at + 1];
    if (next && next.part === word.part && isReferenceWord(word, next)) {
      claim(reading, 'reference', at, at + 1);
      return next.text;
    }
  }
  return '';
}

/** "ref x" always; "order 4512" and "ticket AB-1" where a number follows, for "order late" is a note. */
const isReferenceWord = (word: Word, next: Word): boolean =>
  word.key === 'ref' ||
  word.key === 'reference' ||
  (REFERENCE_WORDS.has(word.key) && /\d/.test(next.text));

/** Takes `@Acme`: the longest known client's name that the words begin, else the word itself. */
export function readClient(reading: Reading, clients: readonly string[]): string {
  for (const [at, word] of reading.words.entries()) {
    if (!isFree(reading, at) || !/^@["\p{L}\p{N}]/u.test(word.text)) continue;
    const quoted = /^@"([^"]*)"?$/.exec(word.text);
    if (quoted) {
      claim(reading, 'client', at);
      return (quoted[1] ?? '').trim();
    }
    const known = knownClient(reading, at, clients);
    claim(reading, 'client', at, known?.last ?? at);
    return known?.name ?? word.text.slice(1);
  }
  return '';
}

function knownClient(
  reading: Reading,
  at: number,
  clients: readonly string[],
): { readonly name: string; readonly last: number } | null {
  let best: { name: string; last: number; score: number } | null = null;
  for (const name of clients) {
    const parts = foldText(name).split(/\s+/);
    let score = 0;
    let taken = 0;
    for (const part of parts) {
      const word = reading.words[at + taken];
      const typed = taken === 0 ? word?.key.slice(1) : word?.key;
      const isNear = word?.part === reading.words[at]?.part && isFree(reading, at + taken);
      const match = typed && isNear ? matchWord(typed, part) : 0;
      if (match === 0) break;
      score += match;
      taken += 1;
    }
    if (taken > 0 && (!best || score > best.score)) best = { name, last: at + taken - 1, score };
  }
  return best;
}

/** Takes `yesterday` or `today` where it stands alone between commas, or ends or begins the line. */
export function readDay(reading: Reading): 0 | -1 {
  const { words } = reading;
  for (const [at, word] of words.entries()) {
    if (!isFree(reading, at) || (word.key !== 'yesterday' && word.key !== 'today')) continue;
    const isAlone = words[at - 1]?.part !== word.part && words[at + 1]?.part !== word.part;
    const isEdge =
      at === words.length - 1 || words.slice(0, at).every((_, i) => !isFree(reading, i));
    if (!isAlone && !isEdge) continue;
    claim(reading, 'day', at);
    return word.key === 'yesterday' ? -1 : 0;
  }
  return 0;
}
