import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, matchPhrase, matchWord, singularOf } from '#shared/deliverables/word-match';

/** The definition itself, without limits: exponential, so for short words. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const cost = a.at(-1) === b.at(-1) ? 0 : 1;
  const options = [
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + cost,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    options.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...options);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('the distance between two words', () => {
  it('is that of its definition, up to the limit', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, limit) => {
        const distance = slowDistance(a, b);
        const found = editDistance(a, b, limit);
        if (distance <= limit) expect(found).toBe(distance);
        else expect(found).toBeGreaterThan(limit);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a typed word', () => {
  it.each([
    ['listings', 'listings', true],
    ['listing', 'listings', true],
    ['lisitngs', 'listings', true],
    ['list', 'listings', true],
    ['replies', 'reply', true],
    ['li', 'listings', false],
    ['cat', 'cart', false],
    ['refunds', 'listings', false],
  ])('"%s" stands for "%s": %s', (typed, target, isMatch) => {
    expect(matchWord(typed, target) > 0).toBe(isMatch);
  });

  it('says more of a name the more of it it says', () => {
    const name = ['product', 'uploads'];
    const said = (...typed: string[]) => matchPhrase(typed, name, matchWord);
    expect(said('product', 'uploads')).toBe(1);
    expect(said('prod', 'upl')).toBeLessThan(1);
    expect(said('uploads')).toBeLessThan(said('prod', 'upl'));
    expect(said('pu')).toBeGreaterThan(said('uploads'));
    expect(said('uploads', 'product')).toBe(0);
  });

  it.each([
    ['listings', 'listing'],
    ['entries', 'entry'],
    ['batches', 'batch'],
    ['analysis', 'analysis'],
    ['gas', 'gas'],
    ['glass', 'glass'],
  ])('the singular of "%s" is taken as "%s"', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular);
  });
});
