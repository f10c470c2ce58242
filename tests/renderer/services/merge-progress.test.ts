import { afterEach, beforeEach, expect, test } from 'vitest';
import { pinClock } from '../../../renderer/services/clock.ts';
import { ProgressOfMerge } from '../../../renderer/services/merge-progress.ts';
import { IDLE, useSession } from '../../../renderer/state/session.ts';

let nowMs = 0;

beforeEach(() => {
  nowMs = Date.UTC(2026, 10, 23);
  pinClock(() => nowMs);
  useSession.setState({ merge: IDLE });
});

afterEach(() => pinClock());

const shown = () => useSession.getState().merge;

/** A thousand a second, for so many seconds. */
function merge(progress: ProgressOfMerge, seconds: number): void {
  for (let at = 0; at < seconds; at += 1) {
    nowMs += 1_000;
    progress.add(1_000);
  }
}

test('what is on its way counts from the beginning, so that the time left is that of all of it', () => {
  const progress = new ProgressOfMerge();
  progress.begin('merging', 40_000, 60_000);
  expect(shown()).toMatchObject({ done: 0, total: 100_000, leftMs: null });
  merge(progress, 10);
  expect(shown()).toMatchObject({ done: 10_000, total: 100_000, leftMs: 90_000 });
});

test('a handful is not shown, however much is on its way', () => {
  const progress = new ProgressOfMerge();
  progress.begin('merging', 20, 60_000);
  progress.add(20);
  expect(shown()).toEqual(IDLE);
});

test('who stops it is told what is left of what has been read', () => {
  const progress = new ProgressOfMerge();
  progress.begin('merging', 5_000, 60_000);
  merge(progress, 2);
  expect(progress.end(true)).toMatchObject({ phase: 'stopped', done: 2_000, total: 5_000 });
  merge(progress, 3);
  expect(progress.end(true)).toEqual(IDLE);
  expect(progress.end(false)).toEqual(IDLE);
});

test('another look that finds more tells the time left at once, by the pace so far', () => {
  const progress = new ProgressOfMerge();
  progress.begin('merging', 5_000);
  merge(progress, 5);
  expect(shown()).toMatchObject({ done: 5_000, total: 5_000, leftMs: 0 });
  progress.begin('merging', 20_000);
  expect(shown()).toMatchObject({ done: 5_000, total: 25_000, leftMs: 20_000, perSecond: 1_000 });
});
