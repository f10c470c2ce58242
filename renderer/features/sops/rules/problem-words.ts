import type { NeverShownCause, RuleProblem } from '#shared/sops/check-problems';
import type { TestProblem } from '#shared/sops/check-tests';
import type { DraftProblem } from '#shared/sops/draft-problems';
import type { RuleTest } from '#shared/sops/rule';
import type { Sop } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';
import { valueWords } from '../../../i18n/rule-words.ts';

interface Named {
  readonly steps: readonly Step[];
  readonly sops: readonly Pick<Sop, 'id' | 'title'>[];
}

/** What is wrong, where, and what to do: "Step 7 is never shown: step 3 cannot be answered “Refund”." */
export function problemText(problem: DraftProblem, { steps, sops }: Named): string {
  if (!('stepId' in problem)) return t(`sopRules.problem.${problem.code}`);
  if ('rule' in problem) return ruleProblemText(problem, steps);
  const step = numberOf(problem.stepId, steps);
  switch (problem.code) {
    case 'nested-cycle': {
      const ring = problem.cycle
        .map((id) => t('sopRules.sentence.quoted', { value: titleOf(id, sops) }))
        .join(t('sopRules.problem.ringLink'));
      return t('sopRules.problem.nested-cycle', { step, ring });
    }
    case 'nested-unpublished': {
      const nestedId = steps.find(({ id }) => id === problem.stepId)?.sopId ?? '';
      return t('sopRules.problem.nested-unpublished', { step, sop: titleOf(nestedId, sops) });
    }
    case 'never-shown':
      return t('sopRules.problem.never-shown', { step, cause: causeWords(problem.cause, steps) });
    default:
      return t(`sopRules.problem.${problem.code}`, { step });
  }
}

function ruleProblemText(
  problem: Extract<RuleProblem, { readonly rule: number }>,
  steps: readonly Step[],
): string {
  const rule = steps.find(({ id }) => id === problem.stepId)?.rules[problem.rule];
  const effect = rule?.effect ?? 'show';
  const where = { step: numberOf(problem.stepId, steps), rule: String(problem.rule + 1) };
  switch (problem.code) {
    case 'test': {
      const test = rule?.tests[problem.test];
      const cause = test ? testWords(problem.problem, test, steps) : '';
      return t('sopRules.problem.test', { ...where, cause });
    }
    case 'rule-contradicts':
      return t('sopRules.problem.rule-contradicts', {
        ...where,
        read: numberOf(problem.readId, steps),
      });
    case 'rule-always':
      return t(`sopRules.problem.always.${effect}`, where);
    case 'rule-in-vain':
      return t(`sopRules.problem.vain.${effect}`, where);
    default:
      return t(`sopRules.problem.${problem.code}`, where);
  }
}

function causeWords(cause: NeverShownCause, steps: readonly Step[]): string {
  switch (cause.kind) {
    case 'test':
      return testWords(cause.problem, cause.test, steps);
    case 'contradiction':
      return t('sopRules.cause.contradiction', { read: numberOf(cause.stepId, steps) });
    case 'read-never-shown':
      return t('sopRules.cause.readNeverShown', { read: numberOf(cause.stepId, steps) });
    case 'skipped':
    case 'rules':
      return t(`sopRules.cause.${cause.kind}`);
  }
}

function testWords(
  problem: TestProblem,
  { stepId, kind, value }: RuleTest,
  steps: readonly Step[],
): string {
  const read = numberOf(stepId, steps);
  if (problem !== 'value-impossible') return t(`sopRules.cause.${problem}`, { read });
  const cause = kind === 'atLeast' ? 'cannotReach' : kind === 'atMost' ? 'cannotFall' : 'cannotBe';
  return t(`sopRules.cause.${cause}`, { read, value: valueWords(value) });
}

/** As text: a thousand and first step is `1001`, for it is a name and no amount. */
const numberOf = (stepId: string, steps: readonly Step[]): string =>
  String(steps.findIndex(({ id }) => id === stepId) + 1);

const titleOf = (id: string, sops: Named['sops']): string =>
  sops.find((sop) => sop.id === id)?.title || t('sops.untitled');
