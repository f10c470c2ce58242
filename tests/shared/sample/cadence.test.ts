import { expect, it } from 'vitest';
import { instructionState } from '#shared/cadence/instruction';
import { checkInOf } from '#shared/cadence/participants';
import { THURSDAY_MS, readSample, sampleAt } from './read-sample.ts';

const { cadences, checkIns, deliverables, instructions, members } = readSample(
  sampleAt(THURSDAY_MS),
);
const morning = checkIns.filter(({ checkedInAtMs }) => checkedInAtMs !== null);

it('meets daily, weekly and monthly, every assistant in the daily check-in', () => {
  expect(cadences.map(({ kind }) => kind).toSorted()).toEqual(['checkIn', 'monthly', 'weekly']);
  const asked = members.filter((member) => checkInOf(cadences, member) !== null);
  expect(asked.map(({ seat }) => seat)).toEqual(Array(5).fill('assistant'));
});

it('plans days with work that is there, and skips one now and then', () => {
  const ids = new Set(deliverables.map(({ id }) => id));
  const planned = morning.flatMap((each) => each.planned);
  expect(planned.length).toBeGreaterThan(60);
  expect(planned.every(({ workId }) => ids.has(workId))).toBe(true);
  const days = new Set(morning.map(({ day }) => day));
  const wrappedOnly = checkIns.filter(
    ({ day, checkedInAtMs }) => days.has(day) && checkedInAtMs === null,
  );
  expect(wrappedOnly.length).toBeGreaterThan(0);
});

it('has an instruction in each state', () => {
  expect(instructions.map(instructionState).toSorted()).toEqual([
    'agreed',
    'asked',
    'corrected',
    'said',
  ]);
});
