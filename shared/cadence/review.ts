import { FIRST_DAY, isDayKey } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import {
  choiceOf,
  dayOf,
  flagOf,
  instantOf,
  numberOf,
  prefixedFields,
  textOf,
} from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

export const REVIEW_KINDS = ['weekly', 'monthly'] as const;
/** A team's week of output and priorities; a member's month of performance and improvement. */
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What is written down in each kind of review, in the order in which it is talked about. */
export const REVIEW_TOPICS = {
  weekly: ['output', 'priorities'],
  monthly: ['strengths', 'improve', 'support'],
} as const satisfies Record<ReviewKind, readonly string[]>;
export type ReviewTopic = (typeof REVIEW_TOPICS)[ReviewKind][number];

/** The reviews that follow one another: of a cadence or of none, and for a month of whom. */
export interface ReviewSeries {
  readonly kind: ReviewKind;
  /** Empty where they are held without a schedule. */
  readonly cadenceId: string;
  /** Whose performance it is about; empty where it is the team's. */
  readonly memberId: string;
}

/** One review: its series and the days that it looks at, both included. */
export interface ReviewRef extends ReviewSeries {
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
}

export interface ReviewDecision {
  readonly id: string;
  readonly text: string;
  readonly atMs: number;
}

/** What was agreed, as it was put down; what became of it is the `reviewAction` of the same id. */
export interface AgreedAction extends ReviewDecision {
  readonly ownerId: string;
  readonly dueDay: DayKey;
}

/**
 * A review as it is being prepared, was held, or was skipped. Record type `review`, id = `reviewId`. While
 * it is prepared it is the managers' own; a member's is written into that member's audience when it is
 * held, and the managers' copy says so (`moved`).
 */
export interface Review extends ReviewRef {
  readonly id: string;
  readonly heldAtMs: number | null;
  readonly heldById: string;
  readonly skippedAtMs: number | null;
  readonly skipReason: string;
  readonly notes: Readonly<Record<ReviewTopic, string>>;
  readonly decisions: readonly ReviewDecision[];
  readonly actions: readonly AgreedAction[];
  /** What was on screen when it was held (see `review-figures.ts`); undefined before. */
  readonly figures: Json | undefined;
  readonly isMoved: boolean;
}

export const REVIEW_TYPE = 'review';

/** Names the series for ever; a member's id holds no dot, nor does a cadence's. */
export const seriesId = ({ kind, cadenceId, memberId }: ReviewSeries): string =>
  `${cadenceId || kind}${memberId && `.${memberId}`}`;

export const reviewId = (ref: ReviewRef): string => `${seriesId(ref)}.${ref.fromDay}`;

export function reviewFrom({ id, fields }: RecordState): Review {
  return {
    id,
    kind: choiceOf(fields, 'kind', REVIEW_KINDS, 'weekly'),
    cadenceId: textOf(fields, 'cadenceId'),
    memberId: textOf(fields, 'memberId'),
    fromDay: dayOf(fields, 'fromDay') || dayOfId(id),
    toDay: dayOf(fields, 'toDay') || dayOfId(id),
    heldAtMs: instantOf(fields, 'heldAtMs'),
    heldById: textOf(fields, 'heldById'),
    skippedAtMs: instantOf(fields, 'skippedAtMs'),
    skipReason: textOf(fields, 'skipReason'),
    notes: {
      output: textOf(fields, 'note.output'),
      priorities: textOf(fields, 'note.priorities'),
      strengths: textOf(fields, 'note.strengths'),
      improve: textOf(fields, 'note.improve'),
      support: textOf(fields, 'note.support'),
    },
    decisions: inOrder(fields, 'decision', readDecision),
    actions: inOrder(fields, 'action', (each, own) => ({
      ...readDecision(each, own),
      ownerId: textOf(own, 'ownerId'),
      dueDay: dayOf(own, 'dueDay'),
    })),
    figures: fields['figures'],
    isMoved: flagOf(fields, 'moved'),
  };
}

/** No version of the program writes an id without its day: such a one is before every other. */
function dayOfId(id: string): DayKey {
  const day = id.slice(id.lastIndexOf('.') + 1);
  return isDayKey(day) ? day : FIRST_DAY;
}

export type ReviewState = 'open' | 'held' | 'skipped';

/** Held after it was skipped is held. */
export const reviewState = ({
  heldAtMs,
  skippedAtMs,
}: Pick<Review, 'heldAtMs' | 'skippedAtMs'>): ReviewState =>
  heldAtMs !== null ? 'held' : skippedAtMs !== null ? 'skipped' : 'open';

const readDecision = (id: string, fields: Fields): ReviewDecision => ({
  id,
  text: textOf(fields, 'text'),
  atMs: numberOf(fields, 'atMs') ?? 0,
});

/** Fields named `<prefix>.<id>`, as they were put down; what was taken out again is not in it. */
function inOrder<T extends ReviewDecision>(
  fields: Fields,
  prefix: string,
  read: (id: string, own: Fields) => T,
): readonly T[] {
  return [...prefixedFields(fields, prefix)]
    .filter(([, own]) => !flagOf(own, 'deleted'))
    .map(([id, own]) => read(id, own))
    .toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}
