import type { Reading } from './log-line-reading.ts';
import { claim, isFree } from './log-line-reading.ts';

const ERROR_WORDS: ReadonlySet<string> = new Set(
  'error errors err errs mistake mistakes defect defects'.split(' '),
);
const NONE_WORDS: ReadonlySet<string> = new Set(['no', 'zero', 'without', 'nil']);

/** Currencies that a symbol can stand for; the workspace's own decides. */
const SYMBOLS: ReadonlyMap<string, readonly string[]> = new Map([
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP']],
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP']],
  ['₱', ['PHP']],
  ['₹', ['INR']],
  ['¥', ['JPY', 'CNY']],
  ['₫', ['VND']],
]);

const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?$/;
const DOTTED = /^[1-9]\d{0,2}(\.\d{3})+$/;

/**
 * A plain number as people type it: `12`, `1,200`, `7.5`; null for anything else. `1.200` is none: half
 * the world means a thousand and more by it.
 */
export function numberIn(text: string): number | null {
  return NUMBER.test(text) && !isDotted(text) ? Number(text.replaceAll(',', '')) : null;
}

/** `1.200`: thousands to some, a little more than one to others. */
export const isDotted = (text: string): boolean => DOTTED.test(text);

/** Takes `1 error`, `no errors`, `errors: 2` and `error-free`; null where nothing is said. */
export function readErrors(reading: Reading): number | null {
  for (const [at, word] of reading.words.entries()) {
    if (!isFree(reading, at)) continue;
    if (word.key === 'error-free' || word.key === 'errorfree') {
      claim(reading, 'errors', at);
      return 0;
    }
    if (!ERROR_WORDS.has(word.key)) continue;
    const before = isFree(reading, at - 1) ? reading.words[at - 1] : undefined;
    if (before && before.part === word.part) {
      const count = NONE_WORDS.has(before.key) ? 0 : numberIn(before.text);
      if (count !== null && Number.isInteger(count)) {
        claim(reading, 'errors', at - 1, at);
        return count;
      }
    }
    const after = isFree(reading, at + 1) ? reading.words[at + 1] : undefined;
    const count = after && word.hasColon && after.part === word.part ? numberIn(after.text) : null;
    if (count !== null && Number.isInteger(count)) {
      claim(reading, 'errors', at, at + 1);
      return count;
    }
  }
  return null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A sum of money in a line. One that is foreign or unclear is not counted. */
export interface Money {
  /** In minor units of the workspace's currency; null where it cannot be counted. */
  readonly minor: number | null;
  /** A sum in another currency, as typed. */
  readonly foreign: Range | null;
  /** Figures that mean one thing here and another there: `$1.200`, `€45,50`. */
  readonly unclear: Range | null;
  /** Index of its last word. */
  readonly last: number;
}

/** Takes `$45.50`, `45€`, `USD 45` and `45 USD`, in the workspace's currency. */
export function readValue(reading: Reading, currency: string): Money | null {
  for (const at of reading.words.keys()) {
    const sum = isFree(reading, at) ? sumAt(reading, at, currency) : null;
    if (!sum) continue;
    const money = moneyOf(reading, at, sum, currency);
    if (money.minor !== null) claim(reading, 'value', at, money.last);
    return money;
  }
  return null;
}

/** The sum that begins at a word, with its currency or, as a plain number, in the workspace's; null for none. */
export function moneyAt(reading: Reading, at: number, currency: string): Money | null {
  const sum = sumAt(reading, at, currency);
  if (sum) return moneyOf(reading, at, sum, currency);
  const figures = reading.words[at]?.text ?? '';
  const amount = amountIn(figures);
  return amount === null ? null : moneyOf(reading, at, { amount, currency, last: at }, currency);
}

function moneyOf(reading: Reading, at: number, sum: Sum, own: string): Money {
  const { last } = sum;
  const range = { start: reading.words[at]?.start ?? 0, end: reading.words[last]?.end ?? 0 };
  if (sum.currency !== own) return { minor: null, foreign: range, unclear: null, last };
  // A comma was read as the end of a part: "€45,50" would count 45 and leave 50 in the note.
  const after = /^,\d{1,2}(?!\d)/.exec(reading.text.slice(range.end))?.[0] ?? '';
  const before = /\d+,$/.exec(reading.text.slice(0, range.start))?.[0] ?? '';
  if (after !== '' || before !== '') {
    const unclear = { start: range.start - before.length, end: range.end + after.length };
    return { minor: null, foreign: null, unclear, last };
  }
  if (Number.isNaN(sum.amount)) return { minor: null, foreign: null, unclear: range, last };
  const minor = Math.round(sum.amount * 10 ** minorDigits(own));
  return { minor, foreign: null, unclear: null, last };
}

/** A number; NaN where it cannot be told which; null for anything else. */
const amountIn = (text: string): number | null => (isDotted(text) ? Number.NaN : numberIn(text));

interface Sum {
  /** NaN where its figures are unclear. */
  readonly amount: number;
  readonly currency: string;
  readonly last: number;
}

function sumAt(reading: Reading, at: number, own: string): Sum | null {
  const word = reading.words[at];
  if (!word || word.text.length > 30) return null;
  const symbol =
    /^(\D{1,3})(\d[\d,.]*)$/u.exec(word.text) ?? /^(\d[\d,.]*)(\D{1,3})$/u.exec(word.text);
  if (symbol) {
    const [mark = '', figures = ''] = /^\d/.test(symbol[1] ?? '')
      ? [symbol[2], symbol[1]]
      : [symbol[1], symbol[2]];
    const amount = amountIn(figures);
    const currency = currencyOf(mark, own);
    return amount === null || currency === null ? null : { amount, currency, last: at };
  }
  const next = isFree(reading, at + 1) ? reading.words[at + 1] : undefined;
  if (!next || next.part !== word.part) return null;
  const [mark, figures] = amountIn(word.text) === null ? [word, next] : [next, word];
  const amount = amountIn(figures.text);
  const currency = currencyOf(mark.text, own);
  return amount === null || currency === null ? null : { amount, currency, last: at + 1 };
}

/** The currency that a symbol or code names: the workspace's where it can be that one. */
function currencyOf(mark: string, own: string): string | null {
  const code = mark.toUpperCase();
  if (code === own) return own;
  const meant = SYMBOLS.get(mark);
  if (meant) return meant.includes(own) ? own : (meant[0] ?? null);
  return mark === code && KNOWN_CODES.has(code) ? code : null;
}

const KNOWN_CODES: ReadonlySet<string> = new Set([
  ...[...SYMBOLS.values()].flat(),
  ...'BRL IDR CHF SEK NOK DKK PLN ZAR AED PKR BDT LKR THB'.split(' '),
]);

const digitsOf = new Map<string, number>();

/** Decimals of a currency's minor unit (ISO 4217): 2 for most, 0 for yen. */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    digits = /^[A-Z]{3}$/.test(currency)
      ? (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
          .maximumFractionDigits ?? 2)
      : 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}
