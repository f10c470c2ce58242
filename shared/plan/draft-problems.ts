import type { MeasureDraft } from './measure-draft.ts';
import { measureOf } from './measure-draft.ts';
import { SLA_STAGES } from './outcome.ts';
import type { OutcomeDraft } from './outcome-draft.ts';
import type { OutcomePlace, OutcomeProblemCode, OutcomeSurroundings } from './outcome-problems.ts';
import {
  calendarProblemsOf,
  dayProblems,
  measureProblems,
  peopleProblems,
  promiseProblems,
} from './outcome-problems.ts';
import { isPlanDay } from './plan-limits.ts';
import { isPromiseChanged, promisedMinutes, slasAfter } from './promise-draft.ts';

/** What only something unfinished can have wrong; the rest is what is wrong in a stored outcome too. */
export type DraftProblemCode =
  | OutcomeProblemCode
  | 'name-missing'
  | 'name-taken'
  | 'statement-missing'
  | 'unit-missing'
  | 'target-missing'
  | 'scale-missing'
  | 'sample-out-of-range'
  | 'promise-missing'
  | 'day-missing';

/** The first thing that is wrong at each place. */
export type DraftProblems = ReadonlyMap<OutcomePlace, DraftProblemCode>;

interface DraftSurroundings extends OutcomeSurroundings {
  /** The names of the other outcomes that are asked for. */
  readonly otherNames: readonly string[];
  readonly moneyDigits: number;
}

/**
 * What keeps a draft from being saved. An outcome without an owner may be written down: it is
 * shown as unowned until somebody takes it.
 */
export function draftProblems(draft: OutcomeDraft, around: DraftSurroundings): DraftProblems {
  const problems = new Map<OutcomePlace, DraftProblemCode>();
  const add = (place: OutcomePlace, code: DraftProblemCode) => {
    if (code !== 'owner-none' && !problems.has(place)) problems.set(place, code);
  };
  const name = draft.name.trim().toLowerCase();
  if (draft.statement.trim() === '') add('statement', 'statement-missing');
  if (name === '') add('name', 'name-missing');
  else if (around.otherNames.some((other) => other.trim().toLowerCase() === name)) {
    add('name', 'name-taken');
  }
  if (draft.unit.trim() === '') add('unit', 'unit-missing');
  for (const [index, measure] of draft.measures.entries()) {
    addMeasureProblems(measure, index, around.moneyDigits, add);
  }
  addPromiseProblems(draft, add);
  const said = {
    ...draft,
    memberIds: [...draft.memberIds, ...(draft.ownerId === '' ? [] : [draft.ownerId])],
    slas: slasAfter(draft.slas, draft.promises),
    measures: draft.measures.flatMap((each) => measureOf(each, around.moneyDigits) ?? []),
  };
  for (const { place, code } of [
    ...calendarProblemsOf(said, around),
    ...peopleProblems(said, around),
    ...dayProblems(draft.startsOn),
  ]) {
    add(place, code);
  }
  return problems;
}

type Add = (place: OutcomePlace, code: DraftProblemCode) => void;

function addMeasureProblems(draft: MeasureDraft, index: number, digits: number, add: Add): void {
  const { kind, target, scaleMax, isSampled, samplePercent } = draft;
  if (target === null) add(`measure.${index}.target`, 'target-missing');
  if (kind === 'score' && scaleMax === null) add(`measure.${index}.scale`, 'scale-missing');
  if (isSampled && !(samplePercent !== null && samplePercent > 0 && samplePercent <= 100)) {
    add(`measure.${index}.sample`, 'sample-out-of-range');
  }
  const measure = measureOf({ ...draft, target: target ?? 1, isSampled: false }, digits);
  for (const { place, code } of measure ? measureProblems(measure, index) : []) add(place, code);
}

function addPromiseProblems({ promises, slas }: OutcomeDraft, add: Add): void {
  for (const to of SLA_STAGES) {
    const promise = promises[to];
    const minutes = promisedMinutes(promise);
    if (minutes === null) add(`promise.${to}.amount`, 'promise-missing');
    else if (promise.isOn && minutes <= 0) add(`promise.${to}.amount`, 'promise-not-positive');
    if (!isPromiseChanged(promise, slas, to)) continue;
    if (promise.fromDay === '') add(`promise.${to}.day`, 'day-missing');
    else if (!isPlanDay(promise.fromDay)) add(`promise.${to}.day`, 'day-beyond-limits');
  }
  for (const { place, code } of promiseProblems(slasAfter(slas, promises))) add(place, code);
}
