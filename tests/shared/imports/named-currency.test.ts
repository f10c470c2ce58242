import { expect, it } from 'vitest';
import { namedCurrency } from '#shared/imports/named-currency';

it.each([
  ['€ 12.50', 'EUR'],
  ['12,50 €', 'EUR'],
  ['USD 3', 'USD'],
  ['(3 CHF)', 'CHF'],
  ['-£4', 'GBP'],
  ['$ 12.50', null],
  ['12.50', null],
  ['QQQ 3', null],
  ['', null],
])('%s names %s', (text, currency) => {
  expect(namedCurrency(text)).toBe(currency);
});
