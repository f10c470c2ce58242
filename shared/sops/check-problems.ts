import type { RuleVerdict, StepVerdict } from './check-rules.ts';
import { judgeRules, placesOf } from './check-rules.ts';
import { testProblem } from './check-tests.ts';
import type { TestProblem } from './check-tests.ts';
import type { Rule, RuleTest } from './rule.ts';
import type { Step } from './step.ts';

/** Why a step is never shown, as far as it is one thing. */
export type NeverShownCause =
  /** A test of its rules cannot pass. */
  | { readonly kind: 'test'; readonly problem: TestProblem; readonly test: RuleTest }
  /** All that is asked of one answer cannot hold of it at once. */
  | { readonly kind: 'contradiction'; readonly stepId: string }
  /** The step whose answer it needs is never shown itself. */
  | { readonly kind: 'read-never-shown'; readonly stepId: string }
  /** Whenever it would be shown, it is skipped. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'rules' };

/** What is wrong with the rules of one step. `rule` and `test` are places in its own list. */
export type RuleProblem =
  | {
      readonly code: 'test';
      readonly stepId: string;
      readonly rule: number;
      readonly test: number;
      readonly problem: TestProblem;
    }
  | { readonly code: 'never-shown'; readonly stepId: string; readonly cause: NeverShownCause }
  | {
      readonly code:
        /** It never does anything: it cannot hold. */
        | 'rule-never'
        /** It holds whatever is answered: without it nothing changes, or the step could say so itself. */
        | 'rule-always'
        /** Whenever it shows the step, another skips it; or it skips what is not shown anyway. */
        | 'rule-in-vain'
        /** It requires the step only where it is not shown. */
        | 'required-never-shown'
        /** The step is required anyway. */
        | 'required-already'
        | 'rule-undecided';
      readonly stepId: string;
      readonly rule: number;
    }
  | {
      readonly code: 'rule-contradicts';
      readonly stepId: string;
      readonly rule: number;
      /** The step whose one answer is asked to be two things. */
      readonly readId: string;
    };

/** Everything that is wrong with the rules of a procedure, from its steps in order. */
export function ruleProblems(steps: readonly Step[]): readonly RuleProblem[] {
  if (steps.every(({ rules }) => rules.length === 0)) return [];
  const indexOf = placesOf(steps);
  const verdicts = judgeRules(steps, indexOf);
  return steps.flatMap((step, at) => {
    const verdict = verdicts[at];
    return verdict && step.rules.length > 0
      ? problemsOfStep({ steps, indexOf, verdicts }, step, at, verdict)
      : [];
  });
}

interface Checked {
  readonly steps: readonly Step[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly verdicts: readonly StepVerdict[];
}

function problemsOfStep(
  checked: Checked,
  step: Step,
  at: number,
  verdict: StepVerdict,
): readonly RuleProblem[] {
  const { steps, indexOf } = checked;
  const problems: RuleProblem[] = [];
  const cause = verdict.canBeShown === false ? neverShownCause(checked, step, at, verdict) : null;
  if (cause) problems.push({ code: 'never-shown', stepId: step.id, cause });
  for (const [nth, rule] of step.rules.entries()) {
    const about = { stepId: step.id, rule: nth };
    const wrong = rule.tests.flatMap((each, test) => {
      const problem = testProblem(each, steps, indexOf, at);
      return problem ? [{ code: 'test' as const, ...about, test, problem }] : [];
    });
    const own = verdict.rules[nth];
    if (wrong.length > 0 || !own) problems.push(...wrong);
    else problems.push(...verdictProblems(checked, step, rule, verdict, own, about));
  }
  return cause ? problems.filter((problem) => !isSaidBy(cause, problem, step)) : problems;
}

/** Whether why a step is never shown has said it already. */
function isSaidBy(cause: NeverShownCause, problem: RuleProblem, { rules }: Step): boolean {
  if (problem.code === 'test') {
    return cause.kind === 'test' && rules[problem.rule]?.tests[problem.test] === cause.test;
  }
  return (
    problem.code === 'rule-contradicts' &&
    cause.kind === 'contradiction' &&
    cause.stepId === problem.readId
  );
}

/** One thing for each rule, the most telling; what the step's own problem says already is left out. */
function verdictProblems(
  checked: Checked,
  step: Step,
  rule: Rule,
  { canBeShown }: StepVerdict,
  { canHold, canFail, canMatter }: RuleVerdict,
  about: { readonly stepId: string; readonly rule: number },
): readonly RuleProblem[] {
  if (canHold === false) {
    const readId = contradiction(checked, rule);
    if (readId !== null) return [{ code: 'rule-contradicts', ...about, readId }];
    return canBeShown === false && rule.effect === 'show' ? [] : [{ code: 'rule-never', ...about }];
  }
  if (rule.effect === 'require') {
    if (canMatter === false) return [{ code: 'required-never-shown', ...about }];
    if (step.isRequired) return [{ code: 'required-already', ...about }];
  }
  if (canBeShown === false) return [];
  if (canFail === false) return [{ code: 'rule-always', ...about }];
  if (canMatter === false) return [{ code: 'rule-in-vain', ...about }];
  const isUndecided = canHold === null || canFail === null || canMatter === null;
  return isUndecided ? [{ code: 'rule-undecided', ...about }] : [];
}

function neverShownCause(
  checked: Checked,
  step: Step,
  at: number,
  verdict: StepVerdict,
): NeverShownCause {
  const shows = step.rules.filter(({ effect }) => effect === 'show');
  const canShow = step.rules.some(
    ({ effect }, nth) => effect === 'show' && verdict.rules[nth]?.canHold !== false,
  );
  if (shows.length === 0 || canShow) return { kind: 'skipped' };
  for (const test of shows.flatMap(({ tests }) => tests)) {
    const problem = testProblem(test, checked.steps, checked.indexOf, at);
    if (problem) return { kind: 'test', problem, test };
  }
  for (const rule of shows) {
    const stepId = contradiction(checked, rule);
    if (stepId !== null) return { kind: 'contradiction', stepId };
  }
  for (const { stepId, kind } of shows.flatMap(({ tests }) => tests)) {
    const read = checked.verdicts[checked.indexOf.get(stepId) ?? -1];
    if (read?.canBeShown === false && kind !== 'notAnswered') {
      return { kind: 'read-never-shown', stepId };
    }
  }
  return { kind: 'rules' };
}

/** The step of which a rule asks what no single answer is; each test could pass alone. */
function contradiction({ steps, indexOf }: Checked, rule: Rule): string | null {
  if (rule.match === 'any') return null;
  for (const readId of new Set(rule.tests.map(({ stepId }) => stepId))) {
    const tests = rule.tests.filter(({ stepId }) => stepId === readId);
    const read = steps[indexOf.get(readId) ?? -1];
    if (!read || tests.length < 2) continue;
    const asked = {
      ...read,
      id: 'asked',
      rules: [{ effect: 'show' as const, match: 'all' as const, tests }],
    };
    const alone = { ...read, rules: [], isRequired: false };
    if (judgeRules([alone, asked])[1]?.canBeShown === false) return readId;
  }
  return null;
}
