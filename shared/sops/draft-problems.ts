import { isHttps } from '../https.ts';
import { ruleProblems } from './check-problems.ts';
import type { RuleProblem } from './check-problems.ts';
import { nestedIn, sopCycle } from './nested.ts';
import type { Sop } from './sop.ts';
import type { Step } from './step.ts';

export type StepProblemCode =
  | 'step-untitled'
  | 'choice-without-options'
  | 'limits-crossed'
  | 'link-not-https'
  | 'nested-unchosen'
  | 'nested-missing'
  /** Nobody has published it: a run would have nothing to follow. */
  | 'nested-unpublished';

/** What is wrong with a draft, and at which step. */
export type DraftProblem =
  | { readonly code: 'title-missing' | 'no-steps' }
  | { readonly code: StepProblemCode; readonly stepId: string }
  /** `cycle` is the ring of SOP ids, its first id again at the end. */
  | { readonly code: 'nested-cycle'; readonly stepId: string; readonly cycle: readonly string[] }
  | RuleProblem;

/** What a draft is checked against. */
export interface DraftContext {
  /** The SOPs that steps can run. */
  readonly sops: readonly Sop[];
}

/** Everything that is wrong with a draft, from top to bottom. */
export function draftProblems(sop: Sop, { sops }: DraftContext): readonly DraftProblem[] {
  const byId = new Map(sops.map((each) => [each.id, each]));
  const nestedOf = nestingOf(sop, byId);
  const ofRules = byStep(ruleProblems(sop.draftSteps));
  return [
    ...(sop.title.trim() === '' ? [{ code: 'title-missing' as const }] : []),
    ...(sop.draftSteps.length === 0 ? [{ code: 'no-steps' as const }] : []),
    ...sop.draftSteps.flatMap((step): readonly DraftProblem[] => {
      const cycle = nestedCycle(sop.id, step, nestedOf);
      return [
        ...stepCodes(step, byId).map((code) => ({ code, stepId: step.id })),
        ...(cycle ? [{ code: 'nested-cycle' as const, stepId: step.id, cycle }] : []),
        ...(ofRules.get(step.id) ?? []),
      ];
    }),
  ];
}

function byStep(problems: readonly RuleProblem[]): ReadonlyMap<string, readonly RuleProblem[]> {
  const found = new Map<string, RuleProblem[]>();
  for (const problem of problems) {
    const own = found.get(problem.stepId);
    if (own) own.push(problem);
    else found.set(problem.stepId, [problem]);
  }
  return found;
}

/** What keeps a draft from being published; the rest is worth a look and no more. */
export function isBlocking(problem: DraftProblem): boolean {
  switch (problem.code) {
    case 'nested-unpublished':
    case 'rule-never':
    case 'rule-always':
    case 'rule-in-vain':
    case 'required-already':
    case 'rule-undecided':
      return false;
    default:
      return true;
  }
}

/** No number is at least its lower and at most its upper limit. */
export const hasCrossedLimits = ({ kind, min, max }: Step): boolean =>
  kind === 'number' && min !== null && max !== null && min > max;

/** What SOPs run within each other, the one that is written as it stands in the editor. */
const nestingOf =
  (sop: Sop, byId: ReadonlyMap<string, Sop>) =>
  (id: string): readonly string[] =>
    nestedIn((id === sop.id ? sop : byId.get(id))?.draftSteps ?? []);

function stepCodes(step: Step, byId: ReadonlyMap<string, Sop>): readonly StepProblemCode[] {
  const codes: StepProblemCode[] = [];
  if (step.title.trim() === '') codes.push('step-untitled');
  if (step.kind === 'choice' && step.options.length === 0) codes.push('choice-without-options');
  if (hasCrossedLimits(step)) codes.push('limits-crossed');
  if (step.kind === 'link' && !isHttps(step.url)) codes.push('link-not-https');
  if (step.kind === 'sop') codes.push(...nestedCodes(step.sopId, byId));
  return codes;
}

function nestedCodes(sopId: string, byId: ReadonlyMap<string, Sop>): readonly StepProblemCode[] {
  if (sopId === '') return ['nested-unchosen'];
  const nested = byId.get(sopId);
  if (!nested || nested.isArchived) return ['nested-missing'];
  return nested.publishedVersion === 0 ? ['nested-unpublished'] : [];
}

/** The ring that this step closes or leads into; of several steps each tells its own. */
function nestedCycle(
  sopId: string,
  { kind, sopId: nestedId }: Step,
  nestedOf: (id: string) => readonly string[],
): readonly string[] | null {
  if (kind !== 'sop' || nestedId === '') return null;
  return sopCycle(sopId, (id) => (id === sopId ? [nestedId] : nestedOf(id)));
}
