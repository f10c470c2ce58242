import type { DayKey } from '../day.ts';
import { choiceOf, dayOf, flagOf, instantOf, numberOf, textOf } from '../record-fields.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

const VERDICTS = ['accepted', 'returned', 'skipped'] as const;
/** What came of looking at a drawn deliverable; `skipped` is what cannot be judged, and counts for nothing. */
export type Verdict = (typeof VERDICTS)[number];

/**
 * A manager's verdict on one drawn deliverable. Record type `qualityCheck`, audience `m-<member>`: whose
 * work it is reads it, and cannot read the sample, so it says itself what it is about. Its id is the
 * deliverable's and the sample's: two managers who look at the same one write one record.
 */
export interface QualityCheck {
  readonly id: string;
  readonly memberId: string;
  readonly sampleId: string;
  readonly deliverableId: string;
  readonly outcomeId: string;
  /** What the work was called, for readers that do not have it any more. */
  readonly title: string;
  /** The day of completion of what was looked at. */
  readonly day: DayKey;
  readonly verdict: Verdict;
  /** Of the team's list; empty where the note alone says it. */
  readonly reasonId: string;
  /** The reason in the words that it had then. */
  readonly reason: string;
  readonly note: string;
  /** How many pieces were looked at: the deliverable's quantity then. */
  readonly quantity: number;
  /** How many of them are wrong. */
  readonly errorCount: number;
  readonly checkedAtMs: number;
  readonly checkedById: string;
  readonly isDeleted: boolean;
}

export const QUALITY_CHECK_TYPE = 'qualityCheck';

/** Begins with the deliverable: what was said of one is found by the beginning of its key. */
export const qualityCheckId = (deliverableId: string, sampleId: string): string =>
  `${deliverableId}.${sampleId}`;

export function qualityCheckFrom({ id, audience, fields }: RecordState): QualityCheck {
  const verdict = choiceOf(fields, 'verdict', VERDICTS, 'skipped');
  const quantity = Math.max(0, numberOf(fields, 'quantity') ?? 1);
  const errorCount = Math.max(0, numberOf(fields, 'errorCount') ?? 0);
  return {
    id,
    memberId: audienceMember(audience) ?? '',
    sampleId: textOf(fields, 'sampleId'),
    deliverableId: textOf(fields, 'deliverableId'),
    outcomeId: textOf(fields, 'outcomeId'),
    title: textOf(fields, 'title'),
    day: dayOf(fields, 'day'),
    verdict,
    reasonId: textOf(fields, 'reasonId'),
    reason: textOf(fields, 'reason'),
    note: textOf(fields, 'note'),
    quantity,
    errorCount: verdict === 'returned' ? Math.min(quantity, errorCount) : 0,
    checkedAtMs: instantOf(fields, 'checkedAtMs') ?? 0,
    checkedById: textOf(fields, 'checkedById'),
    isDeleted: flagOf(fields, 'deleted'),
  };
}

/** Why something was returned, as one line: `Wrong price: the net price of row 3`. */
export const whyReturned = ({ reason, note }: Pick<QualityCheck, 'reason' | 'note'>): string =>
  [reason, note].filter((part) => part !== '').join(': ');
