import { expect, it } from 'vitest';
import { workspaceFrom } from '#shared/plan/workspace';
import { mergeChange } from '#shared/stream/merge';
import type { RecordState } from '#shared/stream/merge';

const written = (...currencies: readonly (readonly [hlc: string, currency: string])[]) => {
  let state: RecordState | undefined;
  for (const [hlc, currency] of currencies) {
    const change = { hlc, type: 'workspace', id: 'w', fields: { name: 'Desk', currency } };
    state = mergeChange(state, change, 's', 'team');
  }
  if (!state) throw new Error('somebody wrote');
  return workspaceFrom(state);
};

it('an amount that names no currency is in the one that the workspace has had all along', () => {
  expect(written(['1', 'EUR'])).toMatchObject({ currency: 'EUR', currencies: ['', 'EUR'] });
});

it('a change of currency relabels no amount, whichever of the two writes arrives first', () => {
  const changed = { currency: 'EUR', currencies: ['EUR'], firstCurrency: 'USD' };
  expect(written(['1', 'USD'], ['2', 'EUR'])).toMatchObject(changed);
  expect(written(['2', 'EUR'], ['1', 'USD'])).toMatchObject(changed);
});

it('a currency that comes back counts what was not named again', () => {
  const back = written(['1', 'USD'], ['2', 'EUR'], ['3', 'USD']);
  expect(back.currencies).toEqual(['', 'USD']);
});
