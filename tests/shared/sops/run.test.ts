import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#shared/json';
import type { Answer } from '#shared/sops/answer';
import type { Run } from '#shared/sops/run';
import { answerProblem } from '#shared/sops/answer';
import { isRunOpen, runFrom } from '#shared/sops/run';
import { nextOpen, pathOf } from '#shared/sops/path';
import { EMPTY_STEP } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';

const step = (fields: Partial<Step>): Step => ({ ...EMPTY_STEP, id: 's', order: 1, ...fields });
const answered = (value: Json, isSkipped = false): Answer => ({
  value,
  atMs: 1,
  isSkipped,
  waitingSinceMs: null,
});
const run = (fields: Record<string, Json>): Run =>
  runFrom({ audience: 'm-ana', type: 'run', id: 'r', fields, stamp: '0' });

describe('an answer', () => {
  it.each<[string, Partial<Step>, Answer | undefined, string | null]>([
    ['a tick', {}, answered(true), null],
    ['no tick', {}, answered(false), 'missing'],
    ['nothing said', {}, undefined, 'missing'],
    ['nothing said where it is optional', { isRequired: false }, undefined, null],
    ['an optional step skipped', { isRequired: false }, answered(null, true), null],
    ['a required step skipped', {}, answered(null, true), 'missing'],
    ['an empty text', { kind: 'text' }, answered(''), 'missing'],
    ['a figure at its limit', { kind: 'number', min: 0, max: 60 }, answered(60), null],
    ['zero, which is a figure', { kind: 'number', min: 0, max: 60 }, answered(0), null],
    ['a figure below', { kind: 'number', min: 1 }, answered(0), 'belowMin'],
    ['a figure above', { kind: 'number', max: 60 }, answered(61), 'aboveMax'],
    ['words for a figure', { kind: 'number' }, answered('many'), 'notANumber'],
    ['a choice', { kind: 'choice', options: ['a', 'b'] }, answered('b'), null],
    ['a choice that is gone', { kind: 'choice', options: ['a'] }, answered('b'), 'notAChoice'],
  ])('%s', (_, fields, answer, problem) => {
    expect(answerProblem(step(fields), answer)).toBe(problem);
  });
});

const nextOpenStep = (steps: readonly Step[], { answers }: Run): Step | null =>
  nextOpen(pathOf(steps, answers))?.step ?? null;

describe('a run', () => {
  const steps = ['a', 'b', 'c'].map((id) => step({ id, isRequired: id !== 'b' }));

  it('can be finished once every step is settled, optional ones by being passed over', () => {
    const first = run({ 'answer.a': { value: true, atMs: 1 } });
    expect(nextOpenStep(steps, first)?.id).toBe('b');
    const all = run({
      'answer.a': { value: true, atMs: 1 },
      'answer.b': { value: null, atMs: 2, skipped: true },
      'answer.c': { value: true, atMs: 3 },
    });
    expect(nextOpenStep(steps, all)).toBeNull();
  });

  it('is open until it is finished, abandoned or deleted', () => {
    expect(isRunOpen(run({ startedAtMs: 1 }))).toBe(true);
    expect(isRunOpen(run({ startedAtMs: 1, finishedAtMs: 2 }))).toBe(false);
    expect(isRunOpen(run({ startedAtMs: 1, abandonedAtMs: 2 }))).toBe(false);
    expect(isRunOpen(run({ startedAtMs: 1, deleted: true }))).toBe(false);
  });

  it('reads whatever another program wrote', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('answer.a', 'answer.b', 'day'), fc.jsonValue()),
        (fields) => {
          const read = run(fields as Record<string, Json>);
          for (const each of steps) answerProblem(each, read.answers.get(each.id));
          expect(['a', 'b', 'c', undefined]).toContain(nextOpenStep(steps, read)?.id);
        },
      ),
    );
  });
});
