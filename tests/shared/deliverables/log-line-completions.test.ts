import { describe, expect, it } from 'vitest';
import { completionsOf } from '#shared/deliverables/log-line-completions';
import type { LogVocabulary } from '#shared/deliverables/log-line';
import { parseLogLine } from '#shared/deliverables/log-line';

const vocabulary: LogVocabulary = {
  outcomes: [
    { id: 'uploads', name: 'Product uploads', unit: 'listings' },
    { id: 'replies', name: 'Customer replies', unit: 'tickets' },
    { id: 'returns', name: 'Returns', unit: 'tickets' },
  ],
  clients: ['Acme Ltd', 'Acorn', 'Birch'],
  people: [],
  currency: 'USD',
};

/** The caret is where the bar stands. */
const offered = (typed: string) => {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  return completionsOf(text, caret, parseLogLine(text, vocabulary), vocabulary);
};
const taken = (typed: string, value: string) => {
  const completion = offered(typed).find((each) => each.value === value);
  return (
    completion &&
    `${completion.text.slice(0, completion.caret)}|${completion.text.slice(completion.caret)}`
  );
};

describe('completing a line', () => {
  it('offers nothing for an empty line or one that is clear', () => {
    expect(offered('|')).toEqual([]);
    expect(offered('12 listings|')).toEqual([]);
  });

  it('offers the outcomes that share a unit', () => {
    expect(offered('12 tickets|').map(({ value }) => value)).toEqual(['replies', 'returns']);
    expect(taken('12 tickets, 1 error|', 'returns')).toBe('12 tickets for Returns|, 1 error');
  });

  it('finishes the word being typed', () => {
    expect(offered('12 li|').map(({ value }) => value)).toEqual(['uploads']);
    expect(taken('12 li|', 'uploads')).toBe('12 for Product uploads|');
    expect(taken('12 for p|', 'uploads')).toBe('12 for Product uploads|');
  });

  it('offers every outcome where nothing typed fits, and keeps what was typed', () => {
    expect(offered('12 zzz|')).toHaveLength(3);
    expect(taken('12 zzz, late|', 'returns')).toBe('12 zzz for Returns|, late');
  });

  it('makes a line that is understood, whichever is taken', () => {
    for (const typed of ['12 tickets|', '12 li|', '12|', '12 zzz, late|', '3 for custmr rplys|']) {
      for (const { text, value } of offered(typed)) {
        expect(parseLogLine(text, vocabulary).outcomeId).toBe(value);
      }
    }
  });

  it('offers clients after @', () => {
    expect(offered('12 listings @ac|').map(({ value }) => value)).toEqual(['Acme Ltd', 'Acorn']);
    expect(taken('12 listings @ac|, late', 'Acme Ltd')).toBe('12 listings @Acme Ltd |, late');
  });

  it('asks on whom blocked work waits', () => {
    expect(offered('blocked returns|')).toHaveLength(5);
    expect(taken('blocked returns: no label|', 'self')).toBe('blocked returns on me|: no label');
  });
});
