import type { CascadeNode, IntentLevel, PriorityNode } from '#shared/plan/cascade';
import { newId } from '#shared/ids';
import type { Json } from '#shared/json';
import type { KeyResult } from '#shared/plan/key-result';
import type { Outcome } from '#shared/plan/outcome';
import type { QuarterKey } from '#shared/plan/priority';
import { readingFields, turnEdits } from '#shared/plan/quarter-turn';
import type { QuarterTurn } from '#shared/plan/quarter-turn';
import type { DayKey } from '#shared/day';
import type { Edit } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { randomBytes } from './clock.ts';
import { planEdit } from './plan.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

/** What can be said of a level of the strategy; each level stores its own of them. */
export type IntentFields = Readonly<
  Partial<
    Record<
      | 'name'
      | 'why'
      | 'ownerId'
      | 'startsOn'
      | 'endsOn'
      | 'status'
      | 'closingNote'
      | 'order'
      | 'quarter'
      | 'team'
      | 'unit'
      | 'start'
      | 'target'
      | 'source'
      | 'measure'
      | 'outcomeIds'
      | 'goalId'
      | 'priorityId'
      | 'objectiveId',
      Json
    >
  >
>;

/** The field by which a level names the one above it. */
const PARENT_FIELDS = {
  priority: 'goalId',
  objective: 'priorityId',
  keyResult: 'objectiveId',
  outcome: 'keyResultId',
} as const;

export interface NewIntent {
  readonly level: IntentLevel;
  /** Empty for a goal. */
  readonly parentId: string;
  readonly fields: IntentFields & { readonly name: string };
}

/** A new level with all that is below it. */
export interface IntentBranch {
  readonly level: IntentLevel;
  readonly fields: IntentFields & { readonly name: string };
  readonly children: readonly IntentBranch[];
}

/** Adds one level; answers its id beside the way back. Fields must be without problems. */
export async function addIntent({ level, parentId, fields }: NewIntent): Promise<{
  readonly id: string;
  readonly saved: Awaited<Undoable>;
}> {
  const id = newId(randomBytes);
  const label = t('strategy.undo.added', { name: String(fields.name) });
  const edits = [
    planEdit(level, id, { ...parentOf(level, parentId), status: 'active', ...fields }),
  ];
  return { id, saved: await saveUndoable(label, edits, { areNew: true }) };
}

/** Adds whole branches below the top in one step. */
export async function addBranches(label: string, branches: readonly IntentBranch[]): Undoable {
  const edits: Edit[] = [];
  const add = (branch: IntentBranch, parentId: string, order: number): void => {
    const id = newId(randomBytes);
    edits.push(
      planEdit(branch.level, id, {
        ...parentOf(branch.level, parentId),
        status: 'active',
        order,
        ...branch.fields,
      }),
    );
    for (const [at, child] of branch.children.entries()) add(child, id, at);
  };
  for (const [at, branch] of branches.entries()) add(branch, '', at);
  return await saveUndoable(label, edits, { areNew: true });
}

/** Changes fields of one level. Fields must be without problems. */
export async function editIntent(
  level: IntentLevel,
  item: { readonly id: string; readonly name: string },
  fields: IntentFields,
): Undoable {
  const name = typeof fields.name === 'string' ? fields.name : item.name;
  return await saveUndoable(t('strategy.undo.edited', { name }), [
    planEdit(level, item.id, fields),
  ]);
}

export interface Placement {
  readonly parentId: string;
  /** Everything below the new parent, the moved one included, in its new order. */
  readonly siblings: readonly CascadeNode[];
}

/** Hangs a node below another parent or at another place; only what changes is written. */
export async function moveNode(node: CascadeNode, { parentId, siblings }: Placement): Undoable {
  const label = t('strategy.undo.moved', { name: node.item.name });
  if (node.level === 'outcome') {
    return await saveUndoable(label, [
      planEdit('outcome', node.item.id, { keyResultId: parentId }),
    ]);
  }
  const edits = siblings.flatMap((each, at) => {
    if (each.level === 'outcome') return [];
    const isMoved = each.item.id === node.item.id;
    const order = each.item.order === at ? {} : { order: at };
    const fields = { ...order, ...(isMoved && parentOf(each.level, parentId)) };
    return Object.keys(fields).length > 0 ? [planEdit(each.level, each.item.id, fields)] : [];
  });
  return await saveUndoable(label, edits);
}

/**
 * Deletes levels of the strategy. Outcomes among the nodes stay; they serve no key result any more.
 */
export async function deleteNodes(name: string, nodes: readonly CascadeNode[]): Undoable {
  const edits = nodes.map(({ level, item }) =>
    level === 'outcome'
      ? planEdit(level, item.id, { keyResultId: '' })
      : planEdit(level, item.id, { deleted: true }),
  );
  return await saveUndoable(t('strategy.undo.deleted', { name }), edits);
}

/** Lets outcomes serve a key result; an empty id lets them serve none. */
export async function linkOutcomes(
  keyResultId: string,
  outcomes: readonly Pick<Outcome, 'id' | 'name'>[],
): Undoable {
  const names = outcomes.map(({ name }) => name).join(', ');
  const label = keyResultId
    ? t('strategy.undo.linked', { name: names })
    : t('strategy.undo.unlinked', { name: names });
  return await saveUndoable(
    label,
    outcomes.map(({ id }) => planEdit('outcome', id, { keyResultId })),
  );
}

/** The owner works on it too: see `Outcome.memberIds`. */
export async function setOutcomeOwner(
  { id, name }: Pick<Outcome, 'id' | 'name'>,
  ownerId: string,
): Undoable {
  return await saveUndoable(t('strategy.undo.edited', { name }), [
    planEdit('outcome', id, { ownerId }),
  ]);
}

/** The value on a day, told by hand: a second one of the same day takes the first one's place. */
export async function addReading(
  keyResult: Pick<KeyResult, 'id' | 'name'>,
  reading: { readonly day: DayKey; readonly value: number; readonly note: string },
): Undoable {
  const { memberId } = useSession.getState();
  return await saveUndoable(t('strategy.undo.reading', { name: keyResult.name }), [
    planEdit(
      'keyResult',
      keyResult.id,
      readingFields({ ...reading, note: reading.note.trim(), id: reading.day, byId: memberId }),
    ),
  ]);
}

export async function deleteReading(
  keyResult: Pick<KeyResult, 'id' | 'name'>,
  readingId: string,
): Undoable {
  return await saveUndoable(t('strategy.undo.readingDeleted', { name: keyResult.name }), [
    planEdit('keyResult', keyResult.id, {
      [`reading.${readingId}`]: { deleted: true },
    }),
  ]);
}

/** Carries over, closes or leaves each priority of a quarter that ends, in one step. */
export async function turnQuarter(
  from: QuarterKey,
  priorities: readonly PriorityNode[],
  turn: Omit<QuarterTurn, 'newId' | 'byId'>,
): Undoable {
  const { memberId } = useSession.getState();
  const edits = turnEdits(priorities, {
    ...turn,
    byId: memberId,
    newId: () => newId(randomBytes),
  });
  return await saveUndoable(t('strategy.undo.turned', { quarter: from }), edits);
}

const parentOf = (level: IntentLevel, parentId: string): IntentFields =>
  level === 'goal' ? {} : { [PARENT_FIELDS[level]]: parentId };
