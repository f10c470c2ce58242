import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { insertPicture } from '../../../../renderer/app/parts/evidence/insert-picture.ts';

const hash = '0f'.repeat(32);
const fileOf = (name: string) => ({ hash, name, sizeBytes: 1, mediaType: 'image/png' });

test('a picture stands in a paragraph of its own, the caret behind it', () => {
  const { text, caret } = insertPicture('Look.\nThen count.', 6, 6, fileOf('shelf 1.jpg'));
  expect(text).toBe(`Look.\n\n![shelf 1](evidence:${hash})\n\nThen count.`);
  expect(text.slice(caret)).toBe('Then count.');
  expect(insertPicture('', 0, 0, fileOf('a.png')).text).toBe(`![a](evidence:${hash})`);
});

test('whatever the file is called and wherever it goes, it is a picture and the rest stays', () => {
  const words = fc.stringMatching(/^[a-z .\n]{0,20}$/);
  fc.assert(
    fc.property(words, words, fc.string({ unit: 'grapheme' }), (before, after, name) => {
      const { text } = insertPicture(before + after, before.length, before.length, fileOf(name));
      expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
      expect(JSON.stringify(fromMarkdown(text))).toContain(`"url":"evidence:${hash}"`);
    }),
  );
});
