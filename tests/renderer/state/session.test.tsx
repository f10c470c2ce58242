import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { IDLE, NO_SESSION, useSession, useSessionOf } from '../../../renderer/state/session.ts';

afterEach(() => {
  act(() => useSession.setState(NO_SESSION));
});

test('who follows parts of the session hears of these, and not of each step of a merge', () => {
  let drawn = 0;
  const { result } = renderHook(() => {
    drawn += 1;
    return useSessionOf('memberId', 'seat');
  });
  expect(result.current).toEqual({ memberId: '', seat: 'assistant' });
  act(() => useSession.setState({ merge: { ...IDLE, phase: 'merging', done: 1, total: 2 } }));
  expect(drawn).toBe(1);
  act(() => useSession.setState({ memberId: 'ana' }));
  expect(result.current).toEqual({ memberId: 'ana', seat: 'assistant' });
  expect(drawn).toBe(2);
});
