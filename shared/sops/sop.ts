import type { DayKey } from '../day.ts';
import {
  dayOf,
  flagOf,
  instantOf,
  numberOf,
  objectOf,
  prefixedFields,
  textOf,
} from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Section } from './section.ts';
import { sectionsOf } from './section.ts';
import type { Step } from './step.ts';
import { stepsOf } from './step.ts';

/** A draft that somebody is asked to read before it is published. Stored as the field `review`. */
export interface SopReview {
  readonly askedById: string;
  readonly askedAtMs: number;
  /** Who is asked; empty is any manager. */
  readonly reviewerId: string;
  /** What the asker wants looked at. */
  readonly note: string;
  /** The newest version at that time; empty where there was none. Once there is a newer one, it is over. */
  readonly afterVersionId: string;
}

/** A draft that its reviewer wants changed. Stored as the field `sentBack`. */
export interface SentBack {
  readonly byId: string;
  readonly atMs: number;
  /** What is to be changed. */
  readonly note: string;
  /** As of a review: once there is a newer version, it is settled. */
  readonly afterVersionId: string;
}

/** A procedure and its draft. Record type `sop`, audience `team`. */
export interface Sop {
  readonly id: string;
  readonly title: string;
  /** Why it exists. */
  readonly purpose: string;
  readonly outcomeId: string;
  readonly roleId: string;
  readonly ownerId: string;
  /** The number of the newest published version; 0 where there is none. */
  readonly publishedVersion: number;
  readonly reviewOn: DayKey;
  /** Days from a publication or a review to the next one; null where nobody said. */
  readonly reviewEveryDays: number | null;
  /** The last time that somebody asked; null where it was taken back or is over. See `sopStage`. */
  readonly review: SopReview | null;
  /** The last time that a reviewer sent the draft back; null where nobody did. See `sopStage`. */
  readonly sentBack: SentBack | null;
  readonly draftSteps: readonly Step[];
  readonly draftSections: readonly Section[];
  readonly isArchived: boolean;
}

/** Somebody whose suggestion a version takes up. Stored as the field `credit.<suggestionId>`. */
export interface Credit {
  readonly suggestionId: string;
  readonly memberId: string;
  readonly stepId: string;
}

/**
 * An immutable published version. Record type `sopVersion`, id = `versionId(...)`, audience `team`. Read all of an
 * SOP's by `versionsFrom`, which tells apart what two managers published under one number.
 */
export interface SopVersion {
  readonly id: string;
  readonly sopId: string;
  /** Unique in its SOP and rising; whole, but for one of several that were published apart under one number. */
  readonly number: number;
  readonly title: string;
  readonly purpose: string;
  /** What changed. */
  readonly changeNote: string;
  /** Why it changed. */
  readonly changeReason: string;
  readonly publishedById: string;
  readonly publishedAtMs: number;
  /** The member's day from which new runs begin with it; empty is at once. */
  readonly effectiveOn: DayKey;
  readonly credits: readonly Credit[];
  readonly steps: readonly Step[];
  readonly sections: readonly Section[];
}

/** `token` is random: no two publications share a record. Versions of older programs have none. */
export const versionId = (sopId: string, number: number, token = ''): string =>
  `${sopId}.v${number}${token && `.${token}`}`;

/** Of a record, what an SOP is read from. */
type SopFields = Pick<RecordState, 'id' | 'fields'> & Partial<RecordState>;

/** The steps are read when somebody asks for them: a plan holds thousands of drafts that nobody opens. */
export function sopFrom({ id, fields }: SopFields): Sop {
  let steps: readonly Step[] | undefined;
  let sections: readonly Section[] | undefined;
  return {
    id,
    title: textOf(fields, 'title'),
    purpose: textOf(fields, 'purpose'),
    outcomeId: textOf(fields, 'outcomeId'),
    roleId: textOf(fields, 'roleId'),
    ownerId: textOf(fields, 'ownerId'),
    publishedVersion: numberOf(fields, 'publishedVersion') ?? 0,
    reviewOn: dayOf(fields, 'reviewOn'),
    reviewEveryDays: positiveOf(fields, 'reviewEveryDays'),
    review: reviewOf(fields),
    sentBack: sentBackOf(fields),
    get draftSteps() {
      steps ??= stepsOf(fields);
      return steps;
    },
    get draftSections() {
      sections ??= sectionsOf(fields);
      return sections;
    },
    isArchived: flagOf(fields, 'archived') || flagOf(fields, 'deleted'),
  };
}

function positiveOf(fields: Fields, name: string): number | null {
  const value = numberOf(fields, name);
  return value !== null && value > 0 ? value : null;
}

function reviewOf(fields: Fields): SopReview | null {
  const review = objectOf(fields['review']);
  const askedAtMs = review && instantOf(review, 'askedAtMs');
  if (!review || askedAtMs === null) return null;
  return {
    askedById: textOf(review, 'askedById'),
    askedAtMs,
    reviewerId: textOf(review, 'reviewerId'),
    note: textOf(review, 'note'),
    afterVersionId: textOf(review, 'afterVersionId'),
  };
}

function sentBackOf(fields: Fields): SentBack | null {
  const sentBack = objectOf(fields['sentBack']);
  const atMs = sentBack && instantOf(sentBack, 'atMs');
  if (!sentBack || atMs === null) return null;
  return {
    byId: textOf(sentBack, 'byId'),
    atMs,
    note: textOf(sentBack, 'note'),
    afterVersionId: textOf(sentBack, 'afterVersionId'),
  };
}

/** The steps are read when somebody asks for them, as a draft's are. */
export function sopVersionFrom(
  { id, fields }: RecordState,
  number = numberOf(fields, 'number') ?? 0,
): SopVersion {
  let steps: readonly Step[] | undefined;
  let sections: readonly Section[] | undefined;
  return {
    id,
    sopId: textOf(fields, 'sopId'),
    number,
    title: textOf(fields, 'title'),
    purpose: textOf(fields, 'purpose'),
    changeNote: textOf(fields, 'changeNote'),
    changeReason: textOf(fields, 'changeReason'),
    publishedById: textOf(fields, 'publishedById'),
    publishedAtMs: instantOf(fields, 'publishedAtMs') ?? 0,
    effectiveOn: dayOf(fields, 'effectiveOn'),
    credits: creditsOf(fields),
    get steps() {
      steps ??= stepsOf(fields);
      return steps;
    },
    get sections() {
      sections ??= sectionsOf(fields);
      return sections;
    },
  };
}

function creditsOf(fields: Fields): readonly Credit[] {
  return [...prefixedFields(fields, 'credit')].map(([suggestionId, credit]) => ({
    suggestionId,
    memberId: textOf(credit, 'memberId'),
    stepId: textOf(credit, 'stepId'),
  }));
}

/** The version that a run begun on `day` follows: the greatest number that is in force; undefined before the first. */
export function versionInForce(
  versions: readonly SopVersion[],
  day: DayKey,
): SopVersion | undefined {
  let inForce: SopVersion | undefined;
  for (const version of versions) {
    if (version.effectiveOn > day) continue;
    if (!inForce || version.number > inForce.number) inForce = version;
  }
  return inForce;
}
