import { addDays } from '../day.ts';
import type { Json } from '../json.ts';
import { addQuarters, quarterDays, quarterOf } from '../plan/priority.ts';
import type { QuarterKey } from '../plan/priority.ts';
import { GOAL, PAST_PRIORITIES, PRIORITIES, ROLES } from './intents.ts';
import type { KeyResultKey, KeyResultText, ObjectiveText, PriorityText } from './intents.ts';
import type { OutcomeKey } from './outcomes.ts';
import type { PlanSource } from './plan-edits.ts';

/** Ids of what outcomes are hung on. */
export interface Cascade {
  readonly keyResults: ReadonlyMap<KeyResultKey, string>;
  readonly roleOf: ReadonlyMap<OutcomeKey, string>;
}

const DAY_MS = 86_400_000;

/** The sample's goal with the priorities of two quarters, this one's objectives and key results, and the roles. */
export function writeCascade(source: PlanSource): Cascade {
  const { write, firstMs, newId, story, ids } = source;
  const quarter = quarterOf(addDays(story.lastDay, -7));
  const goalId = newId();
  write(firstMs, 'goal', goalId, {
    ...intentFields(source, GOAL),
    startsOn: `${quarter.slice(0, 4)}-01-01`,
    endsOn: `${Number(quarter.slice(0, 4)) + 1}-12-31`,
  });
  const carriedFromId = writePast(source, goalId, addQuarters(quarter, -1));
  const keyResults = new Map<KeyResultKey, string>();
  for (const [index, priority] of PRIORITIES.entries()) {
    const id = newId();
    write(firstMs, 'priority', id, {
      ...intentFields(source, priority),
      ...daysOf(quarter),
      goalId,
      quarter,
      ...(index === 0 && { carriedFromId }),
    });
    writeObjectives(source, priority, id, quarter, keyResults);
  }
  const roleOf = new Map<OutcomeKey, string>();
  for (const role of ROLES) {
    const id = newId();
    const { family, people, outcomes } = role;
    write(firstMs, 'role', id, {
      ...intentFields(source, role),
      family,
      memberIds: people.map(ids.member),
    });
    for (const key of outcomes) roleOf.set(key, id);
  }
  return { keyResults, roleOf };
}

/** The quarter before, already closed; answers the id of the priority that goes on. */
function writePast(source: PlanSource, goalId: string, quarter: QuarterKey): string {
  const { write, firstMs, newId } = source;
  let carriedId = '';
  for (const past of PAST_PRIORITIES) {
    const id = newId();
    write(firstMs, 'priority', id, {
      ...intentFields(source, past),
      ...daysOf(quarter),
      goalId,
      quarter,
      status: past.status,
      closingNote: past.closingNote,
    });
    if (past.isCarried) carriedId = id;
  }
  return carriedId;
}

function writeObjectives(
  source: PlanSource,
  priority: PriorityText,
  priorityId: string,
  quarter: QuarterKey,
  keyResults: Map<KeyResultKey, string>,
): void {
  const { write, firstMs, newId } = source;
  for (const objective of priority.objectives) {
    const id = newId();
    const { team } = objective;
    const fields = { ...intentFields(source, objective), ...daysOf(quarter), priorityId, team };
    write(firstMs, 'objective', id, fields);
    for (const keyResult of objective.keyResults) {
      keyResults.set(keyResult.key, writeKeyResult(source, keyResult, id, quarter));
    }
  }
}

function writeKeyResult(
  source: PlanSource,
  text: KeyResultText,
  objectiveId: string,
  quarter: QuarterKey,
): string {
  const { write, firstMs, newId, ids, story } = source;
  const id = newId();
  const { unit, start, target } = text;
  const isByHand = text.source === 'hand';
  write(firstMs, 'keyResult', id, {
    ...intentFields(source, text),
    ...daysOf(quarter),
    objectiveId,
    unit,
    start,
    target,
    source: isByHand ? 'hand' : 'measure',
    ...(!isByHand && { measure: text.source, outcomeIds: [] }),
  });
  const today = addDays(story.lastDay, -7);
  for (const { daysAgo, value, note } of text.readings) {
    const day = addDays(today, -daysAgo);
    if (day < quarterDays(quarter).fromDay) continue;
    write(Date.parse(`${day}T09:00:00Z`) - DAY_MS / 2, 'keyResult', id, {
      [`reading.${newId()}`]: { day, value, note, byId: ids.member(text.owner) },
    });
  }
  return id;
}

const intentFields = (
  { ids }: PlanSource,
  { name, why, owner }: ObjectiveText | PriorityText | typeof GOAL,
): Record<string, Json> => ({ name, why, ownerId: ids.member(owner), status: 'active' });

function daysOf(quarter: QuarterKey): Record<string, Json> {
  const { fromDay, toDay } = quarterDays(quarter);
  return { startsOn: fromDay, endsOn: toDay };
}
