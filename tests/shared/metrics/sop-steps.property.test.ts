import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviationOf } from '#shared/metrics/sop-deviation';
import type { RunFacts } from '#shared/metrics/sop-runs';
import { stepFigures } from '#shared/metrics/sop-steps';
import type { Answer } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import {
  MINUTE_MS,
  NINE_MS,
  SECOND_MS,
  answered,
  facts,
  finishedAfter,
  skipped,
  step,
} from './sop-facts-support.ts';

const STEPS: readonly Step[] = [
  step('a', 1, { kind: 'number', min: 10, max: 20, expectedMinutes: 2 }),
  step('b', 2, { kind: 'choice', options: ['x', 'y'], isRequired: false }),
  step('c', 3, {
    isRequired: false,
    rules: [{ effect: 'show', match: 'all', tests: [{ stepId: 'b', kind: 'is', value: 'x' }] }],
  }),
  step('d', 4, { kind: 'text' }),
];
const VERSION = { id: 'sop.v1', steps: STEPS };

/** The same, told step by step and run by run, in plain loops over seconds. */
function naiveStep(target: Step, all: readonly RunFacts[]) {
  const found = { through: 0, skipped: 0, off: 0, times: [] as number[], blocked: 0, stopped: 0 };
  for (const { run, answers, earlier } of all) {
    const isMoved = run.choices.some(({ choice }) => choice === 'migrate');
    const isEnded =
      run.finishedAtMs !== null || (run.abandonedAtMs !== null && run.handedAtMs === null);
    if (isMoved || !isEnded || run.versionId !== VERSION.id) continue;
    const b = answers.get('b');
    const isCShown = b !== undefined && !b.isSkipped && b.value === 'x';
    const shown = STEPS.filter(({ id }) => id !== 'c' || isCShown);
    const acts = shown.flatMap(({ id }) => {
      const last = answers.get(id);
      if (!last) return [];
      const before = (earlier.get(id) ?? []).filter(
        (each) => last.atMs - each.atMs >= 10 * SECOND_MS,
      );
      return [...before, last].map(({ atMs }) => ({ id, atMs }));
    });
    const place = shown.findIndex(({ id }) => id === target.id);
    const last = answers.get(target.id);
    if (place >= 0 && last) {
      found.through += 1;
      if (last.isSkipped) found.skipped += 1;
      if (naiveOff(target, [...(earlier.get(target.id) ?? []), last])) found.off += 1;
      const own = acts.filter(({ id }) => id === target.id);
      const beforeId = shown[place - 1]?.id;
      const beforeActs =
        beforeId === undefined
          ? [{ id: '', atMs: run.startedAtMs }]
          : acts.filter(({ id }) => id === beforeId);
      const areAllThere = shown.slice(0, place).every(({ id }) => answers.has(id));
      const to = last.atMs;
      const from = Math.max(-1, ...beforeActs.map(({ atMs }) => atMs).filter((atMs) => atMs < to));
      const isBetween = acts.some(({ atMs }) => from < atMs && atMs < to);
      const isAfterStart = beforeId === undefined || from > run.startedAtMs;
      if (own.length === 1 && from >= 0 && areAllThere && !isBetween && isAfterStart) {
        let seconds = 0;
        for (let at = from; at < to; at += SECOND_MS) {
          const isHeld = run.holds.some(
            ({ fromMs, toMs }) => fromMs <= at && (toMs === null || at < toMs),
          );
          if (!isHeld) seconds += 1;
        }
        found.times.push(seconds * SECOND_MS);
      }
    }
    const heldAt = run.holds
      .filter(({ kind }) => kind === 'blocked')
      .map(({ fromMs }) => {
        const next = shown
          .filter(({ id }) => (answers.get(id)?.atMs ?? -1) >= fromMs)
          .toSorted((x, y) => (answers.get(x.id)?.atMs ?? 0) - (answers.get(y.id)?.atMs ?? 0))[0];
        return next?.id ?? run.atStepId;
      });
    if (heldAt.includes(target.id)) found.blocked += 1;
    if (run.finishedAtMs === null && run.atStepId === target.id) found.stopped += 1;
  }
  return found;
}

function naiveOff({ kind, min, max }: Step, said: readonly Answer[]): boolean {
  const values = new Set<unknown>();
  for (const [at, answer] of said.entries()) {
    if (answer.isSkipped || answer.value === null) continue;
    const next = said[at + 1];
    if (next && next.atMs - answer.atMs < 10 * SECOND_MS) continue;
    values.add(answer.value);
  }
  const isOutside = [...values].some(
    (value) => typeof value === 'number' && ((min ?? value) > value || (max ?? value) < value),
  );
  return (
    (kind === 'number' && isOutside) ||
    ((kind === 'number' || kind === 'choice') && values.size > 1)
  );
}

const second = fc.integer({ min: 1, max: 240 });
const VALUES: Readonly<Record<string, fc.Arbitrary<string | number | true>>> = {
  a: fc.integer({ min: 8, max: 22 }),
  b: fc.constantFrom('x', 'y'),
  c: fc.constant(true as const),
  d: fc.constantFrom('fine', 'odd'),
};

/** Instants of one run are all different: which of two at once came first nobody can say. */
const runArbitrary = fc
  .record({
    instants: fc.uniqueArray(second, { minLength: 16, maxLength: 16 }),
    isOrderly: fc.boolean(),
    given: fc.tuple(...STEPS.map(() => fc.constantFrom('once', 'twice', 'skipped', 'never'))),
    values: fc.tuple(
      ...STEPS.map(({ id }) =>
        fc.tuple(
          VALUES[id] ?? fc.constant(true as const),
          VALUES[id] ?? fc.constant(true as const),
        ),
      ),
    ),
    end: fc.constantFrom('finished', 'finished', 'abandoned', 'open', 'handed', 'migrated'),
    atStepId: fc.constantFrom('a', 'b', 'c', 'd'),
    holds: fc.array(
      fc.record({
        from: second,
        length: fc.option(fc.integer({ min: 1, max: 60 })),
        kind: fc.constantFrom('paused', 'blocked'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ instants, isOrderly, given, values, end, atStepId, holds }): RunFacts => {
    const times = (isOrderly ? instants.toSorted((a, b) => a - b) : instants).map(
      (each) => NINE_MS + each * SECOND_MS,
    );
    const answers: Record<string, Answer> = {};
    const earlier: Record<string, Answer[]> = {};
    for (const [at, { id }] of STEPS.entries()) {
      const [first = NINE_MS, later = NINE_MS] = [times[at * 2], times[at * 2 + 1]].toSorted(
        (a, b) => (a ?? 0) - (b ?? 0),
      );
      const [value, other] = values[at] ?? [true, true];
      if (given[at] === 'never') continue;
      if (given[at] === 'twice') earlier[id] = [answered(other, first)];
      answers[id] = given[at] === 'skipped' ? skipped(later) : answered(value, later);
    }
    return facts({
      answers,
      earlier,
      fields: {
        atStepId,
        ...(end === 'finished' || end === 'migrated' ? finishedAfter(10) : {}),
        ...(end === 'abandoned' && { abandonedAtMs: NINE_MS + 10 * MINUTE_MS }),
        ...(end === 'handed' && { handedAtMs: NINE_MS + 10 * MINUTE_MS }),
        ...(end === 'migrated' && {
          'choice.sop.v1': { fromVersionId: 'sop.v0', choice: 'migrate', atMs: NINE_MS },
        }),
        ...Object.fromEntries(
          holds.map(({ from, length, kind }, at) => [
            `hold.${at}`,
            {
              fromMs: NINE_MS + from * SECOND_MS,
              toMs: length === null ? null : NINE_MS + (from + length) * SECOND_MS,
              kind,
            },
          ]),
        ),
      },
    });
  });

test('the figures of steps are those that plain loops find', () => {
  fc.assert(
    fc.property(fc.array(runArbitrary, { maxLength: 12 }), (all) => {
      for (const figures of stepFigures(VERSION, all)) {
        const { times, ...counts } = naiveStep(figures.step, all);
        expect({
          through: figures.through.length,
          skipped: figures.skipped.runs.length,
          off: figures.off.runs.length,
          timed: figures.timed.length,
          blocked: figures.blocked.length,
          stopped: figures.stopped.length,
        }).toEqual({ ...counts, timed: times.length });
        const sorted = times.toSorted((a, b) => a - b);
        const middle = (sorted.length - 1) / 2;
        const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
        expect(figures.time?.value ?? null).toBe(sorted.length === 0 ? null : median);
      }
    }),
    { numRuns: 400 },
  );
});

describe('a step', () => {
  const at = (minutes: number): number => NINE_MS + minutes * MINUTE_MS;
  const figuresOf = (id: string, ...all: RunFacts[]) =>
    stepFigures(VERSION, all).find((each) => each.step.id === id);

  test('is not held to have been corrected by what was typed on the way', () => {
    const typed = facts({
      fields: finishedAfter(9),
      answers: { a: answered(15, at(1)) },
      earlier: { a: [answered(1, at(1) - 2 * SECOND_MS)] },
    });
    expect(figuresOf('a', typed)?.off.runs).toHaveLength(0);
  });

  test('was off where the number stood outside its limits before it was put right', () => {
    const mended = facts({
      fields: finishedAfter(9),
      answers: { a: answered(15, at(3)) },
      earlier: { a: [answered(99, at(1))] },
    });
    expect(figuresOf('a', mended)?.off.share).toMatchObject({ ratio: 1, count: 1 });
  });

  test('gives no time where somebody came back to it', () => {
    const jumped = facts({
      fields: finishedAfter(9),
      answers: { a: answered(15, at(5)), b: answered('y', at(2)), d: answered('fine', at(6)) },
    });
    expect(figuresOf('a', jumped)?.time).toBeNull();
    expect(figuresOf('d', jumped)?.time).toBeNull();
  });

  test('that was not shown was not skipped either', () => {
    const run = facts({
      fields: finishedAfter(9),
      answers: { a: answered(15, at(1)), b: answered('y', at(2)), c: skipped(at(3)) },
    });
    expect(figuresOf('c', run)?.skipped).toEqual({ share: null, runs: [] });
  });
});

test('forty skips in fifty runs stand before one skip in one run; a step within its time is not late', () => {
  const run = (index: number, b: Answer, aMinutes: number): RunFacts =>
    facts({
      id: `r${index}`,
      fields: finishedAfter(9),
      answers: {
        a: answered(15, NINE_MS + aMinutes * MINUTE_MS),
        b,
        ...(index === 0 && { c: skipped(NINE_MS + 9 * MINUTE_MS) }),
        d: answered('fine', NINE_MS + 9.5 * MINUTE_MS),
      },
    });
  const all = Array.from({ length: 50 }, (_, index) => {
    const atMs = NINE_MS + 8 * MINUTE_MS;
    return run(index, index < 10 ? answered('x', atMs) : skipped(atMs), 4);
  });
  const { skipped: most, late, off } = deviationOf(stepFigures(VERSION, all));
  expect(most.map(({ step: { id } }) => id)).toEqual(['b', 'c']);
  expect(late.map(({ figures, ratio }) => [figures.step.id, ratio])).toEqual([['a', 2]]);
  expect(off).toEqual([]);
  const few = deviationOf(stepFigures(VERSION, all.slice(0, 4)));
  expect(few.late).toEqual([]);
});
