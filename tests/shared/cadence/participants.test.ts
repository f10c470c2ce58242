import { expect, test } from 'vitest';
import { cadenceFrom } from '#shared/cadence/cadence';
import { checkInOf, isThereOn, participantsOf } from '#shared/cadence/participants';

const somebody = (id: string, fields: object = {}) => ({
  id,
  seat: 'assistant' as const,
  isGone: false,
  startsOn: '',
  goneOn: '',
  ...fields,
});
const ana = somebody('ana');
const team = [
  ana,
  somebody('bob'),
  somebody('cy', { isGone: true }),
  { ...somebody('mara'), seat: 'manager' as const },
];
const idsIn = (memberIds: readonly string[]) =>
  participantsOf({ memberIds }, team).map(({ id }) => id);
const cadence = (id: string, fields: object = {}) =>
  cadenceFrom({
    id,
    audience: 'team',
    type: 'cadence',
    stamp: '',
    fields: { kind: 'checkIn', ...fields },
  });

test('a cadence that names nobody is every assistant’s; who left is in none', () => {
  expect(idsIn([])).toEqual(['ana', 'bob']);
  expect(idsIn(['cy', 'mara', 'bob'])).toEqual(['bob', 'mara']);
});

test('somebody in two check-ins is asked for one, the same in any order', () => {
  const all = [
    cadence('b'),
    cadence('a', { memberIds: ['ana'] }),
    cadence('0', { kind: 'weekly' }),
  ];
  expect(checkInOf(all, ana)?.id).toBe('a');
  expect(checkInOf(all.toReversed(), ana)?.id).toBe('a');
  expect(
    checkInOf([cadence('a', { paused: true }), cadence('b', { deleted: true })], ana),
  ).toBeNull();
});

test('somebody is there from the first day to the last', () => {
  const temp = somebody('t', { startsOn: '2026-11-02', goneOn: '2026-11-20' });
  const days = ['2026-11-01', '2026-11-02', '2026-11-20', '2026-11-21'];
  expect(days.map((day) => isThereOn(temp, day))).toEqual([false, true, true, false]);
});
