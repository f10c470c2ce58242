/** Signs that only one currency is written with; a dollar or a crown can be many. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₱', 'PHP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₫', 'VND'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₴', 'UAH'],
  ['฿', 'THB'],
]);

/** ISO 4217 codes that this computer knows. */
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * The currency that a cell with an amount names beyond doubt: `€ 12.50`, `USD 3`, `3 CHF`. Null where it
 * names none, or a sign that stands for several.
 */
export function namedCurrency(text: string): string | null {
  const code = /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(text)?.[0];
  if (code !== undefined) return CODES.has(code) ? code : null;
  const sign = /\p{Sc}/u.exec(text)?.[0];
  return sign === undefined ? null : (SIGNS.get(sign) ?? null);
}
