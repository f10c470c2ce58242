import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import { evidenceName } from '#shared/evidence/evidence-name';
import {
  parsePieceList,
  parsePieceName,
  PIECE_BYTES,
  pieceCount,
  pieceListText,
  pieceName,
} from '#shared/evidence/pieces';

const sha256 = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 64,
  maxLength: 64,
});

test('a name says its place, and goes on saying it with what sync tools add', () => {
  const added = fc.constantFrom(
    '',
    ' (1)',
    " (Ana's conflicted copy)",
    '.sync-conflict-2026',
    '-LAPTOP',
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 25 }),
      fc.nat(25),
      sha256,
      added,
      (count, at, hash, more) => {
        const index = Math.min(at, count);
        const name = pieceName(index, count, hash);
        expect(name).toMatch(/^[a-z0-9-.]{1,96}$/);
        const found = parsePieceName(name.replace('.piece', `${more}.piece`));
        expect(found).toEqual({ index, count, hash16: hash.slice(0, 16) });
      },
    ),
  );
});

test.each([
  'p-01-00-0123456789abcdef.piece',
  'p-03-02-0123456789abcdef.piece',
  'p-01-26-0123456789abcdef.piece',
  'p-1-2-0123456789abcdef.piece',
  'p-01-02-0123456789abcdef0.piece',
  'p-01-02-0123456789ABCDEF.piece',
  'b-000000000001-2-0123456789abcdef.outlog',
  '.tmp-00',
])('%s is no piece', (name) => {
  expect(parsePieceName(name)).toBeNull();
});

test('a list is read as it was written, and for no other number of pieces', () => {
  fc.assert(
    fc.property(fc.array(sha256, { minLength: 2, maxLength: 25 }), (hashes) => {
      const text = pieceListText(hashes);
      expect(parsePieceList(text, hashes.length)).toEqual(hashes);
      expect(parsePieceList(text, hashes.length + 1)).toBeNull();
      expect(parsePieceList(text.slice(1), hashes.length)).toBeNull();
      expect(parsePieceList(`${text}\n`, hashes.length)).toBeNull();
    }),
  );
});

test('the largest file is 25 pieces', () => {
  expect(pieceCount(MAX_EVIDENCE_BYTES)).toBe(25);
  expect([1, PIECE_BYTES, PIECE_BYTES + 1].map(pieceCount)).toEqual([1, 1, 2]);
});

test('a label has no folders, no control characters and no turned writing, whatever is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      expect(evidenceName(given)).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Surrogate}]/u);
      expect(evidenceName(given).length).toBeLessThanOrEqual(200);
    }),
  );
});
