import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import { canonicalJson } from '../stream/canonical.ts';
import type { Fields } from '../stream/change.ts';
import type { MeasureDraft } from './measure-draft.ts';
import { measureDraftOf, measureJson, measureOf, newMeasureDraft } from './measure-draft.ts';
import type { Outcome, RoleFamily, Sla } from './outcome.ts';
import type { PromiseDrafts } from './promise-draft.ts';
import { promiseDrafts, slasAfter, usualStart } from './promise-draft.ts';

/** An outcome as it stands in the editor. */
export interface OutcomeDraft {
  readonly name: string;
  readonly statement: string;
  readonly why: string;
  readonly unit: string;
  readonly family: RoleFamily;
  readonly client: string;
  readonly ownerId: string;
  readonly standInId: string;
  readonly memberIds: readonly string[];
  readonly roleId: string;
  readonly keyResultId: string;
  readonly startsOn: DayKey;
  readonly measures: readonly MeasureDraft[];
  readonly promises: PromiseDrafts;
  /** Every version of every promise that held when the editing began. */
  readonly slas: readonly Sla[];
  readonly calendarId: string;
}

/** What a draft is read and written by. */
export interface DraftTerms {
  /** The editing member's day: from when a changed promise holds unless they say otherwise. */
  readonly today: DayKey;
  /** Decimals of the workspace currency's minor unit. */
  readonly moneyDigits: number;
}

/** A new outcome: one measure to fill in, since a result that nothing tells of is none. */
export const emptyDraft = ({ today }: Pick<DraftTerms, 'today'>): OutcomeDraft => ({
  name: '',
  statement: '',
  why: '',
  unit: '',
  family: 'operations',
  client: '',
  ownerId: '',
  standInId: '',
  memberIds: [],
  roleId: '',
  keyResultId: '',
  startsOn: today,
  measures: [newMeasureDraft('quantity', 'm0')],
  promises: promiseDrafts([], usualStart(true, today)),
  slas: [],
  calendarId: '',
});

export const draftOf = (outcome: Outcome, { today, moneyDigits }: DraftTerms): OutcomeDraft => ({
  name: outcome.name,
  statement: outcome.statement,
  why: outcome.why,
  unit: outcome.unit,
  family: outcome.family,
  client: outcome.client,
  ownerId: outcome.ownerId,
  standInId: outcome.standInId,
  memberIds: outcome.memberIds,
  roleId: outcome.roleId,
  keyResultId: outcome.keyResultId,
  startsOn: outcome.startsOn,
  measures: outcome.measures.map((measure, index) =>
    measureDraftOf(measure, `m${index}`, moneyDigits),
  ),
  promises: promiseDrafts(outcome.slas, usualStart(false, today)),
  slas: outcome.slas,
  calendarId: outcome.calendarId,
});

/** The stored fields of a draft without problems. */
export const outcomeFields = (draft: OutcomeDraft, moneyDigits: number): Fields => ({
  name: draft.name.trim(),
  statement: draft.statement.trim(),
  why: draft.why.trim(),
  unit: draft.unit.trim(),
  family: draft.family,
  client: draft.client.trim(),
  ownerId: draft.ownerId,
  standInId: draft.standInId,
  memberIds: withOwner(draft),
  roleId: draft.roleId,
  keyResultId: draft.keyResultId,
  startsOn: draft.startsOn,
  measures: draft.measures.flatMap((each) => {
    const measure = measureOf(each, moneyDigits);
    return measure ? [measureJson(measure)] : [];
  }),
  sla: slasAfter(draft.slas, draft.promises).map(slaJson),
  calendarId: draft.calendarId,
});

/**
 * The fields that an editing changed, and no other: what somebody else changes meanwhile stays.
 * `before` is the draft as the editing began.
 */
export function changedFields(
  draft: OutcomeDraft,
  before: OutcomeDraft,
  moneyDigits: number,
): Fields {
  const old = outcomeFields(before, moneyDigits);
  const changed = Object.entries(outcomeFields(draft, moneyDigits)).filter(
    ([name, value]) => canonicalJson(value) !== canonicalJson(old[name] ?? null),
  );
  return Object.fromEntries(changed);
}

export const isDraftChanged = (
  draft: OutcomeDraft,
  before: OutcomeDraft,
  moneyDigits: number,
): boolean => Object.keys(changedFields(draft, before, moneyDigits)).length > 0;

/** Whoever answers for an outcome works on it. */
const withOwner = ({ ownerId, memberIds }: OutcomeDraft): string[] =>
  ownerId === '' || memberIds.includes(ownerId) ? [...memberIds] : [ownerId, ...memberIds];

const slaJson = ({ to, minutes, fromDay }: Sla): Json => ({ to, minutes, fromDay });
