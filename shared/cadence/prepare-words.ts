import type { DayKey } from '../day.ts';
import type { DayRange } from '../metrics/period.ts';
import { suggestionState } from '../sops/suggestion.ts';
import type { Suggestion } from '../sops/suggestion.ts';
import { actionState } from './review-action.ts';
import type { ReviewAction } from './review-action.ts';
import type { WorkNames } from './prepare-work.ts';
import type { ActionFigure, SuggestionFigure, VersionFigure } from './review-figures.ts';

/** A published version of a procedure and the day from which it holds. */
export interface VersionInForce {
  readonly sopId: string;
  readonly title: string;
  readonly number: number;
  readonly day: DayKey;
}

/** What people said and agreed, beside the figures. */
export interface WordsSource {
  readonly names: WorkNames;
  readonly sopTitle: (id: string) => string;
  readonly versions: readonly VersionInForce[];
  readonly suggestions: readonly Suggestion[];
  /** What earlier reviews agreed (see `actionsToGoThrough`). */
  readonly actions: readonly ReviewAction[];
  readonly today: DayKey;
}

/** What came into force within the days, earliest first. */
export const versionsIn = (
  { versions }: WordsSource,
  { fromDay, toDay }: DayRange,
): readonly VersionFigure[] =>
  versions
    .filter(({ day }) => fromDay <= day && day <= toDay)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.title.localeCompare(b.title)));

export const suggestionFigure = (
  suggestion: Suggestion,
  { names, sopTitle }: WordsSource,
): SuggestionFigure => ({
  id: suggestion.id,
  sopId: suggestion.sopId,
  sop: sopTitle(suggestion.sopId),
  member: names.member(suggestion.memberId),
  kind: suggestion.kind,
  text: suggestion.text,
  atMs: suggestion.atMs,
  state: suggestionState(suggestion),
});

export const actionFigure = (
  action: ReviewAction,
  { names, today }: WordsSource,
): ActionFigure => ({
  id: action.id,
  text: action.text,
  ownerId: action.ownerId,
  owner: names.member(action.ownerId),
  dueDay: action.dueDay,
  state: actionState(action, today),
  result: action.result,
});
