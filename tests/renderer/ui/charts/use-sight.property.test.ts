import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Strip } from '../../../../renderer/ui/charts/use-sight.ts';
import { scrollTo, spanInSight } from '../../../../renderer/ui/charts/use-sight.ts';

const strips = fc.record({
  count: fc.integer({ min: 1, max: 500 }),
  sizePx: fc.integer({ min: 10, max: 90 }),
  beforePx: fc.integer({ min: 0, max: 100 }),
  beyond: fc.integer({ min: 0, max: 6 }),
});
/** Room for what stays in sight and one more. */
const roomOf = ({ sizePx, beforePx }: Strip, morePx: number): number => beforePx + sizePx + morePx;
const morePx = fc.integer({ min: 0, max: 900 });

test('everything that can be seen is drawn', () => {
  fc.assert(
    fc.property(strips, fc.nat(40_000), morePx, (strip, scrolledPx, more) => {
      const roomPx = roomOf(strip, more);
      const { from, to } = spanInSight(strip, scrolledPx, roomPx);
      const { count, sizePx, beforePx } = strip;
      for (let at = 0; at < count; at++) {
        const startPx = beforePx + at * sizePx - scrolledPx;
        const isSeen = startPx + sizePx > beforePx && startPx < roomPx;
        if (isSeen) expect(at >= from && at < to).toBe(true);
      }
      expect(to - from).toBeLessThanOrEqual(Math.ceil(roomPx / sizePx) + 1 + 2 * strip.beyond);
    }),
  );
});

test('what is scrolled to is in sight whole, and nothing moves where it is already', () => {
  fc.assert(
    fc.property(strips, fc.nat(), fc.nat(40_000), morePx, (strip, any, scrolledPx, more) => {
      const index = any % strip.count;
      const roomPx = roomOf(strip, more);
      const toPx = scrollTo(strip, index, scrolledPx, roomPx) ?? scrolledPx;
      const startPx = index * strip.sizePx;
      expect(startPx).toBeGreaterThanOrEqual(toPx);
      expect(strip.beforePx + startPx + strip.sizePx).toBeLessThanOrEqual(toPx + roomPx);
      expect(scrollTo(strip, index, toPx, roomPx)).toBeNull();
    }),
  );
});
