import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthReader, segmentMonth } from '../../../renderer/data/record-key.ts';

const ids = fc.oneof(
  fc.constantFrom('2', '20', '202401', '202401-', '202401-a', '202401-b', '202402-a', '2024', 'zz'),
  fc.stringMatching(/^[0-9a-z.-]{1,9}$/),
);

test('the month of an id is the same, whatever ids were read before it', () => {
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 20 }), (list) => {
      const read = monthReader();
      expect(list.map((id) => read(id))).toEqual(list.map(segmentMonth));
    }),
  );
});
