import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import {
  isSumsKey,
  monthReader,
  monthsRange,
  rollupKey,
  rollupKeyOf,
  rollupMember,
  rollupsOf,
  segmentIndexKey,
  segmentKey,
  segmentMonth,
  sumsKeyOf,
  sumsMember,
  sumsMonth,
  sumsRanges,
} from '../../../renderer/data/record-key.ts';

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

/** A member's id may have any of these letters, and be one alone: `k` is a block's name, too. */
const memberIds = fc.oneof(
  fc.constantFrom('k', '1', 'b', 'r', 'i', 'Z', '.', 'ana'),
  fc.stringMatching(/^[a-zA-Z0-9_.-]{1,16}$/),
);
const monthKeys = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`);

interface Packs {
  readonly memberId: string;
  readonly month: string;
  readonly part: number;
}

const packs = fc.record<Packs>({
  memberId: memberIds,
  month: monthKeys,
  part: fc.integer({ min: 1, max: 300 }),
});

const keysOf = ({ memberId, month, part }: Packs) => {
  const audience = memberAudience(memberId);
  const segment = segmentKey(audience, part);
  const rollup = rollupKey(month, audience);
  return { segment, index: segmentIndexKey(segment), rollup, sums: sumsKeyOf(rollup) };
};

test('keys of what is packed say whose and of when it is, and no two things share one', () => {
  fc.assert(
    fc.property(packs, packs, (one, other) => {
      const keys = keysOf(one);
      expect(rollupKeyOf(keys.sums)).toBe(keys.rollup);
      expect([rollupMember(keys.rollup), sumsMember(keys.sums)]).toEqual([
        one.memberId,
        one.memberId,
      ]);
      expect(sumsMonth(keys.sums)).toBe(one.month);
      expect(Object.values(keys).map(isSumsKey)).toEqual([false, false, false, true]);
      expect(keys.rollup.startsWith(rollupsOf(memberAudience(one.memberId)))).toBe(true);
      const of = ({ memberId, month, part }: Packs): Readonly<Record<string, string>> => ({
        segment: `${memberId} ${part}`,
        index: `${memberId} ${part}`,
        rollup: `${memberId} ${month}`,
        sums: `${memberId} ${month}`,
      });
      for (const [kind, key] of Object.entries(keys)) {
        for (const [otherKind, otherKey] of Object.entries(keysOf(other))) {
          const isSame = kind === otherKind && of(one)[otherKind] === of(other)[otherKind];
          expect(key === otherKey, `${kind} ${key}, ${otherKind} ${otherKey}`).toBe(isSame);
        }
      }
    }),
  );
});

test('sums lie in a range of their months, and nothing else does', () => {
  fc.assert(
    fc.property(packs, monthKeys, monthKeys, (one, from, to) => {
      const { sums, ...others } = keysOf(one);
      const ranges = sumsRanges(monthsRange(from, to));
      const countOf = (key: string): number =>
        ranges.filter(([lower, upper]) => lower <= key && key < upper).length;
      expect(countOf(sums)).toBe(from <= one.month && one.month <= to ? 1 : 0);
      expect(Object.values(others).map(countOf)).toEqual([0, 0, 0]);
    }),
  );
});
