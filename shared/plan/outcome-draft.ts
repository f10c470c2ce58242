import type { Json } from '../json.ts';
import type { Fields } from '../stream/change.ts';
import type { Measure, Outcome, Period, RoleFamily, Sla } from './outcome.ts';
import { PLAIN_MEASURE } from './outcome.ts';

/** An outcome as it stands in the editor: numbers are null while their field is empty. */
export interface OutcomeDraft {
  readonly name: string;
  readonly statement: string;
  readonly why: string;
  readonly unit: string;
  readonly family: RoleFamily;
  readonly client: string;
  readonly ownerId: string;
  readonly memberIds: readonly string[];
  readonly hasTarget: boolean;
  readonly target: number | null;
  readonly period: Period;
  readonly hasAccuracy: boolean;
  /** In percent, as it is typed. */
  readonly accuracyPercent: number | null;
  readonly hasSla: boolean;
  readonly slaTo: Sla['to'];
  /** Working hours, as they are typed. */
  readonly slaHours: number | null;
  readonly calendarId: string;
}

export type OutcomeProblem =
  | 'name-missing'
  | 'name-taken'
  | 'statement-missing'
  | 'unit-missing'
  | 'target-missing'
  | 'target-not-positive'
  | 'accuracy-missing'
  | 'accuracy-out-of-range'
  | 'sla-missing'
  | 'sla-not-positive'
  | 'members-missing';

export type OutcomeProblems = Partial<Record<keyof OutcomeDraft, OutcomeProblem>>;

export const EMPTY_OUTCOME: OutcomeDraft = {
  name: '',
  statement: '',
  why: '',
  unit: '',
  family: 'operations',
  client: '',
  ownerId: '',
  memberIds: [],
  hasTarget: true,
  target: null,
  period: 'day',
  hasAccuracy: false,
  accuracyPercent: null,
  hasSla: false,
  slaTo: 'completed',
  slaHours: null,
  calendarId: '',
};

export function draftOf(outcome: Outcome): OutcomeDraft {
  const quantity = outcome.measures.find(isQuantity);
  const accuracy = outcome.measures.find(isAccuracy);
  const sla = outcome.slas.at(-1);
  return {
    name: outcome.name,
    statement: outcome.statement,
    why: outcome.why,
    unit: outcome.unit,
    family: outcome.family,
    client: outcome.client,
    ownerId: outcome.ownerId,
    memberIds: outcome.memberIds,
    calendarId: outcome.calendarId,
    hasTarget: quantity !== undefined,
    target: quantity?.target ?? null,
    period: quantity?.period ?? 'day',
    hasAccuracy: accuracy !== undefined,
    accuracyPercent: accuracy ? rounded(accuracy.target * 100) : null,
    hasSla: sla !== undefined,
    slaTo: sla?.to ?? 'completed',
    slaHours: sla ? rounded(sla.minutes / 60) : null,
  };
}

/** What keeps a draft from being saved, by field. `otherNames` are those of the other outcomes. */
export function outcomeProblems(
  draft: OutcomeDraft,
  otherNames: readonly string[],
): OutcomeProblems {
  const problems: OutcomeProblems = {};
  const name = draft.name.trim().toLowerCase();
  if (name === '') problems.name = 'name-missing';
  else if (otherNames.some((other) => other.trim().toLowerCase() === name)) {
    problems.name = 'name-taken';
  }
  if (draft.statement.trim() === '') problems.statement = 'statement-missing';
  if (draft.unit.trim() === '') problems.unit = 'unit-missing';
  if (draft.hasTarget) {
    if (draft.target === null) problems.target = 'target-missing';
    else if (draft.target <= 0) problems.target = 'target-not-positive';
    else if (draft.memberIds.length === 0 && draft.ownerId === '') {
      problems.memberIds = 'members-missing';
    }
  }
  if (draft.hasAccuracy) {
    const percent = draft.accuracyPercent;
    if (percent === null) problems.accuracyPercent = 'accuracy-missing';
    else if (percent <= 0 || percent > 100) problems.accuracyPercent = 'accuracy-out-of-range';
  }
  if (draft.hasSla) {
    if (draft.slaHours === null) problems.slaHours = 'sla-missing';
    else if (draft.slaHours <= 0) problems.slaHours = 'sla-not-positive';
  }
  return problems;
}

/** The fields of a draft without problems; measures that the editor does not show stay as they were. */
export function outcomeFields(draft: OutcomeDraft, before: Outcome | null): Fields {
  const members = draft.ownerId === '' ? [] : [draft.ownerId];
  return {
    name: draft.name.trim(),
    statement: draft.statement.trim(),
    why: draft.why.trim(),
    unit: draft.unit.trim(),
    family: draft.family,
    client: draft.client.trim(),
    ownerId: draft.ownerId,
    memberIds: [...new Set([...members, ...draft.memberIds])],
    calendarId: draft.calendarId,
    measures: measuresOf(draft, before).map(measureJson),
    sla:
      draft.hasSla && draft.slaHours !== null
        ? { to: draft.slaTo, minutes: Math.round(draft.slaHours * 60) }
        : null,
  };
}

function measuresOf(draft: OutcomeDraft, before: Outcome | null): readonly Measure[] {
  const { period, target, accuracyPercent } = draft;
  const others = (before?.measures ?? []).filter((each) => !isQuantity(each) && !isAccuracy(each));
  const measures: Measure[] = [];
  if (draft.hasTarget && target !== null) {
    measures.push({ ...PLAIN_MEASURE, kind: 'quantity', target, period });
  }
  if (draft.hasAccuracy && accuracyPercent !== null) {
    const ratio = rounded(accuracyPercent) / 100;
    measures.push({ ...PLAIN_MEASURE, kind: 'accuracy', target: ratio, period });
  }
  return [...measures, ...others];
}

const measureJson = ({ kind, direction, target, period }: Measure): Json => ({
  kind,
  direction,
  target,
  period,
});
const isQuantity = (measure: Measure): boolean => measure.kind === 'quantity';
const isAccuracy = (measure: Measure): boolean => measure.kind === 'accuracy';
/** Percentages and hours are typed with two decimals at most: 0.99 × 100 reads as 99. */
const rounded = (value: number): number => Math.round(value * 100) / 100;
