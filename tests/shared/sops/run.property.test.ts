import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import type { Answer } from '#shared/sops/answer';
import { nextOpen, pathOf, shownOn } from '#shared/sops/path';
import type { Rule } from '#shared/sops/rule';
import { RULE_EFFECTS, TEST_KINDS } from '#shared/sops/rule';
import type { Run } from '#shared/sops/run';
import { isRunOpen, openHold, runFrom } from '#shared/sops/run';
import { runProgress, runStanding } from '#shared/sops/run-standing';
import type { Step } from '#shared/sops/step';
import { EMPTY_STEP, STEP_KINDS } from '#shared/sops/step';
import type { Fields } from '#shared/stream/change';
import { mergeChange } from '#shared/stream/merge';
import type { RecordState } from '#shared/stream/merge';

const STEP_IDS = ['a', 'b', 'c', 'd', 'e'];
const DEVICES = ['laptop', 'tablet'] as const;
const HOUR_MS = 3_600_000;
const BEGUN_MS = Date.parse('2026-11-18T01:00:00Z');

/** What one device writes about a run, at one moment. */
interface Act {
  readonly device: (typeof DEVICES)[number];
  readonly fields: Fields;
  readonly atMs: number;
}

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(true, false, null, '', 'Right', '2026-11-18', 7, 7e9),
  fc.jsonValue().map((any) => any as Json),
);

const answer = fc.record({ value, atMs: fc.integer({ min: 1, max: 9 }) });
const skip = fc.constant({ value: null, atMs: 5, skipped: true });
const wait = fc.constant({ value: null, atMs: 5, waitingSinceMs: BEGUN_MS });

const stepId = fc.constantFrom(...STEP_IDS);
const answering = fc
  .tuple(stepId, fc.oneof(answer, skip, wait))
  .map(([id, given]): Fields => ({ [`answer.${id}`]: given, atStepId: id }));
const takenBack = stepId.map((id): Fields => ({ [`answer.${id}`]: null }));
const holding = fc
  .tuple(fc.constantFrom('h1', 'h2'), fc.constantFrom('paused', 'blocked'), fc.boolean())
  .map(([id, kind, isOver]): Fields => ({
    [`hold.${id}`]: { kind, fromMs: BEGUN_MS, toMs: isOver ? BEGUN_MS + HOUR_MS : null },
  }));
const ending = fc.constantFrom<Fields>(
  { finishedAtMs: BEGUN_MS + HOUR_MS },
  { finishedAtMs: null },
  { abandonedAtMs: BEGUN_MS + HOUR_MS, abandonReason: 'no sheet' },
  { abandonedAtMs: null, abandonReason: '' },
);

const acts: fc.Arbitrary<readonly Act[]> = fc
  .array(
    fc.record({
      device: fc.constantFrom(...DEVICES),
      fields: fc.oneof({ weight: 5, arbitrary: answering }, takenBack, holding, {
        weight: 1,
        arbitrary: ending,
      }),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((act, at) => ({ ...act, atMs: at + 1 })));

const hlcOf = (atMs: number): string => atMs.toString(16).padStart(16, '0');

/** The run as a device has it that heard of these acts in this order. */
function foldOf(heard: readonly Act[]): RecordState | undefined {
  let state: RecordState | undefined;
  for (const { device, fields, atMs } of heard) {
    const change = { hlc: hlcOf(atMs), type: 'run', id: 'r', fields };
    state = mergeChange(state, change, device, 'm-ana');
  }
  return state;
}

const saidOf = (stepId: string, heard: readonly Act[]): readonly Json[] =>
  heard.flatMap(({ fields }) =>
    `answer.${stepId}` in fields ? [fields[`answer.${stepId}`] ?? null] : [],
  );

const isSame = (a: Json, b: Json | undefined): boolean =>
  b !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** How many acts a run's state is made of: those up to its end where it is finished, else all. */
function endOf(all: readonly Act[]): number {
  const end = all.findLastIndex(({ fields }) => 'finishedAtMs' in fields);
  return typeof all[end]?.fields['finishedAtMs'] === 'number' ? end + 1 : all.length;
}

const runOf = (state: RecordState): Run =>
  runFrom({ ...state, fields: { startedAtMs: BEGUN_MS, ...state.fields } });

describe('a run that two devices write', () => {
  test('is the same however their changes arrive, as the fold of all of them', () => {
    fc.assert(
      fc.property(
        acts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], whole(all)))),
        ([all, shuffled]) => {
          expect(foldOf([...shuffled, ...shuffled.slice(0, 5)])).toEqual(foldOf(all));
        },
      ),
    );
  });

  test('loses no answer: each step says what was said there last, and the rest is kept', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const state = foldOf(all);
        if (!state) return;
        const run = runOf(state);
        const end = endOf(all);
        for (const id of STEP_IDS) {
          const last = saidOf(id, all.slice(0, end)).at(-1);
          expect(run.answers.get(id)?.value).toEqual(last ? valueOf(last) : undefined);
          // What was said after the end is kept apart, unless it takes back or repeats what counts.
          const late = saidOf(id, all.slice(end)).at(-1);
          const isNews = late !== undefined && late !== null && !isSame(late, last);
          expect(run.setAside.get(id)?.value).toEqual(isNews ? valueOf(late) : undefined);
          const said = saidOf(id, all);
          const kept = (state.past ?? []).filter(({ field }) => field === `answer.${id}`).length;
          expect(kept).toBe(Math.max(0, said.length - 1));
        }
      }),
    );
  });

  test('stands in one place: ended, held, or going on', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const state = foldOf(all);
        if (!state) return;
        const run = runOf(state);
        const steps = STEP_IDS.map((id, order) => ({ ...EMPTY_STEP, id, order }));
        const standing = runStanding(run, pathOf(steps, run.answers), BEGUN_MS);
        const isEnded = ['finished', 'abandoned', 'missed', 'handed'].includes(standing.state);
        expect(isEnded).toBe(!isRunOpen(run));
        expect(standing.hold).toEqual(isEnded ? null : openHold(run));
      }),
    );
  });
});

const testArbitrary = fc.record({
  stepId: fc.constantFrom(...STEP_IDS, 'gone'),
  kind: fc.constantFrom(...TEST_KINDS),
  value: fc.oneof(fc.constantFrom('Right', '2026-11-18', null), fc.integer()),
});

const rule: fc.Arbitrary<Rule> = fc.record({
  effect: fc.constantFrom(...RULE_EFFECTS),
  match: fc.constantFrom('all' as const, 'any' as const),
  tests: fc.array(testArbitrary, { minLength: 1, maxLength: 3 }),
});

const steps: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...STEP_KINDS),
      isRequired: fc.boolean(),
      rules: fc.array(rule, { maxLength: 2 }),
    }),
    { minLength: STEP_IDS.length, maxLength: STEP_IDS.length },
  )
  .map((all) =>
    all.map((step, order) => ({
      ...EMPTY_STEP,
      ...step,
      id: STEP_IDS[order] ?? '',
      order,
      options: ['Right', 'Wrong'],
    })),
  );

const oddAnswers: fc.Arbitrary<ReadonlyMap<string, Answer>> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...STEP_IDS, 'gone'),
      fc.record({
        value,
        atMs: fc.integer(),
        isSkipped: fc.boolean(),
        waitingSinceMs: fc.option(fc.integer()),
      }),
    ),
  )
  .map((pairs) => new Map(pairs));

describe('the way through a procedure', () => {
  test('has every step once, whatever was answered, and never fails', () => {
    fc.assert(
      fc.property(steps, oddAnswers, (asked, answers) => {
        const path = pathOf(asked, answers);
        expect(path.map(({ step }) => step)).toEqual(asked);
        for (const { step, answer: given } of path) expect(given).toBe(answers.get(step.id));
      }),
    );
  });

  test('counts and asks for nothing that is not shown', () => {
    fc.assert(
      fc.property(steps, oddAnswers, (asked, answers) => {
        const path = pathOf(asked, answers);
        const shown = shownOn(path);
        const { settledCount, stepCount } = runProgress(path);
        const open = nextOpen(path);
        expect(stepCount).toBe(shown.length);
        expect(settledCount === stepCount).toBe(open === null);
        if (open) expect(shown).toContain(open);
      }),
    );
  });

  test('is not moved by answers of steps that it does not show', () => {
    fc.assert(
      fc.property(steps, oddAnswers, (asked, answers) => {
        const hidden = new Set(
          pathOf(asked, answers).flatMap(({ step, isShown }) => (isShown ? [] : [step.id])),
        );
        const without = new Map([...answers].filter(([id]) => !hidden.has(id)));
        const shownIds = (given: ReadonlyMap<string, Answer>) =>
          shownOn(pathOf(asked, given)).map(({ step }) => step.id);
        expect(shownIds(without)).toEqual(shownIds(answers));
      }),
    );
  });
});

const whole = (all: readonly unknown[]) => ({ minLength: all.length, maxLength: all.length });

const valueOf = (field: Json): Json =>
  typeof field === 'object' && field !== null && !Array.isArray(field)
    ? ((field as Fields)['value'] ?? null)
    : null;

test('what comes after its end changes a finished run in nothing, and is kept', () => {
  const written = (state: RecordState | undefined, at: number, fields: Fields): RecordState =>
    mergeChange(
      state,
      { hlc: String(at).padStart(4, '0'), type: 'run', id: 'r', fields },
      DEVICES[at % 2] ?? 'laptop',
      'm-ana',
    );
  const later = fc.array(fc.oneof(answering, takenBack, holding), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(answering, { maxLength: 8 }), later, (before, after) => {
      const end = before.length + 1;
      let state = written(undefined, 0, { sopId: 's', versionId: 's.v1', startedAtMs: BEGUN_MS });
      for (const [at, fields] of before.entries()) state = written(state, at + 1, fields);
      state = written(state, end, { finishedAtMs: BEGUN_MS + HOUR_MS });
      const { setAside: _before, ...finished } = runFrom(state);
      for (const [at, fields] of after.entries()) state = written(state, end + 1 + at, fields);
      const { setAside, ...afterwards } = runFrom(state);
      expect(afterwards).toEqual(finished);
      for (const [name, given] of Object.entries(state.fields)) {
        const id = name.replace('answer.', '');
        if (name === id || typeof given !== 'object' || given === null) continue;
        expect(finished.answers.has(id) || setAside.has(id)).toBe(true);
      }
      // Taken back, it is a run like any other: everything counts again.
      const open = runFrom(written(state, end + 50, { finishedAtMs: null }));
      expect(isRunOpen(open)).toBe(true);
      expect(open.setAside.size).toBe(0);
    }),
  );
});
