import { describe, expect, test } from 'vitest';
import { effectsBetween, versionFigures } from '#shared/metrics/sop-effect';
import { estimateOf } from '#shared/metrics/sop-measures';
import { activeTimeMs, runEnd } from '#shared/metrics/sop-runs';
import type { RunFacts } from '#shared/metrics/sop-runs';
import { strangersOf } from '#shared/metrics/sop-strangers';
import type { Fields } from '#shared/stream/change';
import { MINUTE_MS, NINE_MS, facts, finishedAfter } from './sop-facts-support.ts';

const ONE = { id: 'sop.v1', number: 1 };
const TWO = { id: 'sop.v2', number: 2 };

const migrated = { 'choice.sop.v1': { fromVersionId: 'sop.v0', choice: 'migrate', atMs: NINE_MS } };
const taken = { fromRunId: 'r0', fromMemberId: 'ben' };

test('a run counts by how it ended', () => {
  const endOf = (fields: Fields) => runEnd(facts({ fields }).run);
  expect(endOf({})).toBe('open');
  expect(endOf(finishedAfter(3))).toBe('finished');
  expect(endOf({ abandonedAtMs: NINE_MS })).toBe('abandoned');
  expect(endOf({ handedAtMs: NINE_MS, handedToId: 'ben' })).toBe('handedOver');
  expect(endOf({ startedAtMs: 0, missedAtMs: NINE_MS })).toBe('missed');
  expect(endOf({ startedAtMs: 0 })).toBe('notBegun');
});

describe('active time', () => {
  const minutesOf = (fields: Fields): number | null => {
    const ms = activeTimeMs(facts({ fields: { ...finishedAfter(30), ...fields } }).run);
    return ms === null ? null : ms / MINUTE_MS;
  };
  const hold = (fromMinute: number, toMinute: number | null, kind = 'paused') => ({
    fromMs: NINE_MS + fromMinute * MINUTE_MS,
    toMs: toMinute === null ? null : NINE_MS + toMinute * MINUTE_MS,
    kind,
  });

  test('leaves out what was paused and blocked, once where both were', () => {
    expect(minutesOf({})).toBe(30);
    expect(minutesOf({ 'hold.a': hold(5, 10), 'hold.b': hold(8, 12, 'blocked') })).toBe(23);
  });

  test('is not reckoned below its end by a hold that was never ended', () => {
    expect(minutesOf({ 'hold.a': hold(20, null) })).toBe(20);
  });

  test('is unknown where no one clock shows it', () => {
    expect(minutesOf(migrated)).toBeNull();
    expect(minutesOf(taken)).toBeNull();
    expect(minutesOf({ finishedAtMs: NINE_MS - 1 })).toBeNull();
    expect(minutesOf({ finishedAtMs: null })).toBeNull();
  });
});

test('what was migrated is counted and is in no measure; what was taken over has results and no time', () => {
  const output = { errors: 1, quantity: 10, completedAtMs: NINE_MS, requestedAtMs: NINE_MS - 5 };
  const figures = versionFigures(ONE, [
    facts({ id: 'a', fields: { ...finishedAfter(10), ...migrated }, output }),
    facts({ id: 'b', fields: { ...finishedAfter(20), ...taken }, output }),
    facts({ id: 'c', fields: finishedAfter(30), output }),
    facts({ id: 'd', fields: { abandonedAtMs: NINE_MS }, output }),
    facts({ id: 'e', fields: { handedAtMs: NINE_MS }, output }),
    facts({ id: 'f' }),
    facts({ id: 'g', versionId: 'sop.v2', fields: finishedAfter(1), output }),
  ]);
  expect(figures.finished).toHaveLength(3);
  expect(figures.abandoned).toHaveLength(1);
  expect(figures).toMatchObject({ openCount: 1, migratedCount: 1, takenOverCount: 1 });
  const { activeTime, errors, turnaround } = figures.estimates;
  expect(activeTime).toMatchObject({ value: 30 * MINUTE_MS, ofCount: 1 });
  expect(errors).toMatchObject({ value: 0.1, ofCount: 20 });
  expect(turnaround).toMatchObject({ value: 5, ofCount: 2 });
});

test('an output that two runs made counts once, with the later', () => {
  const first = facts({ id: 'a', fields: finishedAfter(5), output: { errors: 0, quantity: 4 } });
  const second = {
    ...facts({ id: 'b', fields: finishedAfter(9) }),
    deliverable: first.deliverable,
  };
  const errors = estimateOf('errors', [first, second]);
  expect(errors?.ofCount).toBe(4);
  expect(errors?.runs.map(({ run }) => run.id)).toEqual(['b']);
});

test('an output of which nobody said anything about errors is no output without errors', () => {
  const silent = facts({ fields: finishedAfter(5), output: { quantity: 9 } });
  expect(estimateOf('errors', [silent])).toBeNull();
});

test('what came back once came back, also after it was mended', () => {
  const run = (id: string, output: Fields): RunFacts =>
    facts({ id, fields: finishedAfter(5), output });
  const returned = estimateOf('returned', [
    run('a', { completedAtMs: NINE_MS }),
    run('b', { completedAtMs: NINE_MS, reopenedCount: 1 }),
    run('c', { returnedAtMs: NINE_MS }),
    run('d', { completedAtMs: NINE_MS, acceptedAtMs: NINE_MS }),
    run('e', {}),
  ]);
  expect(returned).toMatchObject({ value: 0.5, ofCount: 4 });
});

describe('the verdict', () => {
  const runs = (count: number, versionId: string, minutes: (at: number) => number): RunFacts[] =>
    Array.from({ length: count }, (_, at) =>
      facts({ id: `${versionId} ${at}`, versionId, fields: finishedAfter(minutes(at)) }),
    );
  const verdictOn = (before: readonly RunFacts[], after: readonly RunFacts[]) =>
    effectsBetween(versionFigures(ONE, before), versionFigures(TWO, after)).find(
      ({ measure }) => measure === 'activeTime',
    );

  test('is helped where the whole interval lies below zero, worse where it lies above', () => {
    const [slow, fast] = [(at: number) => 30 + (at % 5), (at: number) => 20 + (at % 5)];
    expect(verdictOn(runs(12, ONE.id, slow), runs(12, TWO.id, fast))?.verdict).toBe('helped');
    expect(verdictOn(runs(12, ONE.id, fast), runs(12, TWO.id, slow))?.verdict).toBe('worse');
  });

  test('is unclear where zero is in it', () => {
    const same = (at: number): number => 20 + (at % 7);
    const effect = verdictOn(runs(20, ONE.id, same), runs(20, TWO.id, same));
    expect(effect?.verdict).toBe('unclear');
    expect(effect?.difference?.value).toBe(0);
  });

  test('is not given on nine runs, however clear they look', () => {
    const effect = verdictOn(
      runs(40, ONE.id, () => 60),
      runs(9, TWO.id, () => 5),
    );
    expect(effect?.verdict).toBe('tooFew');
    expect(effect?.difference?.value).toBe(-55 * MINUTE_MS);
  });

  test('is not given where one side says nothing', () => {
    const effects = effectsBetween(versionFigures(ONE, []), versionFigures(TWO, []));
    expect(effects.map(({ verdict, difference }) => [verdict, difference])).toEqual(
      effects.map(() => ['tooFew', null]),
    );
  });
});

test('a procedure is known to be followed once a second person has finished it', () => {
  const by = (memberId: string, id: string, fields: Fields = finishedAfter(4)): RunFacts =>
    facts({ id, memberId, fields });
  expect(strangersOf([by('ana', 'a', {})]).test).toBe('never');
  const alone = strangersOf([by('ana', 'a'), by('ana', 'b'), by('ben', 'c', { abandonedAtMs: 1 })]);
  expect(alone.test).toBe('onePerson');
  expect([...alone.finishedBy].map(([id, runs]) => [id, runs.length])).toEqual([['ana', 2]]);
  expect(strangersOf([by('ana', 'a'), by('ben', 'b')]).test).toBe('passed');
});
