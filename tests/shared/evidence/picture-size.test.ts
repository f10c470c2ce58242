import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDecodable, pictureSize } from '#shared/evidence/picture-size';

const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const;
const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

test.each([
  ['image/png', '89504e470d0a1a0a 0000000d 49484452 00000fa0 00000bb8', 4_000, 3_000],
  ['image/gif', '474946383961 4001 c800', 320, 200],
  ['image/jpeg', 'ffd8 ffe0 0004 0000 ff ffc2 0011 08 0bb8 0fa0', 4_000, 3_000],
  ['image/jpeg', 'ffd8 ffc4 0003 00 ffc0 0011 08 0001 0002', 2, 1],
  [
    'image/webp',
    `52494646 00000000 57454250 56503858 0a000000 00000000 9f0f00 b70b00`,
    4_000,
    3_000,
  ],
  ['image/webp', `52494646 00000000 57454250 5650384c 00000000 2f 9fcfed02`, 4_000, 3_000],
  [
    'image/webp',
    `52494646 00000000 57454250 56503820 00000000 000000 9d012a a00f b80b`,
    4_000,
    3_000,
  ],
  [
    'image/avif',
    `${'00'.repeat(20)} 69737065 00000000 00000fa0 00000bb8 ${'00'.repeat(16)}`,
    4_000,
    3_000,
  ],
])('%s states its size', (mediaType, hex, width, height) => {
  expect(pictureSize(bytesOf(hex), mediaType)).toEqual({ width, height });
});

test('a few bytes that unfold to gigapixels are not decoded', () => {
  const bomb = bytesOf('89504e470d0a1a0a 0000000d 49484452 0000ea60 0000ea60');
  expect(isDecodable(bomb, 'image/png')).toBe(false);
  const photo = bytesOf('89504e470d0a1a0a 0000000d 49484452 00000fa0 00000bb8');
  expect(isDecodable(photo, 'image/png')).toBe(true);
});

test('no bytes make it fail or hang', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TYPES), fc.uint8Array({ maxLength: 200 }), (type, bytes) => {
      const size = pictureSize(bytes, type);
      expect(size === null || (size.width >= 0 && size.height >= 0)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
