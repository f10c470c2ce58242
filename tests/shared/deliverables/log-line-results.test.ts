import { describe, expect, it } from 'vitest';
import type { LogVocabulary } from '#shared/deliverables/log-line';
import { parseLogLine } from '#shared/deliverables/log-line';

const MEASURE = { partName: '', wholeName: '' };
const measuring: LogVocabulary = {
  clients: [],
  people: [],
  currency: 'USD',
  outcomes: [
    {
      id: 'uploads',
      name: 'Product uploads',
      unit: 'listings',
      measures: [
        { ...MEASURE, kind: 'cost' },
        { ...MEASURE, kind: 'score' },
      ],
    },
    {
      id: 'insights',
      name: 'Market insights',
      unit: 'briefs',
      measures: [{ kind: 'ratio', partName: 'adopted', wholeName: 'decisions proposed' }],
    },
  ],
};
const measured = (text: string) => {
  const { outcomeId, quantity, errors, costMinor, score, partCount, wholeCount, note } =
    parseLogLine(text, measuring);
  return { outcomeId, quantity, errors, costMinor, score, partCount, wholeCount, note };
};
const NOTHING = {
  quantity: null,
  errors: null,
  costMinor: null,
  score: null,
  partCount: null,
  wholeCount: null,
  note: '',
};

describe('a line that tells what an outcome measures', () => {
  it('says cost and score beside quantity and errors', () => {
    expect(measured('12 listings, 1 error, cost 40, score 4.5')).toEqual({
      ...NOTHING,
      outcomeId: 'uploads',
      quantity: 12,
      errors: 1,
      costMinor: 4000,
      score: 4.5,
    });
  });

  it.each([
    ['3 listings, cost: $40.50', 4050],
    ['3 listings spent 1,200 USD', 120_000],
    ['3 listings, costs were discussed', null],
  ])('reads the cost in "%s"', (text, costMinor) => {
    expect(measured(text)).toMatchObject({ quantity: 3, costMinor });
  });

  it.each([
    ['3 listings, rated 4/5', 4],
    ['3 listings, score: 4.5 of 5', 4.5],
    ['3 listings, CSAT 92', 92],
    ['3 listings, the score is late', null],
  ])('reads the score in "%s"', (text, score) => {
    expect(measured(text)).toMatchObject({ quantity: 3, score });
  });

  it.each([
    '3 of 4 adopted',
    '3/4 adopted',
    '3 of 4 decisions for Market insights',
    'Market insights, 3 of 4',
  ])('reads two counts and the outcome they are of in "%s"', (text) => {
    expect(measured(text)).toMatchObject({ outcomeId: 'insights', partCount: 3, wholeCount: 4 });
  });

  it.each(['2 listings, 3 of 4 sheets done', '2 listings, 5 of 4', '2 listings 4/2026 batch'])(
    'finds no ratio in "%s"',
    (text) => {
      expect(measured(text)).toMatchObject({ quantity: 2, partCount: null, wholeCount: null });
    },
  );

  it('leaves to the note what nobody measures', () => {
    const outcomes = [{ id: 'uploads', name: 'Product uploads', unit: 'listings' }];
    const line = parseLogLine('12 listings, cost 40, score 4', { ...measuring, outcomes });
    expect(line).toMatchObject({
      costMinor: null,
      score: null,
      note: 'cost 40, score 4',
    });
  });
});
