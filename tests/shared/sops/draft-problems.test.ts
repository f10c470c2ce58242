import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftProblems, isBlocking } from '#shared/sops/draft-problems';
import { lostByKind, withKind } from '#shared/sops/kind-change';
import { nestedIn, sopCycle } from '#shared/sops/nested';
import type { Rule, RuleTest } from '#shared/sops/rule';
import { sopFrom } from '#shared/sops/sop';
import type { Sop } from '#shared/sops/sop';
import { EMPTY_STEP, STEP_KINDS, stepFields } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import type { Fields } from '#shared/stream/change';

let order = 0;
const step = (id: string, change: Partial<Step> = {}): Step => ({
  ...EMPTY_STEP,
  id,
  order: (order += 1),
  title: `Step ${id}`,
  ...change,
});

const sopOf = (steps: readonly Step[], fields: Fields = {}, id = 'sop1'): Sop =>
  sopFrom({
    audience: 'team',
    type: 'sop',
    id,
    fields: { title: 'Upload', publishedVersion: 1, ...fields, ...stepFields(steps) },
    stamp: '0',
  });

const rule = (
  effect: Rule['effect'],
  tests: readonly RuleTest[],
  match: Rule['match'] = 'all',
): Rule => ({
  effect,
  match,
  tests,
});
const asks = (
  stepId: string,
  kind: RuleTest['kind'],
  value: RuleTest['value'] = null,
): RuleTest => ({
  stepId,
  kind,
  value,
});

const problemsOf = (steps: readonly Step[]) => draftProblems(sopOf(steps), { sops: [] });

const KIND = step('kind', { kind: 'choice', options: ['Refund', 'Exchange'] });
const AMOUNT = step('amount', { kind: 'number', min: 0, max: 100 });
const DONE = step('done', { isRequired: false });

describe('a draft', () => {
  test('that is whole has no problems', () => {
    const pay = step('pay', { rules: [rule('show', [asks('kind', 'is', 'Refund')])] });
    expect(problemsOf([KIND, AMOUNT, DONE, pay])).toEqual([]);
  });

  test('that is not whole is not published', () => {
    const codes = (steps: readonly Step[], fields: Fields = {}) =>
      draftProblems(sopOf(steps, fields), { sops: [] })
        .filter(isBlocking)
        .map(({ code }) => code);
    expect(codes([])).toEqual(['no-steps']);
    expect(codes([DONE], { title: ' ' })).toEqual(['title-missing']);
    expect(codes([step('a', { title: ' ' })])).toEqual(['step-untitled']);
    expect(codes([step('a', { kind: 'choice' })])).toEqual(['choice-without-options']);
    expect(codes([step('a', { kind: 'number', min: 5, max: 1 })])).toEqual(['limits-crossed']);
    expect(codes([step('a', { kind: 'sop' })])).toEqual(['nested-unchosen']);
    expect(codes([step('a', { kind: 'sop', sopId: 'gone' })])).toEqual(['nested-missing']);
  });

  test.each(['http://example.com', 'javascript:alert(1)', 'https://', 'example.com', ''])(
    'does not open %j',
    (url) => {
      expect(problemsOf([step('a', { kind: 'link', url })])).toMatchObject([
        { code: 'link-not-https', stepId: 'a' },
      ]);
    },
  );

  test('names the ring of SOPs that run each other, also where this one is only on the way to it', () => {
    const runs = (id: string, sopId: string) => step(id, { kind: 'sop', sopId });
    const b = sopOf([runs('s', 'c')], {}, 'b');
    const c = sopOf([runs('s', 'b')], {}, 'c');
    expect(draftProblems(sopOf([runs('x', 'b')]), { sops: [b, c] })).toEqual([
      { code: 'nested-cycle', stepId: 'x', cycle: ['b', 'c', 'b'] },
    ]);
    const back = sopOf([runs('s', 'sop1')], {}, 'b');
    const own = sopOf([runs('x', 'b'), DONE]);
    expect(draftProblems(own, { sops: [own, back] })).toEqual([
      { code: 'nested-cycle', stepId: 'x', cycle: ['sop1', 'b', 'sop1'] },
    ]);
  });
});

describe('rules of a draft', () => {
  const withRules = (...rules: readonly Rule[]) =>
    problemsOf([KIND, AMOUNT, DONE, step('pay', { isRequired: false, rules })]);

  test.each([
    ['a step that is not there', asks('gone', 'answered'), 'reads-missing'],
    ['its own answer', asks('pay', 'answered'), 'reads-itself'],
    ['what the answer cannot be asked', asks('done', 'atLeast', 3), 'misfit'],
    ['an answer that nobody said', asks('kind', 'is'), 'value-missing'],
    ['an option that does not exist', asks('kind', 'is', 'Voucher'), 'value-impossible'],
    ['a number beyond the limits', asks('amount', 'atLeast', 101), 'value-impossible'],
  ] as const)(
    'that ask for %s keep the step from being shown, and are named',
    (_, own, problem) => {
      expect(withRules(rule('show', [own]))).toEqual([
        { code: 'never-shown', stepId: 'pay', cause: { kind: 'test', problem, test: own } },
      ]);
      // Beside a rule by which the step can be shown, the test is named by itself.
      const other = rule('show', [asks('kind', 'is', 'Refund')]);
      expect(withRules(other, rule('show', [own]))).toEqual([
        { code: 'test', stepId: 'pay', rule: 1, test: 0, problem },
      ]);
    },
  );

  test('that ask about a later step are named when a step is moved up', () => {
    const pay = step('pay', { rules: [rule('show', [asks('kind', 'is', 'Refund')])] });
    expect(problemsOf([KIND, pay])).toEqual([]);
    const moved = problemsOf([{ ...pay, order: 0 }, KIND]);
    expect(moved).toMatchObject([
      { code: 'never-shown', stepId: 'pay', cause: { kind: 'test', problem: 'reads-later' } },
    ]);
    expect(moved.every(isBlocking)).toBe(true);
  });

  test('that ask one answer to be two things contradict', () => {
    const both = rule('show', [asks('amount', 'atLeast', 60), asks('amount', 'atMost', 40)]);
    expect(withRules(both)).toEqual([
      { code: 'never-shown', stepId: 'pay', cause: { kind: 'contradiction', stepId: 'amount' } },
    ]);
    expect(withRules({ ...both, effect: 'skip' })).toEqual([
      { code: 'rule-contradicts', stepId: 'pay', rule: 0, readId: 'amount' },
    ]);
    expect(withRules({ ...both, match: 'any' })).toEqual([]);
  });

  test('of which one shows what the other skips leave the step out', () => {
    expect(
      withRules(
        rule('show', [asks('kind', 'is', 'Refund')]),
        rule('skip', [asks('kind', 'isNot', 'Exchange')]),
      ),
    ).toEqual([{ code: 'never-shown', stepId: 'pay', cause: { kind: 'skipped' } }]);
  });

  test('that hang on a step which is never shown say which', () => {
    const hidden = step('hidden', { rules: [rule('show', [asks('kind', 'is', 'Voucher')])] });
    const pay = step('pay', { rules: [rule('show', [asks('hidden', 'answered')])] });
    expect(problemsOf([KIND, hidden, pay])).toContainEqual({
      code: 'never-shown',
      stepId: 'pay',
      cause: { kind: 'read-never-shown', stepId: 'hidden' },
    });
  });

  test('that always hold, or require where nothing is shown, are told', () => {
    expect(withRules(rule('show', [asks('kind', 'answered')]))).toEqual([
      { code: 'rule-always', stepId: 'pay', rule: 0 },
    ]);
    const aside = [
      rule('show', [asks('done', 'answered')]),
      rule('require', [asks('done', 'notAnswered')]),
    ];
    expect(withRules(...aside)).toEqual([{ code: 'required-never-shown', stepId: 'pay', rule: 1 }]);
    expect(
      problemsOf([DONE, step('pay', { rules: [rule('require', [asks('done', 'answered')])] })]),
    ).toEqual([{ code: 'required-already', stepId: 'pay', rule: 0 }]);
  });

  test('a second way to be shown that a skip always takes back is in vain', () => {
    const found = withRules(
      rule('show', [asks('kind', 'is', 'Refund')]),
      rule('show', [asks('done', 'answered')]),
      rule('skip', [asks('done', 'answered')]),
    );
    expect(found).toEqual([{ code: 'rule-in-vain', stepId: 'pay', rule: 1 }]);
    expect(found.some(isBlocking)).toBe(false);
  });
});

describe('procedures that run procedures', () => {
  test('a ring is found exactly where following them never ends', () => {
    const graphs = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(graphs, (graph) => {
        const nestedOf = (id: string) => (graph[Number(id)] ?? []).map(String);
        const cycle = sopCycle('0', nestedOf);
        // Following every way for more steps than there are procedures gets somewhere only in a ring.
        let reached = new Set(['0']);
        for (let turn = 0; turn <= 8; turn += 1) reached = new Set([...reached].flatMap(nestedOf));
        expect(cycle !== null).toBe(reached.size > 0);
        for (const [at, id] of (cycle ?? []).slice(0, -1).entries()) {
          expect(nestedOf(id)).toContain(cycle?.[at + 1]);
        }
        expect(cycle?.at(0)).toBe(cycle?.at(-1));
      }),
    );
  });

  test('a deep line of procedures is no ring', () => {
    expect(sopCycle('0', (id) => (Number(id) < 20_000 ? [String(Number(id) + 1)] : []))).toBeNull();
  });

  test('are those that steps run, each once', () => {
    const runs = (id: string, sopId: string) => step(id, { kind: 'sop', sopId });
    expect(nestedIn([runs('a', 'x'), DONE, runs('b', 'x'), runs('c', '')])).toEqual(['x']);
  });
});

describe('another way to answer a step', () => {
  test('keeps its words and rules, and loses exactly what is said', () => {
    const full = step('a', {
      how: 'Look',
      kind: 'choice',
      options: ['x', 'y'],
      rules: [rule('show', [asks('b', 'answered')])],
    });
    expect(lostByKind(full, 'text')).toEqual(['options']);
    expect(withKind(full, 'text')).toEqual({ ...full, kind: 'text', options: [] });
    for (const kind of STEP_KINDS) expect(lostByKind(DONE, kind)).toEqual([]);
  });
});
