import { EMPTY_STEP } from './step.ts';
import type { Step, StepKind } from './step.ts';

/** What only one kind of step has, and goes when it becomes another. */
export type KindDetail = 'options' | 'limits' | 'url' | 'nested' | 'wait';

/** What of a step would be gone if it were answered in another way. */
export function lostByKind(step: Step, kind: StepKind): readonly KindDetail[] {
  const next = withKind(step, kind);
  const lost: KindDetail[] = [];
  if (step.options.length > next.options.length) lost.push('options');
  if (step.min !== next.min || step.max !== next.max) lost.push('limits');
  if (step.url !== next.url) lost.push('url');
  if (step.sopId !== next.sopId) lost.push('nested');
  if (step.waitMinutes !== next.waitMinutes) lost.push('wait');
  return lost;
}

/** The step answered in another way: its words, its rules and its time stay, what no longer fits goes. */
export const withKind = (step: Step, kind: StepKind): Step => ({
  ...step,
  kind,
  ...(kind !== 'choice' && { options: EMPTY_STEP.options }),
  ...(kind !== 'number' && { min: EMPTY_STEP.min, max: EMPTY_STEP.max }),
  ...(kind !== 'link' && { url: EMPTY_STEP.url }),
  ...(kind !== 'sop' && { sopId: EMPTY_STEP.sopId }),
  ...(kind !== 'waitFor' && { waitOn: EMPTY_STEP.waitOn, waitMinutes: EMPTY_STEP.waitMinutes }),
});
