import { expect, it } from 'vitest';
import { memberFrom } from '#shared/plan/member';
import { mergeChange } from '#shared/stream/merge';
import type { RecordState } from '#shared/stream/merge';

const called = (...names: readonly (readonly [hlc: string, stream: string, name: string])[]) => {
  let state: RecordState | undefined;
  for (const [hlc, stream, name] of names) {
    state = mergeChange(
      state,
      { hlc, type: 'member', id: 'ana', fields: { name } },
      stream,
      'team',
    );
  }
  if (!state) throw new Error('somebody wrote');
  return memberFrom(state);
};

it('a member renamed on both sides has the later name, and is also called by the other', () => {
  const both = { name: 'Ana Reyes', alsoCalled: ['Ana R.', 'Ana'] };
  expect(called(['1', 'a', 'Ana'], ['2', 'a', 'Ana R.'], ['2', 'b', 'Ana Reyes'])).toMatchObject(
    both,
  );
  expect(called(['2', 'b', 'Ana Reyes'], ['2', 'a', 'Ana R.'], ['1', 'a', 'Ana'])).toMatchObject(
    both,
  );
});

it('whoever was only ever called one thing has no other name', () => {
  expect(called(['1', 'a', 'Ana'], ['2', 'b', 'Ana'])).not.toHaveProperty('alsoCalled');
});
