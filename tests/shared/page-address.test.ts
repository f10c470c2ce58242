import { expect, test } from 'vitest';
import { addressOf, languageInAddress } from '#shared/language';
import { addressAt, viewInAddress } from '#shared/page-address';

const PAGE = 'app://outlog/index.html';
const queryOf = (address: string): string => new URL(address).search;

test('an address names the view of a route, beside the language', () => {
  expect(addressAt(PAGE, 'insights?period=all')).toBe(`${PAGE}?view=insights`);
  const both = addressAt(addressOf(PAGE, 'hi'), 'check-in');
  expect(languageInAddress(queryOf(both))).toBe('hi');
  expect(viewInAddress(queryOf(both))).toBe('check-in');
});

test.each([null, '', '?period=all', '../x', 'a b', 'x'.repeat(40), 'to&day=1'])(
  'nothing is added for %j',
  (route) => {
    expect(addressAt(PAGE, route)).toBe(PAGE);
    expect(viewInAddress(queryOf(addressAt(PAGE, route)))).toBeNull();
  },
);
