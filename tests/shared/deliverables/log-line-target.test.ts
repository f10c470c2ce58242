import { describe, expect, it } from 'vitest';
import type { LogVocabulary } from '#shared/deliverables/log-line';
import { parseLogLine } from '#shared/deliverables/log-line';
import { targetOf } from '#shared/deliverables/log-line-target';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Json } from '#shared/json';

const vocabulary: LogVocabulary = {
  outcomes: [
    { id: 'uploads', name: 'Product uploads', unit: 'listings' },
    { id: 'books', name: 'Bank matching', unit: 'transactions' },
  ],
  clients: [],
  people: [],
  currency: 'USD',
};
const work = (id: string, outcomeId: string, fields: Record<string, Json>) =>
  deliverableFrom({
    audience: 'm-ana',
    type: 'deliverable',
    id,
    fields: { outcomeId, ...fields },
    stamp: '0',
  });
const waiting = { 'block.b': { fromMs: 5, toMs: null, on: 'client', reason: '' } };
const open = [
  work('asked', 'uploads', { requestedAtMs: 1, title: 'Autumn boots' }),
  work('begun', 'uploads', { startedAtMs: 2, title: 'Spring catalogue' }),
  work('begun-later', 'uploads', { startedAtMs: 3, title: 'Gift cards' }),
  work('waits', 'uploads', { startedAtMs: 4, title: 'Shoes', ...waiting }),
  work('bank', 'books', { startedAtMs: 9, title: 'October' }),
];
const targetFor = (text: string) => targetOf(parseLogLine(text, vocabulary), open)?.id ?? null;

describe('the work that a line speaks of', () => {
  it.each([
    ['done product uploads', 'begun-later'],
    ['done product uploads, spring catalogue', 'begun'],
    ['done', 'bank'],
    ['blocked product uploads on client: prices', 'begun-later'],
    ['unblocked product uploads', 'waits'],
    ['started autumn boots for Product uploads', 'asked'],
    ['started winter coats for Product uploads', null],
    ['unblocked bank matching', null],
    ['12 listings', null],
  ])('"%s" means %s', (text, id) => {
    expect(targetFor(text)).toBe(id);
  });
});
