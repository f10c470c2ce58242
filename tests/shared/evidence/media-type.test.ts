import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPicture, mediaTypeOf, SNIFFED_BYTES } from '#shared/evidence/media-type';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));

describe('what a file is', () => {
  test.each([
    ['a PNG', '\u0089PNG\r\n\u001a\n', 'image/png'],
    ['a JPEG', '\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
    ['a GIF', 'GIF89a', 'image/gif'],
    ['a WebP', 'RIFF\u0000\u0000\u0000\u0000WEBPVP8 ', 'image/webp'],
    ['a wave file, a RIFF too', 'RIFF\u0000\u0000\u0000\u0000WAVEfmt ', 'application/octet-stream'],
    ['a HEIC photo', '\u0000\u0000\u0000\u0018ftypheic', 'image/heic'],
    ['an AVIF', '\u0000\u0000\u0000\u0018ftypavif', 'image/avif'],
    ['a film', '\u0000\u0000\u0000\u0018ftypisom', 'video/mp4'],
    ['a PDF', '%PDF-1.7', 'application/pdf'],
    ['a zip', 'PK\u0003\u0004\u0014\u0000a.txt', 'application/zip'],
    [
      'a Word file',
      'PK\u0003\u0004[Content_Types].xml PK\u0003\u0004word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a workbook',
      'PK\u0003\u0004[Content_Types].xml PK\u0003\u0004xl/workbook.xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['an SVG, which is text', '<svg xmlns="http://www.w3.org/2000/svg">', 'text/plain'],
    ['a page, which is text', '<!doctype html><script>', 'text/plain'],
    ['words', 'id,done\n1,yes\n', 'text/plain'],
    ['bytes', '\u0000\u0001\u0002', 'application/octet-stream'],
    ['nothing', '', 'application/octet-stream'],
  ])('%s', (_name, head, mediaType) => {
    expect(mediaTypeOf(ascii(head))).toBe(mediaType);
  });

  test('text in any script is text, also where the look ends inside a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text)),
        fc.integer({ min: 0, max: 3 }),
        (text, shift) => {
          const long = 'x'.repeat(shift) + text.repeat(SNIFFED_BYTES);
          const isMarked = /^(?:%PDF-|GIF8|RIFF|PK)/.test(long) || long.slice(4, 8) === 'ftyp';
          fc.pre(!isMarked);
          expect(mediaTypeOf(new TextEncoder().encode(long))).toBe('text/plain');
        },
      ),
    );
  });

  test('only what a browser decodes is a picture', () => {
    const shown = ['image/png', 'image/jpeg', 'image/svg+xml', 'image/heic', 'text/plain'];
    expect(shown.filter(isPicture)).toEqual(['image/png', 'image/jpeg']);
  });

  test('no bytes make it fail', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(mediaTypeOf(bytes)).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
