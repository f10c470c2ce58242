import type { Word } from './log-line-words.ts';
import { interpretedLength, wordsOf } from './log-line-words.ts';

export type TokenKind =
  | 'verb'
  | 'quantity'
  | 'outcome'
  | 'errors'
  | 'value'
  | 'cost'
  | 'score'
  | 'ratio'
  | 'reference'
  | 'client'
  | 'blockedOn'
  | 'day'
  | 'note'
  | 'gap';

/** A stretch of the line and what it was taken for. Tokens cover the line in order without overlap. */
export interface LogToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

interface Claim {
  readonly kind: TokenKind;
  readonly first: number;
}

/** A line while it is being read: its words, and which of them already mean something. */
export interface Reading {
  readonly text: string;
  /** What follows is a note, unread: a line longer than anybody types. */
  readonly readLength: number;
  readonly words: readonly Word[];
  readonly claims: (Claim | undefined)[];
}

export function readingOf(text: string): Reading {
  const readLength = interpretedLength(text);
  const words = wordsOf(text.slice(0, readLength));
  return { text, readLength, words, claims: words.map(() => undefined) };
}

/** Takes the words `first` to `last` (inclusive) for one meaning. */
export function claim(reading: Reading, kind: TokenKind, first: number, last = first): void {
  for (let at = first; at <= last; at += 1) reading.claims[at] = { kind, first };
}

export const isFree = (reading: Reading, at: number): boolean =>
  at >= 0 && at < reading.words.length && reading.claims[at] === undefined;

/** Words from the index on that are free and stand together in one part, at most `limit`. */
export function freeRun(reading: Reading, from: number, limit: number): readonly Word[] {
  const run: Word[] = [];
  const part = reading.words[from]?.part;
  for (let at = from; run.length < limit && isFree(reading, at); at += 1) {
    const word = reading.words[at];
    if (!word || word.part !== part) break;
    run.push(word);
  }
  return run;
}

/** The tokens that the claims make, the free words between them as notes. */
export function tokensOf({ text, readLength, words, claims }: Reading): readonly LogToken[] {
  const spans: LogToken[] = [];
  for (const [at, word] of words.entries()) {
    const kind = claims[at]?.kind ?? 'note';
    const last = spans.at(-1);
    const continues =
      last !== undefined &&
      last.kind === kind &&
      (kind === 'note' || claims[at]?.first === claims[at - 1]?.first);
    if (last && continues) spans[spans.length - 1] = { ...last, end: word.end };
    else spans.push({ kind, start: word.start, end: word.end });
  }
  if (readLength < text.length) spans.push({ kind: 'note', start: readLength, end: text.length });
  return withGaps(spans, text.length);
}

function withGaps(spans: readonly LogToken[], length: number): readonly LogToken[] {
  const tokens: LogToken[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) tokens.push({ kind: 'gap', start: at, end: span.start });
    tokens.push(span);
    at = span.end;
  }
  if (at < length) tokens.push({ kind: 'gap', start: at, end: length });
  return tokens;
}
