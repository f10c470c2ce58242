import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { mergeChange } from '#shared/stream/merge';
import type { RecordState } from '#shared/stream/merge';
import type { Answer } from '#shared/sops/answer';
import {
  keepFields,
  migrationFields,
  migrationPreview,
  offeredVersion,
} from '#shared/sops/migrate';
import { newsOf } from '#shared/sops/news';
import { runFrom } from '#shared/sops/run';
import type { Run } from '#shared/sops/run';
import { sopVersionFrom } from '#shared/sops/sop';
import type { SopVersion } from '#shared/sops/sop';
import { EMPTY_STEP, stepFields } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import type { Fields } from '#shared/stream/change';

const step = (id: string, order: number, change: Partial<Step> = {}): Step => ({
  ...EMPTY_STEP,
  id,
  order,
  title: `Do ${id}`,
  ...change,
});

const versionOf = (number: number, steps: readonly Step[]): SopVersion =>
  sopVersionFrom({
    audience: 'team',
    type: 'sopVersion',
    id: `sop1.v${number}.t`,
    fields: { sopId: 'sop1', number, ...stepFields(steps) },
    stamp: '0',
  });

const V1 = versionOf(1, [
  step('tick', 1),
  step('count', 2, { kind: 'number', min: 1, max: 60 }),
  step('sort', 3, { kind: 'choice', options: ['Name', 'Price'] }),
  step('note', 4, { kind: 'text' }),
  step('gone', 5),
]);
const V2 = versionOf(2, [
  step('new', 0),
  step('tick', 1),
  step('count', 2, { kind: 'number', min: 1, max: 20 }),
  step('sort', 3, { kind: 'choice', options: ['Name'] }),
  step('note', 4, { kind: 'tick' }),
]);
const V3 = versionOf(3, [step('note', 1, { kind: 'text' }), step('count', 2, { kind: 'number' })]);

/** A run as the fold of its changes so far, each by one device of the member. */
class Log {
  readonly changes: { readonly fields: Fields; readonly stream: string }[] = [];
  state(upTo = this.changes.length): RecordState {
    let state: RecordState | undefined;
    for (const [at, { fields, stream }] of this.changes.slice(0, upTo).entries()) {
      const hlc = String(at).padStart(16, '0');
      const change = { hlc, type: 'run', id: 'run1', fields };
      state = mergeChange(state, change, stream, 'm-ana');
    }
    if (!state) throw new Error('nothing is written');
    return state;
  }
  run(): Run {
    return runFrom(this.state());
  }
  write(fields: Fields, stream = 'one'): void {
    this.changes.push({ fields, stream });
  }
}

function begun(): Log {
  const log = new Log();
  log.write({ sopId: 'sop1', versionId: V1.id, startedAtMs: 1, atStepId: 'tick' });
  return log;
}

const answer = (log: Log, stepId: string, value: Json, atMs: number): void =>
  log.write({ [`answer.${stepId}`]: { value, atMs } });

function migrate(log: Log, to: SopVersion, atMs: number): void {
  const run = log.run();
  const from = [V1, V2, V3].find(({ id }) => id === run.versionId) ?? V1;
  const preview = migrationPreview(from, to, run.answers);
  log.write(migrationFields(run, to, preview, atMs));
}

describe('the preview of a migration', () => {
  test('says what carries over, what does not fit, what is left, and where the run would stand', () => {
    const log = begun();
    answer(log, 'tick', true, 10);
    answer(log, 'count', 40, 11);
    answer(log, 'sort', 'Price', 12);
    answer(log, 'note', 'odd', 13);
    answer(log, 'gone', true, 14);
    const preview = migrationPreview(V1, V2, log.run().answers);
    expect(preview.carried.map(({ step: { id } }) => id)).toEqual(['tick']);
    expect(preview.unfit.map(({ step: { id }, why }) => [id, why])).toEqual([
      ['count', 'aboveMax'],
      ['sort', 'notAChoice'],
      ['note', 'kindChanged'],
    ]);
    expect(preview.left.map(({ step: { id } }) => id)).toEqual(['gone']);
    expect(preview.standsAt?.id).toBe('new');
    expect(preview.openCount).toBe(4);
  });

  test('a step that was skipped has to be done where it is required now', () => {
    const was = versionOf(1, [step('a', 1, { isRequired: false })]);
    const skipped: Answer = { value: null, atMs: 1, isSkipped: true, waitingSinceMs: null };
    const answers = new Map([['a', skipped]]);
    expect(migrationPreview(was, versionOf(2, [step('a', 1)]), answers).unfit).toHaveLength(1);
    expect(migrationPreview(was, was, answers).carried).toHaveLength(1);
  });
});

describe('a run that goes on in a newer version', () => {
  test('keeps what does not fit, and no longer counts it, until it is answered anew', () => {
    const log = begun();
    answer(log, 'note', 'odd', 13);
    migrate(log, V2, 20);
    expect(log.run()).toMatchObject({ versionId: V2.id, atStepId: 'new' });
    expect(log.run().answers.has('note')).toBe(false);
    expect(log.run().setAside.get('note')?.value).toBe('odd');
    // The clock was set back meanwhile.
    answer(log, 'note', true, 5);
    expect(log.run().answers.get('note')?.value).toBe(true);
    expect(log.run().choices).toMatchObject([{ choice: 'migrate', fromVersionId: V1.id }]);
  });

  test('what was set aside once stays aside in the version after', () => {
    const log = begun();
    answer(log, 'note', 'odd', 13);
    migrate(log, V2, 20);
    migrate(log, V3, 30);
    expect(log.run().setAside.get('note')?.value).toBe('odd');
    expect(log.run().answers.has('note')).toBe(false);
  });

  test('is offered a version once, and none that is older', () => {
    const log = begun();
    expect(offeredVersion(log.run(), V1, V2)?.id).toBe(V2.id);
    expect(offeredVersion(log.run(), V1, V1)).toBeNull();
    expect(offeredVersion(log.run(), V1, undefined)).toBeNull();
    log.write(keepFields(log.run(), V2, 9));
    expect(log.run()).toMatchObject({ versionId: V1.id, choices: [{ choice: 'keep' }] });
    expect(offeredVersion(log.run(), V1, V2)).toBeNull();
    expect(offeredVersion(log.run(), V1, V3)?.id).toBe(V3.id);
  });
});

describe('any sequence of answers, corrections, kills and changes of version', () => {
  const stepId = fc.constantFrom('tick', 'count', 'sort', 'note', 'gone', 'new');
  const value = fc.constantFrom<Json>(true, 5, 40, 'Name', 'Price', 'odd', null);
  const act = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), stepId, value }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('migrate' as const, 'keep' as const),
        to: fc.constantFrom(V2, V3),
      }),
    },
  );
  const device = fc.constantFrom('one', 'two');

  test('leaves a run that is the fold of its changes, with no answer lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(act, device), { maxLength: 30 }),
        fc.nat(30),
        fc.infiniteStream(fc.nat()),
        (acts, killedAfter, random) => {
          const log = begun();
          const given: (readonly [string, Json, number])[] = [];
          for (const [at, [each, stream]] of acts.slice(0, killedAfter).entries()) {
            const atMs = 100 + at;
            const run = log.run();
            if (each.kind === 'answer') {
              given.push([each.stepId, each.value, atMs]);
              log.write({ [`answer.${each.stepId}`]: { value: each.value, atMs } }, stream);
            } else if (each.kind === 'keep') log.write(keepFields(run, each.to, atMs), stream);
            else migrate(log, each.to, atMs);
          }
          const run = log.run();
          const state = log.state();

          // Whatever was answered is still in the record: as it counts, set aside, or as history.
          const kept = [
            ...Object.entries(state.fields),
            ...(state.past ?? []).map(({ field, value }) => [field, value] as const),
          ].map((entry) => JSON.stringify(entry));
          for (const [id, value, atMs] of given) {
            expect(kept).toContain(JSON.stringify([`answer.${id}`, { value, atMs }]));
          }
          // The last answer to each step is counted or set aside, never neither and never both.
          for (const id of new Set(given.map(([id]) => id))) {
            const [, value] = given.findLast((each) => each[0] === id) ?? [];
            const held = [run.answers.get(id), run.setAside.get(id)].filter(Boolean);
            expect(held.map((each) => each?.value)).toEqual([value]);
          }
          // The same changes in any order of arrival make the same run.
          const order = log.changes.map((change, at) => ({ ...change, at }));
          const shuffled = order.toSorted(() => ((random.next().value ?? 0) % 3) - 1);
          let again: RecordState | undefined;
          for (const { fields, stream, at } of shuffled) {
            const hlc = String(at).padStart(16, '0');
            again = mergeChange(again, { hlc, type: 'run', id: 'run1', fields }, stream, 'm-ana');
          }
          expect(again && runFrom(again)).toEqual(run);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is new', () => {
  const all = [V3, V2, V1];
  test('is told to who knows an older version, of all versions since', () => {
    expect(newsOf(all, V3, new Set([V1.id]))).toMatchObject({
      from: { number: 1 },
      to: { number: 3 },
      versions: [{ number: 3 }, { number: 2 }],
    });
    expect(newsOf(all, V2, new Set([V1.id]))?.versions).toHaveLength(1);
  });
  test('is nothing to a beginner, nor to who has read it', () => {
    expect(newsOf(all, V3, new Set())).toBeNull();
    expect(newsOf(all, V3, new Set([V1.id, V3.id]))).toBeNull();
    expect(newsOf(all, V2, new Set([V1.id, V3.id]))).toBeNull();
  });
});
