import type { CascadeNode, IntentLevel } from '#shared/plan/cascade';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../services/announce.ts';
import {
  deleteNodes,
  editIntent,
  linkOutcomes,
  moveNode,
  setOutcomeOwner,
} from '../../services/strategy.ts';
import type { IntentFields, Placement } from '../../services/strategy.ts';
import { wholeBranch } from './whole-branch.ts';

/** A node that is edited here. Acts on it tell what failed and answer whether they were saved. */
export type IntentNode = Extract<CascadeNode, { readonly level: IntentLevel }>;

export async function change(node: IntentNode, fields: IntentFields): Promise<boolean> {
  const saved = await editIntent(node.level, node.item, fields);
  if (!saved.ok) announceFailure(saved.error);
  return saved.ok;
}

export async function changeOwner(node: CascadeNode, ownerId: string): Promise<boolean> {
  if (node.level !== 'outcome') return await change(node, { ownerId });
  const saved = await setOutcomeOwner(node.item, ownerId);
  if (!saved.ok) announceFailure(saved.error);
  return saved.ok;
}

export async function move(node: CascadeNode, to: Placement): Promise<boolean> {
  const saved = await moveNode(node, to);
  if (!saved.ok) announceFailure(saved.error);
  return saved.ok;
}

/** Deletes a node with all below it; outcomes stay and serve nothing any more. */
export async function remove(node: CascadeNode, plan: Plan): Promise<boolean> {
  const { name } = node.item;
  const saved = await deleteNodes(name, wholeBranch(node, plan));
  const title =
    node.level === 'outcome'
      ? t('strategy.told.unlinked', { name })
      : t('strategy.told.deleted', { name });
  return announceSaved(title, saved);
}

export async function serve(
  keyResultId: string,
  outcomes: Parameters<typeof linkOutcomes>[1],
): Promise<boolean> {
  const saved = await linkOutcomes(keyResultId, outcomes);
  if (!saved.ok) announceFailure(saved.error);
  return saved.ok;
}
