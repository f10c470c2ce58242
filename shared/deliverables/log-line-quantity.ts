import { numberIn } from './log-line-amounts.ts';
import type { NamedOutcome } from './log-line-names.ts';
import { nameWords } from './log-line-names.ts';
import type { Reading } from './log-line-reading.ts';
import { claim, isFree } from './log-line-reading.ts';
import { matchWord } from './word-match.ts';

export interface Counted {
  readonly quantity: number;
  /** Index of the word after it, where a unit may stand. */
  readonly unitAt: number | null;
}

/**
 * Takes the line's quantity: the number it begins with, a number before a known unit, or one that
 * stands alone between commas. Other numbers ("order 4512") stay in the note.
 */
export function readQuantity(reading: Reading, outcomes: readonly NamedOutcome[]): Counted | null {
  const isUnit = unitTest(outcomes);
  const firstAt = reading.words.findIndex((_, at) => isFree(reading, at));
  const numbers = [...reading.words.keys()].filter(
    (at) => isFree(reading, at) && quantityIn(reading.words[at]?.text ?? '') !== null,
  );
  const at =
    numbers.find((each) => each === firstAt) ??
    numbers.find((each) => isBeforeUnit(reading, each, isUnit)) ??
    numbers.find((each) => isAlone(reading, each));
  return at === undefined ? null : takeQuantity(reading, at);
}

/** Whether a folded word is a unit of one of the outcomes, or nearly. */
export function unitTest(outcomes: readonly NamedOutcome[]): (key: string) => boolean {
  const units = new Set(outcomes.flatMap(({ unit }) => nameWords(unit)));
  return (key) => {
    for (const unit of units) if (matchWord(key, unit) > 0.6) return true;
    return false;
  };
}

/** Takes a number right beside the outcome's name: "Product uploads: 12". */
export function readQuantityBeside(reading: Reading): number | null {
  for (const at of reading.words.keys()) {
    if (reading.claims[at]?.kind !== 'outcome') continue;
    for (const beside of [at + 1, at - 1]) {
      const isSamePart = reading.words[beside]?.part === reading.words[at]?.part;
      if (!isFree(reading, beside) || !isSamePart) continue;
      if (quantityIn(reading.words[beside]?.text ?? '') === null) continue;
      return takeQuantity(reading, beside)?.quantity ?? null;
    }
  }
  return null;
}

function takeQuantity(reading: Reading, at: number): Counted | null {
  const quantity = quantityIn(reading.words[at]?.text ?? '');
  if (quantity === null) return null;
  claim(reading, 'quantity', at);
  const isSamePart = reading.words[at + 1]?.part === reading.words[at]?.part;
  return { quantity, unitAt: isFree(reading, at + 1) && isSamePart ? at + 1 : null };
}

/** `12`, `1,200`, `12x` and `x12`. */
const quantityIn = (text: string): number | null =>
  text.length > 24 ? null : numberIn(text.replace(/^[x×](?=\d)|(?<=\d)[x×]$/i, ''));

function isBeforeUnit(reading: Reading, at: number, isUnit: (key: string) => boolean): boolean {
  const [word, next] = [reading.words[at], reading.words[at + 1]];
  return (
    next !== undefined && isFree(reading, at + 1) && next.part === word?.part && isUnit(next.key)
  );
}

function isAlone(reading: Reading, at: number): boolean {
  const part = reading.words[at]?.part;
  return reading.words[at - 1]?.part !== part && reading.words[at + 1]?.part !== part;
}
