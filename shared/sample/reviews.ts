import type { Cadence } from '../cadence/cadence.ts';
import { cadenceFrom } from '../cadence/cadence.ts';
import { occurrencesBetween } from '../cadence/occurrences.ts';
import type { CadenceOccurrence } from '../cadence/occurrences.ts';
import { reviewId, seriesId } from '../cadence/review.ts';
import type { ReviewRef } from '../cadence/review.ts';
import { addDays, dayIn } from '../day.ts';
import type { Json } from '../json.ts';
import type { Audience } from '../stream/change.ts';
import { memberAudience } from '../stream/change.ts';
import { SAMPLE_CADENCES } from './cadences.ts';
import type { Desk, TimedEdit } from './desk.ts';
import type { Person } from './people.ts';
import { figuresThen } from './review-figures.ts';
import { MONTHLY_TEXT, SKIP_REASON, WEEKLY_TEXTS } from './reviews-text.ts';
import type { ActionText, ReviewText } from './reviews-text.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** What is about an assistant is written by the manager too; who does an action says that it is done. */
type Write = (
  memberId: string,
  audience: Audience,
  atMs: number,
  type: string,
  id: string,
  fields: Record<string, Json>,
) => void;

export interface ReviewsSource {
  /** Everything that has been written so far, in the order of its time. */
  readonly edits: () => readonly TimedEdit[];
  readonly managerId: string;
  readonly memberId: (key: Person['key']) => string;
  readonly monthlyOf: Desk;
  readonly newId: () => string;
  readonly nowMs: number;
  readonly write: Write;
}

/**
 * The reviews that were held: two weekly ones with what they agreed, one before them that was skipped, and
 * one monthly. What is due now is left to the visitor. Figures are those of the sample at that instant.
 */
export function writeReviews(source: ReviewsSource): void {
  const { nowMs } = source;
  const edits = source.edits();
  const cadenceOf = (id: string): Cadence | undefined => {
    const made = edits.find(({ edit }) => edit.type === 'cadence' && edit.id === id);
    return made && cadenceFrom({ ...made.edit, stamp: '' });
  };
  const weekly = cadenceOf(SAMPLE_CADENCES.weekly);
  const monthly = cadenceOf(SAMPLE_CADENCES.monthly);
  if (!weekly || !monthly) return;
  const past = occurrencesBetween(weekly, nowMs - 60 * DAY_MS, nowMs);
  const [skipped, ...held] = past.slice(-WEEKLY_TEXTS.length - 2, -1);
  if (skipped) writeSkipped(source, refOf(weekly, '', skipped), skipped.atMs);
  for (const [at, occurrence] of held.entries()) {
    const text = WEEKLY_TEXTS[at];
    if (text) writeHeld(source, refOf(weekly, '', occurrence), occurrence, text);
  }
  const month = occurrencesBetween(monthly, nowMs - 60 * DAY_MS, nowMs - DAY_MS).at(-1);
  const about = source.monthlyOf.memberId;
  if (month) writeHeld(source, refOf(monthly, about, month), month, MONTHLY_TEXT);
}

const refOf = (cadence: Cadence, memberId: string, { period }: CadenceOccurrence): ReviewRef => ({
  kind: cadence.kind === 'monthly' ? 'monthly' : 'weekly',
  cadenceId: cadence.id,
  memberId,
  ...period,
});

function writeSkipped({ managerId, write }: ReviewsSource, ref: ReviewRef, atMs: number): void {
  const skippedAtMs = atMs + 50 * MINUTE_MS;
  write(managerId, 'managers', skippedAtMs, 'review', reviewId(ref), {
    ...ref,
    skippedAtMs,
    skipReason: SKIP_REASON,
  });
}

function writeHeld(
  source: ReviewsSource,
  ref: ReviewRef,
  { atMs }: CadenceOccurrence,
  text: ReviewText,
): void {
  const { managerId, memberId, newId, write } = source;
  const heldAtMs = atMs + 34 * MINUTE_MS;
  const audience = ref.memberId === '' ? 'managers' : memberAudience(ref.memberId);
  const actions = text.actions.map((action) => ({ id: newId(), action }));
  const put = (fields: Record<string, Json>): void =>
    write(managerId, audience, heldAtMs, 'review', reviewId(ref), fields);
  put({
    ...ref,
    heldAtMs,
    heldById: managerId,
    ...fieldsOf('note', Object.entries(text.notes)),
    ...fieldsOf(
      'decision',
      text.decisions.map((said, at) => [newId(), { text: said, atMs: atMs + at * MINUTE_MS }]),
    ),
    ...fieldsOf(
      'action',
      actions.map(({ id, action }, at) => [
        id,
        {
          text: action.text,
          ownerId: memberId(action.owner),
          dueDay: dueOf(action, heldAtMs),
          atMs: atMs + at * MINUTE_MS,
        },
      ]),
    ),
  });
  put({ figures: figuresThen(source.edits(), ref, managerId, heldAtMs) });
  for (const { id, action } of actions) writeAction(source, ref, heldAtMs, id, action);
}

const fieldsOf = (prefix: string, all: readonly (readonly [string, Json])[]) =>
  Object.fromEntries(all.map(([id, value]) => [`${prefix}.${id}`, value]));

const dueOf = ({ dueInDays }: ActionText, heldAtMs: number): string =>
  addDays(dayIn('UTC', heldAtMs), dueInDays);

function writeAction(
  { managerId, memberId, write }: ReviewsSource,
  ref: ReviewRef,
  heldAtMs: number,
  id: string,
  action: ActionText,
): void {
  const ownerId = memberId(action.owner);
  const audience = ownerId === managerId ? 'managers' : memberAudience(ownerId);
  write(managerId, audience, heldAtMs, 'reviewAction', id, {
    reviewId: reviewId(ref),
    seriesId: seriesId(ref),
    ownerId,
    text: action.text,
    dueDay: dueOf(action, heldAtMs),
    agreedAtMs: heldAtMs,
  });
  if (!action.done) return;
  const doneAtMs = heldAtMs + action.done.afterDays * DAY_MS;
  write(ownerId, audience, doneAtMs, 'reviewAction', id, {
    doneAtMs,
    result: action.done.result,
  });
}
