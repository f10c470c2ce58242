import { isDotted } from './log-line-amounts.ts';
import type { NamedOutcome } from './log-line-names.ts';
import { unitTest } from './log-line-quantity.ts';
import type { Reading } from './log-line-reading.ts';
import { isFree } from './log-line-reading.ts';
import type { Word } from './log-line-words.ts';
import { foldText } from './log-line-words.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A figure, perhaps signed, in any script: `-5`, `١٢`. */
const FIGURE = /^[-+−–~≈]?\p{N}[\p{N}.,'’]*$/u;
const BEGINS_AS_FIGURE = /^[-+−–~≈]?\p{N}/u;

/**
 * Finds what is meant as the quantity and cannot be read as one: `-5 listings`, `12-15 listings`,
 * `12listings`, `1 200 listings`, `1.200 listings`. Left alone it would count as one, or as the 1
 * before the gap.
 */
export function unclearQuantity(
  reading: Reading,
  outcomes: readonly NamedOutcome[],
  quantity: number | null,
): Range | null {
  const { words, claims } = reading;
  if (quantity !== null) {
    const at = words.findIndex((_, each) => claims[each]?.kind === 'quantity');
    return splitThousands(words, at, (each) => isFree(reading, each));
  }
  const isUnit = unitTest(outcomes);
  const firstAt = words.findIndex((_, at) => isFree(reading, at));
  const found = words.find((word, at) => {
    if (!isFree(reading, at)) return false;
    if (at === firstAt && FIGURE.test(word.text)) return true;
    if (isDotted(word.text) && isByItself(reading, at)) return true;
    const glued = /^\d[\d.,]*(\p{L}{2,})$/u.exec(word.text)?.[1];
    if (glued !== undefined) return isUnit(foldText(glued));
    const next = words[at + 1];
    const isBeforeUnit = next !== undefined && next.part === word.part && isUnit(next.key);
    return isBeforeUnit && BEGINS_AS_FIGURE.test(word.text);
  });
  return found ? { start: found.start, end: found.end } : null;
}

/** Alone in its part of the line, or beside the outcome's name: "Product uploads: 1.200". */
function isByItself({ words, claims }: Reading, at: number): boolean {
  const isApart = (beside: number): boolean =>
    words[beside]?.part !== words[at]?.part || claims[beside] !== undefined;
  return isApart(at - 1) && isApart(at + 1);
}

/** `1 200`: thousands set off by a space, of which only the 1 was taken. */
function splitThousands(
  words: readonly Word[],
  at: number,
  isFreeAt: (at: number) => boolean,
): Range | null {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !next || next.part !== word.part || !isFreeAt(at + 1)) return null;
  const isSplit = /^\d{1,3}$/.test(word.text) && /^\d{3}$/.test(next.text);
  return isSplit ? { start: word.start, end: next.end } : null;
}
