import { expect, test } from 'vitest';
import { OpenSegment } from '../../../renderer/data/segments/open-segment.ts';
import { SegmentCache } from '../../../renderer/data/segments/segment-cache.ts';

const segment = (): OpenSegment => new OpenSegment('m-ana|1', 1, null);

test('what a failed transaction had begun neither sees nor changes what is kept since', () => {
  const cache = new SegmentCache('worker');
  const { age } = cache;
  cache.keep(segment(), age);
  cache.clear();
  const since = segment();
  cache.keep(since, cache.age);
  expect(cache.get(since.key, age)).toBeUndefined();
  cache.keep(segment(), age);
  cache.drop(since.key, age);
  expect(cache.get(since.key, cache.age)).toBe(since);
});
