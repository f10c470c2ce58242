import { expect, test } from 'vitest';
import { NO_VALUES, formProblems } from '../../../../renderer/features/log/entry-form-values.ts';

const typed = { ...NO_VALUES, outcomeId: 'uploads' };
const at = (text: string): number => Date.parse(text);

test.each([
  ['a year half typed', { requestedAtMs: at('0020-11-18T09:00:00Z') }],
  ['a year with a digit too many', { dueAtMs: at('9999-11-18T09:00:00Z') }],
])('%s is told', (_, times) => {
  expect([...formProblems({ ...typed, ...times })]).toEqual(['beyond']);
});

test('times of this century, or none, are as they should be', () => {
  const times = { requestedAtMs: at('2026-11-18T09:00:00Z'), completedAtMs: null };
  expect([...formProblems({ ...typed, ...times })]).toEqual([]);
});
