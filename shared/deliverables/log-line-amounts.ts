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

/** A plain number as people type it: `12`, `1,200`, `7.5`; null for anything else. */
export function numberIn(text: string): number | null {
  return NUMBER.test(text) ? Number(text.replaceAll(',', '')) : null;
}

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

export interface ReadValue {
  readonly minor: number | null;
  /** A sum in another currency than the workspace's, as typed: it is not counted. */
  readonly foreign: { readonly start: number; readonly end: number } | null;
}

/** Takes `$45.50`, `45€`, `USD 45` and `45 USD`, in the workspace's currency. */
export function readValue(reading: Reading, currency: string): ReadValue {
  for (const at of reading.words.keys()) {
    const sum = isFree(reading, at) ? sumAt(reading, at, currency) : null;
    if (!sum) continue;
    const [start, end] = [reading.words[at]?.start ?? 0, reading.words[sum.last]?.end ?? 0];
    if (sum.currency !== currency) return { minor: null, foreign: { start, end } };
    claim(reading, 'value', at, sum.last);
    return { minor: Math.round(sum.amount * 10 ** minorDigits(currency)), foreign: null };
  }
  return { minor: null, foreign: null };
}

interface Sum {
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
    const amount = numberIn(figures);
    const currency = currencyOf(mark, own);
    return amount === null || currency === null ? null : { amount, currency, last: at };
  }
  const next = isFree(reading, at + 1) ? reading.words[at + 1] : undefined;
  if (!next || next.part !== word.part) return null;
  const [mark, figures] = numberIn(word.text) === null ? [word, next] : [next, word];
  const amount = numberIn(figures.text);
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
