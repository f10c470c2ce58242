import { cascadeOf } from '#shared/plan/cascade';
import type { Cascade, CascadePlan } from '#shared/plan/cascade';
import { goalFrom } from '#shared/plan/goal';
import { keyResultFrom } from '#shared/plan/key-result';
import type { KeyResult } from '#shared/plan/key-result';
import { objectiveFrom } from '#shared/plan/objective';
import { outcomeFrom } from '#shared/plan/outcome';
import { priorityFrom } from '#shared/plan/priority';
import type { Edit, Fields } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';

/** Records as they are stored, by type and id: a small plan that edits can be made to. */
export type Stored = Readonly<Record<string, Readonly<Record<string, Fields>>>>;

export const QUARTER = '2026-Q4';

/** One line down: a goal, this quarter's priority, an objective, a key result by hand and its outcome. */
export const ONE_LINE: Stored = {
  goal: { g: { name: 'Half come back' } },
  priority: { p: { name: 'Keep buyers', goalId: 'g', quarter: QUARTER } },
  objective: { ob: { name: 'Fast answers', priorityId: 'p', team: 'Support' } },
  keyResult: { k: { name: 'Rated 4.6', objectiveId: 'ob', start: 4.1, target: 4.6, unit: 'of 5' } },
  outcome: { o: { name: 'Inquiries', keyResultId: 'k', unit: 'answers' } },
};

export const stateOf = (type: string, id: string, fields: Fields): RecordState => ({
  audience: 'team',
  type,
  id,
  fields,
  stamp: '',
});

export function planOf(stored: Stored): CascadePlan {
  const all = <T>(type: string, read: (state: RecordState) => T): T[] =>
    Object.entries(stored[type] ?? {})
      .filter(([, fields]) => fields['deleted'] !== true)
      .map(([id, fields]) => read(stateOf(type, id, fields)));
  return {
    goals: all('goal', goalFrom),
    priorities: all('priority', priorityFrom),
    objectives: all('objective', objectiveFrom),
    keyResults: all('keyResult', keyResultFrom),
    outcomes: all('outcome', outcomeFrom),
  };
}

export const cascadeIn = (stored: Stored, quarter = QUARTER): Cascade =>
  cascadeOf(planOf(stored), quarter);

export const keyResultOf = (fields: Fields): KeyResult =>
  keyResultFrom(stateOf('keyResult', 'k', { name: 'Rated', ...fields }));

/** The plan after edits. */
export function edited(stored: Stored, edits: readonly Edit[]): Stored {
  const next: Record<string, Record<string, Fields>> = Object.fromEntries(
    Object.entries(stored).map(([type, records]) => [type, { ...records }]),
  );
  for (const { type, id, fields } of edits) {
    const records = (next[type] ??= {});
    records[id] = { ...records[id], ...fields };
  }
  return next;
}
