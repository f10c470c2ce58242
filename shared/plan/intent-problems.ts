import type { IntentLevel } from './cascade.ts';
import type { Intent } from './intent.ts';
import type { KeyResult } from './key-result.ts';
import { unitOfKind } from './measure-kinds.ts';
import { isPlanDay } from './plan-limits.ts';
import type { Priority } from './priority.ts';
import { isQuarterKey, quarterDays } from './priority.ts';

export type IntentProblem =
  | 'name-missing'
  | 'day-beyond-limits'
  | 'ends-before-start'
  | 'quarter-unreadable'
  | 'target-is-start'
  | 'target-zero'
  | 'target-not-positive'
  | 'target-beyond-whole';

/** What a level of the strategy says of itself where it is entered. */
export type IntentDraft = Pick<Intent, 'name' | 'startsOn' | 'endsOn'> &
  Partial<Pick<Priority, 'quarter'>> &
  Partial<Pick<KeyResult, 'start' | 'target' | 'source'>>;

export type IntentField = 'name' | 'startsOn' | 'endsOn' | 'quarter' | 'start' | 'target';
export type IntentProblems = Partial<Record<IntentField, IntentProblem>>;

/** What keeps a level from being saved, by field. Stored data with the same faults is kept and shown. */
export function intentProblems(level: IntentLevel, draft: IntentDraft): IntentProblems {
  const problems: IntentProblems = {};
  if (draft.name.trim() === '') problems.name = 'name-missing';
  if (!isPlanDay(draft.startsOn)) problems.startsOn = 'day-beyond-limits';
  if (!isPlanDay(draft.endsOn)) problems.endsOn = 'day-beyond-limits';
  else if (draft.startsOn !== '' && draft.endsOn !== '' && draft.endsOn < draft.startsOn) {
    problems.endsOn = 'ends-before-start';
  }
  if (level === 'priority' && !isPlanQuarter(draft.quarter ?? '')) {
    problems.quarter = 'quarter-unreadable';
  }
  const target = level === 'keyResult' ? targetProblem(draft) : null;
  if (target) problems.target = target;
  return problems;
}

/** Whether a text names a quarter that a plan can reach. */
export const isPlanQuarter = (text: string): boolean =>
  isQuarterKey(text) && isPlanDay(quarterDays(text).fromDay);

function targetProblem({ start, target, source }: IntentDraft): IntentProblem | null {
  if (target === null || target === undefined) return null;
  if (start === target) return 'target-is-start';
  const from = start ?? null;
  if (source?.kind === 'measure') {
    if (target <= 0) return 'target-not-positive';
    return unitOfKind(source.measure) === 'percent' && target > 1 ? 'target-beyond-whole' : null;
  }
  return target === 0 && from === null ? 'target-zero' : null;
}
