import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextPart } from '#shared/sops/word-diff';
import { joinedChanges, wordDiff } from '#shared/sops/word-diff';

const read = (before: string, after: string): string =>
  joinedChanges(wordDiff(before, after))
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`,
    )
    .join('');

test('a phrase that was replaced reads as a phrase', () => {
  expect(
    read('At least four, 2,000 pixels wide, in this order.', 'At least four, as they came.'),
  ).toBe('At least four, [-2,000 pixels wide, in this order][+as they came].');
});

test('one word in a sentence is one word', () => {
  expect(read('Check every photo first.', 'Check each photo first.')).toBe(
    'Check [-every][+each] photo first.',
  );
});

const text = fc
  .array(fc.constantFrom('a', 'the', 'photo', 'price', ' ', ', ', '.', '\n'), { maxLength: 30 })
  .map((words) => words.join(''));

test('however it is joined, nothing of either text is lost', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts: readonly TextPart[] = joinedChanges(wordDiff(before, after));
      const of = (hidden: TextPart['kind']): string =>
        parts
          .filter(({ kind }) => kind !== hidden)
          .map((part) => part.text)
          .join('');
      expect([of('added'), of('removed')]).toEqual([before, after]);
    }),
  );
});
