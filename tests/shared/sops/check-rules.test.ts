import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { judgeRules } from '#shared/sops/check-rules';
import { RULE_EFFECTS } from '#shared/sops/rule';
import type { Rule, RuleTest } from '#shared/sops/rule';
import { testKindsFor } from '#shared/sops/check-tests';
import { EMPTY_STEP, STEP_KINDS } from '#shared/sops/step';
import type { Step, StepKind } from '#shared/sops/step';
import { bruteForce } from './brute-force.ts';

const OPTIONS = ['yes', 'no'];
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-04'];
const PHOTO = { hash: 'a'.repeat(64), name: 'a.png', sizeBytes: 1, mediaType: 'image/png' };

/** Every answer that the generated rules could tell from another. */
const ANSWERS: Readonly<Record<StepKind, readonly Json[]>> = {
  tick: [true],
  link: [true],
  waitFor: [true],
  file: [[PHOTO]],
  sop: ['run1'],
  signOff: ['ben'],
  choice: OPTIONS,
  number: [-1, 0, 0.5, 1, 1.5, 2, 3, 5, 6],
  date: ['2026-02-27', ...DAYS, '2026-03-03', '2026-03-09'],
  text: ['a', 'b', 'ab', 'B', 'x', 'ax', 'xb', 'a b', 'xab'],
};

const VALUES: Readonly<Record<StepKind, readonly (string | number)[]>> = {
  tick: ['x'],
  link: ['x'],
  waitFor: ['x'],
  file: ['x'],
  sop: ['x'],
  signOff: ['x'],
  choice: [...OPTIONS, 'gone'],
  number: [0, 1, 2, 5],
  date: DAYS,
  text: ['a', 'b', 'ab', 'B'],
};

const stepShape = fc.record({
  kind: fc.constantFrom(...STEP_KINDS),
  isRequired: fc.boolean(),
  hasOptions: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  min: fc.constantFrom(null, null, 0, 1),
  max: fc.constantFrom(null, null, 1, 2, 0),
});

const testShape = fc.record({ reads: fc.nat(7), kind: fc.nat(4), value: fc.nat(3) });
const ruleShape = fc.record({
  effect: fc.constantFrom(...RULE_EFFECTS),
  match: fc.constantFrom('all' as const, 'any' as const),
  tests: fc.array(testShape, { minLength: 1, maxLength: 3 }),
});

/** Steps first, so that a failing one shrinks to few steps with few rules of few tests. */
const procedures = fc
  .array(fc.tuple(stepShape, fc.array(ruleShape, { maxLength: 3 })), { minLength: 1, maxLength: 6 })
  .map((shapes): readonly Step[] => {
    const kinds = shapes.map(([{ kind }]) => kind);
    return shapes.map(([{ hasOptions, min, max, kind, isRequired }, rules], at): Step => ({
      ...EMPTY_STEP,
      id: `s${at}`,
      order: at,
      kind,
      isRequired,
      ...(kind === 'choice' && hasOptions && { options: OPTIONS }),
      ...(kind === 'number' && { min, max }),
      rules: rules.map(({ effect, match, tests }): Rule => ({
        effect,
        match,
        tests: tests.map((shape) => testOf(shape, kinds, at)),
      })),
    }));
  });

/** Mostly of an earlier step; now and then of the step itself, a later one or none. */
function testOf(
  { reads, kind, value }: { reads: number; kind: number; value: number },
  kinds: readonly StepKind[],
  at: number,
): RuleTest {
  const readAt = reads === 7 || at === 0 ? reads : reads % at;
  const read = kinds[readAt] ?? 'tick';
  const fitting = testKindsFor(read);
  const values = VALUES[read];
  return {
    stepId: `s${readAt}`,
    kind: fitting[kind % fitting.length] ?? 'answered',
    value: values[value % values.length] ?? null,
  };
}

const step = (id: string, change: Partial<Step> = {}): Step => ({
  ...EMPTY_STEP,
  id,
  order: 0,
  ...change,
});
const rule = (
  effect: Rule['effect'],
  tests: readonly RuleTest[],
  match: Rule['match'] = 'all',
) => ({
  effect,
  match,
  tests,
});

describe('judging the rules of a procedure', () => {
  test('agrees with trying every answer on any procedure', () => {
    fc.assert(
      fc.property(procedures, (steps) => {
        const happened = bruteForce(steps, ({ kind }) => ANSWERS[kind]);
        const judged = judgeRules(steps).map(({ canBeShown, rules }) => ({
          isShown: canBeShown,
          rules: rules.map(({ canHold, canFail, canMatter }) => ({
            holds: canHold,
            fails: canFail,
            matters: canMatter,
          })),
        }));
        expect(judged).toEqual(happened);
      }),
      { numRuns: 1_500 },
    );
  }, 60_000);

  test('a number between two that are ruled out is found', () => {
    const between = rule('show', [
      { stepId: 'n', kind: 'isNot', value: 1 },
      { stepId: 'n', kind: 'isNot', value: 2 },
    ]);
    const [, last] = judgeRules([
      step('n', { kind: 'number', min: 1, max: 2 }),
      step('end', { rules: [between] }),
    ]);
    expect(last?.canBeShown).toBe(true);
    const [, never] = judgeRules([
      step('n', { kind: 'number', min: 1, max: 1 }),
      step('end', { rules: [between] }),
    ]);
    expect(never?.canBeShown).toBe(false);
  });

  test('a chain of 500 steps, each shown by the one before, is decided', () => {
    const steps = Array.from({ length: 500 }, (_, at) =>
      step(`s${at}`, {
        isRequired: false,
        rules:
          at === 0 ? [] : [rule('show', [{ stepId: `s${at - 1}`, kind: 'answered', value: null }])],
      }),
    );
    for (const { canBeShown, rules } of judgeRules(steps).slice(1)) {
      expect(canBeShown).toBe(true);
      expect(rules).toEqual([{ canHold: true, canFail: true, canMatter: true }]);
    }
  });

  test('a needle among many answers is found: the one combination of 24 choices', () => {
    const choices = Array.from({ length: 24 }, (_, at) =>
      step(`c${at}`, { kind: 'choice', options: ['a', 'b', 'c', 'd'] }),
    );
    const tests = choices.map(({ id }): RuleTest => ({ stepId: id, kind: 'is', value: 'c' }));
    const [last] = judgeRules([...choices, step('end', { rules: [rule('show', tests)] })]).slice(
      -1,
    );
    expect(last?.canBeShown).toBe(true);
  });

  test('what takes too long is said to be undecided, not guessed', () => {
    // Pigeons and holes: seven choices of six, no two the same. No search by cases is quick here.
    const options = ['1', '2', '3', '4', '5', '6'];
    const pigeons = Array.from({ length: 7 }, (_, at) =>
      step(`p${at}`, { kind: 'choice', options }),
    );
    const clashes = pigeons.flatMap(({ id }, at) =>
      pigeons.slice(at + 1).flatMap((other) =>
        options.map((value) =>
          step(`${id}.${other.id}.${value}`, {
            isRequired: false,
            rules: [
              rule('show', [
                { stepId: id, kind: 'is', value },
                { stepId: other.id, kind: 'is', value },
              ]),
              rule('require', [{ stepId: id, kind: 'answered', value: null }]),
            ],
          }),
        ),
      ),
    );
    const end = step('end', {
      rules: [
        rule(
          'show',
          clashes.map(({ id }): RuleTest => ({ stepId: id, kind: 'notAnswered', value: null })),
        ),
      ],
    });
    const [last] = judgeRules([...pigeons, ...clashes, end]).slice(-1);
    expect(last?.canBeShown).toBeNull();
  });
});
