import type { KeyResult } from '../../plan/key-result.ts';
import type { Outcome } from '../../plan/outcome.ts';
import type { Client } from '../../plan/workspace.ts';
import { clientNamed } from '../../plan/workspace.ts';

/** What figures are laid out by. */
export const GROUPINGS = ['member', 'outcome', 'client', 'keyResult'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Whose work for what a figure is of. */
export interface FigureOwner {
  readonly memberId: string;
  readonly outcomeId: string;
}

/** The part of a plan that figures are grouped and chosen by. */
export interface GroupPlan {
  readonly outcomes: readonly Outcome[];
  readonly outcomeById: ReadonlyMap<string, Outcome>;
  readonly clients: readonly Client[];
  readonly keyResultById: ReadonlyMap<string, KeyResult>;
}

/** The group without a name: work for no client, serving no key result, of no outcome in the plan. */
export const NO_GROUP = '';

/**
 * The group of everybody's work for every outcome. Each figure is in one group alone, so that groups add
 * up to the whole: an outcome counts for its own client and for the key result that it serves now.
 */
export function groupingOf(by: Grouping, plan: GroupPlan): (owner: FigureOwner) => string {
  if (by === 'member') return ({ memberId }) => memberId;
  if (by === 'outcome') return ({ outcomeId }) => outcomeId;
  const ids = new Map(plan.outcomes.map((outcome) => [outcome.id, idOf(by, outcome, plan)]));
  return ({ outcomeId }) => ids.get(outcomeId) ?? NO_GROUP;
}

const idOf = (by: 'client' | 'keyResult', outcome: Outcome, plan: GroupPlan): string =>
  by === 'client' ? clientIdOf(outcome, plan) : keyResultIdOf(outcome, plan);

const clientIdOf = ({ client }: Outcome, { clients }: GroupPlan): string =>
  clientNamed(clients, client)?.id ?? NO_GROUP;

const keyResultIdOf = ({ keyResultId }: Outcome, { keyResultById }: GroupPlan): string =>
  keyResultById.has(keyResultId) ? keyResultId : NO_GROUP;

/** What figures are limited to; an empty list limits nothing. */
export interface FigureFilter {
  readonly memberIds: readonly string[];
  readonly outcomeIds: readonly string[];
  readonly clientIds: readonly string[];
  readonly keyResultIds: readonly string[];
}

export const NO_FILTER: FigureFilter = {
  memberIds: [],
  outcomeIds: [],
  clientIds: [],
  keyResultIds: [],
};

/** Members and outcomes that a filter leaves; null is all of them. */
export interface FigureScope {
  readonly memberIds: ReadonlySet<string> | null;
  readonly outcomeIds: ReadonlySet<string> | null;
}

/**
 * A filter as members and outcomes. Choices of one kind widen, of several kinds narrow: two clients and
 * one outcome are that outcome where it is of either. A key result has the outcomes that served it
 * earlier, too.
 */
export function scopeOf(filter: FigureFilter, plan: GroupPlan): FigureScope {
  const { memberIds, outcomeIds, clientIds, keyResultIds } = filter;
  const earlier = new Set(
    keyResultIds.flatMap((id) => plan.keyResultById.get(id)?.servedByIds ?? []),
  );
  const isLimited = outcomeIds.length + clientIds.length + keyResultIds.length > 0;
  const wanted = plan.outcomes.filter(
    (outcome) =>
      isAmong(outcomeIds, outcome.id) &&
      (clientIds.length === 0 || clientIds.includes(clientIdOf(outcome, plan))) &&
      (keyResultIds.length === 0 ||
        keyResultIds.includes(keyResultIdOf(outcome, plan)) ||
        earlier.has(outcome.id)),
  );
  return {
    memberIds: memberIds.length > 0 ? new Set(memberIds) : null,
    outcomeIds: isLimited ? new Set(wanted.map(({ id }) => id)) : null,
  };
}

const isAmong = (ids: readonly string[], id: string): boolean =>
  ids.length === 0 || ids.includes(id);

export const isInScope = (
  { memberIds, outcomeIds }: FigureScope,
  { memberId, outcomeId }: FigureOwner,
): boolean =>
  (memberIds === null || memberIds.has(memberId)) &&
  (outcomeIds === null || outcomeIds.has(outcomeId));
