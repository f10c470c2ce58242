import { choiceOf, flagOf, instantOf, numberOf, objectOf, textOf } from '../record-fields.ts';
import type { Json } from '../json.ts';
import type { Fields } from '../stream/change.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Step } from './step.ts';

export const SUGGESTION_KINDS = ['wrong', 'unclear', 'slow', 'better'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** What became of a suggestion. Stored as the field `decision`, written by a manager. */
export interface SuggestionDecision {
  readonly verdict: 'accepted' | 'declined';
  /** Why it was declined; what a manager says to whoever made it. */
  readonly reason: string;
  readonly byId: string;
  readonly atMs: number;
}

/** A proposed improvement to a step of an SOP. Record type `suggestion`, audience `m-<who suggests>`. */
export interface Suggestion {
  readonly id: string;
  readonly memberId: string;
  readonly sopId: string;
  /** The version that it was read in. */
  readonly versionId: string;
  /** The step it is about; empty for the whole SOP. */
  readonly stepId: string;
  /** The run in which it came up; empty outside one. */
  readonly runId: string;
  readonly kind: SuggestionKind;
  /** What is the matter, in the assistant's words. */
  readonly text: string;
  /** What the step should say instead; null where nothing is proposed. */
  readonly proposedTitle: string | null;
  readonly proposedHow: string | null;
  readonly proposedWhy: string | null;
  readonly atMs: number;
  readonly decision: SuggestionDecision | null;
  /** The version in which it was published; null before. */
  readonly publishedIn: number | null;
  readonly isDeleted: boolean;
}

export const SUGGESTION_TYPE = 'suggestion';

export const suggestionFrom = ({ id, audience, fields }: RecordState): Suggestion => ({
  id,
  memberId: audienceMember(audience) ?? '',
  sopId: textOf(fields, 'sopId'),
  versionId: textOf(fields, 'versionId'),
  stepId: textOf(fields, 'stepId'),
  runId: textOf(fields, 'runId'),
  kind: choiceOf(fields, 'kind', SUGGESTION_KINDS, 'unclear'),
  text: textOf(fields, 'text'),
  proposedTitle: proposedOf(fields, 'proposedTitle'),
  proposedHow: proposedOf(fields, 'proposedHow'),
  proposedWhy: proposedOf(fields, 'proposedWhy'),
  atMs: instantOf(fields, 'atMs') ?? 0,
  decision: decisionFrom(fields['decision']),
  publishedIn: numberOf(fields, 'publishedIn'),
  isDeleted: flagOf(fields, 'deleted'),
});

const proposedOf = (fields: Fields, name: string): string | null =>
  typeof fields[name] === 'string' ? fields[name] : null;

/** A stored `decision`; null where it is none. */
export function decisionFrom(value: Json | undefined): SuggestionDecision | null {
  const decision = objectOf(value);
  const verdict =
    decision && (['accepted', 'declined'] as const).find((v) => v === decision['verdict']);
  if (!decision || !verdict) return null;
  return {
    verdict,
    reason: textOf(decision, 'reason'),
    byId: textOf(decision, 'byId'),
    atMs: instantOf(decision, 'atMs') ?? 0,
  };
}

/** Where a suggestion stands for whoever made it. */
export type SuggestionState = 'waiting' | 'accepted' | 'published' | 'declined';

/** `published` once a version names it; accepted words may wait in the draft until then. */
export function suggestionState({
  decision,
  publishedIn,
}: Pick<Suggestion, 'decision' | 'publishedIn'>): SuggestionState {
  if (!decision) return 'waiting';
  if (decision.verdict === 'declined') return 'declined';
  return publishedIn === null ? 'accepted' : 'published';
}

export const isUndecided = (suggestion: Suggestion): boolean =>
  !suggestion.isDeleted && suggestion.decision === null;

/** The words of a step that somebody may propose to change. */
export type StepWords = Pick<Step, 'title' | 'how' | 'why'>;

export const STEP_WORDS = ['title', 'how', 'why'] as const satisfies readonly (keyof StepWords)[];

/** What is proposed, by the step's own names; null where a text stays as it is. */
export const proposedWords = ({
  proposedTitle,
  proposedHow,
  proposedWhy,
}: Pick<Suggestion, 'proposedTitle' | 'proposedHow' | 'proposedWhy'>): {
  readonly [Word in keyof StepWords]: string | null;
} => ({ title: proposedTitle, how: proposedHow, why: proposedWhy });

/** The step's words with what is proposed in their place. */
export function withProposal(step: StepWords, suggestion: Suggestion): StepWords {
  const { title, how, why } = proposedWords(suggestion);
  return { title: title ?? step.title, how: how ?? step.how, why: why ?? step.why };
}

/**
 * Whether a draft has done something about the step: it says what is proposed, or something else than what
 * was published. True of what proposes no words, and where there is nothing to compare.
 */
export function isTakenUp(
  suggestion: Suggestion,
  draft: StepWords | undefined,
  published: StepWords | undefined,
): boolean {
  const proposed = proposedWords(suggestion);
  const named = STEP_WORDS.filter((word) => proposed[word] !== null);
  if (named.length === 0 || !draft || !published) return true;
  return (
    named.every((word) => draft[word] === proposed[word]) ||
    STEP_WORDS.some((word) => draft[word] !== published[word])
  );
}

/**
 * What has become of the step since it was read: `changed` where its words are others than those that
 * the suggestion speaks of, `gone` where it was removed. `whole` is about no single step.
 */
export type StepStanding = 'same' | 'changed' | 'gone' | 'whole';

/** `read` is the step in the version that was read, undefined where that is unknown; `draft` as it is written now. */
export function stepStanding(
  { stepId }: Suggestion,
  read: StepWords | undefined,
  draft: StepWords | undefined,
): StepStanding {
  if (stepId === '') return 'whole';
  if (!draft) return 'gone';
  return !read || STEP_WORDS.every((word) => read[word] === draft[word]) ? 'same' : 'changed';
}
