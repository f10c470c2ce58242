import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Answer, Answers } from '#shared/sops/answer';
import { usePendingAnswers } from '../../../../renderer/features/checklists/use-pending-answers.ts';

const AT_MS = Date.UTC(2026, 10, 18, 8);

const said = (value: string, atMs = AT_MS): Answer => ({
  value,
  atMs,
  isSkipped: false,
  waitingSinceMs: null,
});
const record = (answer?: Answer): Answers => new Map(answer ? [['step', answer]] : []);

function begin() {
  const hook = renderHook(({ recorded }) => usePendingAnswers(recorded), {
    initialProps: { recorded: record() },
  });
  return {
    shown: () => hook.result.current.answers.get('step')?.value,
    say: (answer: Answer) => act(() => hook.result.current.show('step', answer)),
    isSaved: (answer: Answer) => act(() => hook.result.current.settle(answer)),
    isLost: (answer: Answer) => act(() => hook.result.current.drop('step', answer)),
    reads: (answer?: Answer) => hook.rerender({ recorded: record(answer) }),
  };
}

test.each([
  ['of the same moment', AT_MS],
  ['before a clock was set back', AT_MS - 60_000],
])('an answer stays while the record still tells the one %s', (_when, atMs) => {
  const { shown, say, isSaved, reads } = begin();
  const [former, latter] = [said('No'), said('Yes', atMs)];
  say(former);
  say(latter);
  expect(shown()).toBe('Yes');
  isSaved(former);
  reads(former);
  expect(shown()).toBe('Yes');
  isSaved(latter);
  expect(shown()).toBe('Yes');
  reads(latter);
  expect(shown()).toBe('Yes');
});

test('an answer that was read before it was known to be saved is gone once it is undone', () => {
  const { shown, say, isSaved, reads } = begin();
  const answer = said('Yes');
  say(answer);
  reads(answer);
  isSaved(answer);
  expect(shown()).toBe('Yes');
  reads();
  expect(shown()).toBeUndefined();
});

test('an answer that could not be saved gives way to what the record says', () => {
  const { shown, say, isLost, reads } = begin();
  const answer = said('Yes');
  reads(said('No', AT_MS - 60_000));
  say(answer);
  expect(shown()).toBe('Yes');
  isLost(answer);
  expect(shown()).toBe('No');
});
