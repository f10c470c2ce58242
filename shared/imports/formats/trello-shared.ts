import { looksLikeStates } from '../work-state.ts';

/** The time at which a card was made: the first four bytes of its id are seconds (as of any MongoDB ObjectId). */
export function createdFromId(id: string): string {
  if (!/^[0-9a-f]{24}$/i.test(id)) return '';
  return new Date(Number.parseInt(id.slice(0, 8), 16) * 1000).toISOString();
}

export interface CardStanding {
  readonly list: string;
  readonly isArchived: boolean;
  readonly isComplete: boolean;
}

/** How a card stands, in one word of a column: its list, and whether it was ticked as complete or archived. */
export function statusOf({ list, isArchived, isComplete }: CardStanding): string {
  if (isComplete) return 'Complete';
  return isArchived ? `${list} (archived)` : list;
}

/**
 * Lists are stages on many boards and kinds of work on others: named like stages, they say how work
 * stands, and the board is what it is for.
 */
export const outcomeOf = (lists: readonly string[]): 'list' | 'board' =>
  looksLikeStates(lists) ? 'board' : 'list';

/** `Urgent (red)` is a label and its colour. */
export const labelText = (labels: string): string =>
  labels.replace(
    / ?\((?:(?:light|dark) )?(?:green|yellow|orange|red|purple|blue|sky|lime|pink|black|grey|gray)(?:_(?:light|dark))?\)/gi,
    '',
  );

/** `Ana Cruz, Ben Tan` → the one whose card it is, and who else is on it. */
export function firstOf(names: string, separator: RegExp): readonly [string, string] {
  const [first = '', ...others] = names
    .split(separator)
    .map((each) => each.trim())
    .filter(Boolean);
  return [first, others.join(', ')];
}
