import type { Json } from '../json.ts';
import type { Edit, Fields } from '../stream/change.ts';
import type { CascadeNode, KeyResultNode, ObjectiveNode, PriorityNode } from './cascade.ts';
import { isClosed } from './intent.ts';
import type { Intent, IntentStatus } from './intent.ts';
import type { KeyResult, Reading } from './key-result.ts';
import type { QuarterKey } from './priority.ts';
import { quarterDays } from './priority.ts';

/** What becomes of a priority when its quarter ends. */
export type TurnDecision =
  | {
      readonly kind: 'carry';
      /** Objectives and key results below it that do not go on, by id. */
      readonly leftOutIds: ReadonlySet<string>;
    }
  | {
      readonly kind: 'close';
      readonly status: Extract<IntentStatus, 'done' | 'dropped'>;
      readonly note: string;
    }
  | { readonly kind: 'leave' };

export interface QuarterTurn {
  /** The quarter that priorities are carried to. */
  readonly to: QuarterKey;
  /** By the priority's id; what is not named is left. */
  readonly decisions: ReadonlyMap<string, TurnDecision>;
  /** Who turns. */
  readonly byId: string;
  /** Where a key result stands at the end of its quarter, and whether it got there. */
  readonly standingOf: (keyResultId: string) => {
    readonly value: number | null;
    readonly isReached: boolean;
  };
  readonly newId: () => string;
}

/**
 * All that turning a quarter writes. What is carried is a new record that names the old one; the old
 * one stays as it ended. Outcomes go over to the new key result, and the old one keeps their ids, so
 * that its figures do not change.
 */
export function turnEdits(priorities: readonly PriorityNode[], turn: QuarterTurn): readonly Edit[] {
  return priorities.flatMap((node) => {
    const decision = turn.decisions.get(node.item.id);
    if (decision?.kind === 'carry') return carryPriority(node, turn, decision.leftOutIds);
    return decision?.kind === 'close' ? close(node, decision) : [];
  });
}

function close(
  node: PriorityNode,
  { status, note }: Extract<TurnDecision, { kind: 'close' }>,
): readonly Edit[] {
  const below: readonly CascadeNode[] = node.children.flatMap((objective) => [
    objective,
    ...objective.children,
  ]);
  return [
    edit('priority', node.item.id, { status, closingNote: note.trim() }),
    ...below.flatMap(({ level, item }) =>
      level === 'outcome' || isClosed(item) ? [] : [edit(level, item.id, { status })],
    ),
  ];
}

function carryPriority(
  { item, children }: PriorityNode,
  turn: QuarterTurn,
  leftOutIds: ReadonlySet<string>,
): readonly Edit[] {
  const id = turn.newId();
  return [
    edit('priority', id, { ...carried(item), goalId: item.goalId, quarter: turn.to }),
    ...children
      .filter((child) => !leftOutIds.has(child.item.id))
      .flatMap((child) => carryObjective(child, id, turn, leftOutIds)),
  ];
}

function carryObjective(
  { item, children }: ObjectiveNode,
  priorityId: string,
  turn: QuarterTurn,
  leftOutIds: ReadonlySet<string>,
): readonly Edit[] {
  const id = turn.newId();
  return [
    edit('objective', id, { ...carried(item), priorityId, team: item.team }),
    ...children
      .filter((child) => !leftOutIds.has(child.item.id))
      .flatMap((child) => carryKeyResult(child, id, turn)),
  ];
}

function carryKeyResult(
  { item, children }: KeyResultNode,
  objectiveId: string,
  turn: QuarterTurn,
): readonly Edit[] {
  const id = turn.newId();
  const serving = children.filter((child) => child.item.keyResultId === item.id);
  const { value, isReached } = turn.standingOf(item.id);
  const day = quarterDays(turn.to).fromDay;
  return [
    edit('keyResult', id, {
      ...carried(item),
      objectiveId,
      unit: item.unit,
      target: item.target,
      // A start beyond the target would turn its direction round.
      start: value === null || isReached ? item.start : value,
      ...sourceFields(item),
      ...(value !== null &&
        item.source.kind === 'hand' &&
        readingFields({ id: day, day, value, note: '', byId: turn.byId })),
    }),
    ...(serving.length > 0
      ? [edit('keyResult', item.id, { servedByIds: children.map((child) => child.item.id) })]
      : []),
    ...serving.map((child) => edit('outcome', child.item.id, { keyResultId: id })),
  ];
}

/** Where a value is told from, as it is stored. */
export const sourceFields = ({ source }: Pick<KeyResult, 'source'>): Fields =>
  source.kind === 'hand'
    ? { source: 'hand' }
    : { source: 'measure', measure: source.measure, outcomeIds: [...source.outcomeIds] };

/** A value told by hand, as it is stored. */
export const readingFields = ({ id, day, value, note, byId }: Reading): Fields => ({
  [`reading.${id}`]: { day, value, note, byId },
});

/** Dates were the ended quarter's; the new one sets its own. */
const carried = ({ id, name, why, ownerId, order }: Intent): Fields => ({
  name,
  why,
  ownerId,
  status: 'active',
  carriedFromId: id,
  ...(order !== null && { order }),
});

const edit = (type: string, id: string, fields: Readonly<Record<string, Json>>): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});
