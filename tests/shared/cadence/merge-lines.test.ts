import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyedLine } from '#shared/cadence/merge-lines';
import { linesText, mergeLines } from '#shared/cadence/merge-lines';

const line = (key: string, text: string): KeyedLine => ({ key, text });

describe('bringing a newer report into an edited one', () => {
  const base = [line('uploads', 'Product uploads: 12 of 20'), line('replies', 'Replies: 5 of 5')];

  it('replaces what nobody touched', () => {
    const next = [line('uploads', 'Product uploads: 18 of 20'), line('replies', 'Replies: 6 of 5')];
    expect(mergeLines(base, linesText(base), next)).toBe(linesText(next));
  });

  it('keeps a reworded line, an added one and a deletion, and updates the rest', () => {
    const edited = 'A good day.\nReplies: 5 of 5';
    const next = [
      line('uploads', 'Product uploads: 18 of 20'),
      line('replies', 'Replies: 7 of 5'),
      line('books', 'Bookkeeping: 3'),
    ];
    expect(mergeLines(base, edited, next)).toBe('A good day.\nReplies: 7 of 5\nBookkeeping: 3');
  });

  it('puts a new line after the one it follows', () => {
    const edited = `${linesText(base)}\nThanks!`;
    const next = [base[0], line('books', 'Bookkeeping: 3'), base[1]].filter(
      (each) => each !== undefined,
    );
    expect(mergeLines(base, edited, next)).toBe(
      'Product uploads: 12 of 20\nBookkeeping: 3\nReplies: 5 of 5\nThanks!',
    );
  });

  const keyed = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
    .chain((keys) =>
      fc.tuple(...keys.map((key) => fc.nat(3).map((n) => line(key, `${key} is ${n}`)))),
    );
  const byHand = fc.array(fc.constantFrom('mine one', 'mine two', '', '- mine'), { maxLength: 4 });

  it('changes nothing where the new lines are the old, and never drops a line written by hand', () => {
    fc.assert(
      fc.property(keyed, keyed, byHand, fc.infiniteStream(fc.boolean()), (old, next, own, coin) => {
        const kept = old.filter(() => coin.next().value).map(({ text }) => text);
        const edited = [...own.slice(0, 2), ...kept, ...own.slice(2)].join('\n');
        if (edited !== '') expect(mergeLines(old, edited, old)).toBe(edited);
        const merged = mergeLines(old, edited, next).split('\n');
        for (const text of own) if (text !== '') expect(merged).toContain(text);
        expect(mergeLines(next, mergeLines(old, linesText(old), next), next)).toBe(linesText(next));
      }),
    );
  });
});
