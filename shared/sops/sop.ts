import type { DayKey } from '../day.ts';
import { choiceOf, flagOf, numberOf, prefixedFields, textOf, textsOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

export const STEP_KINDS = ['tick', 'text', 'number', 'choice'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One step: what to do, how, and why. Stored as the field `step.<id>` of an `sop` (draft) or `sopVersion`. */
export interface Step {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  /** Markdown. */
  readonly how: string;
  readonly why: string;
  readonly kind: StepKind;
  readonly isRequired: boolean;
  readonly options: readonly string[];
  readonly min: number | null;
  readonly max: number | null;
  readonly expectedMinutes: number | null;
}

/** A procedure and its draft. Record type `sop`, audience `team`. */
export interface Sop {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly outcomeId: string;
  readonly ownerId: string;
  /** The number of the newest published version; 0 where there is none. */
  readonly publishedVersion: number;
  readonly reviewOn: DayKey;
  readonly draftSteps: readonly Step[];
  readonly isArchived: boolean;
}

/** An immutable published version. Record type `sopVersion`, id = `versionId(sop, number)`, audience `team`. */
export interface SopVersion {
  readonly id: string;
  readonly sopId: string;
  readonly number: number;
  readonly title: string;
  readonly purpose: string;
  readonly changeNote: string;
  readonly publishedAtMs: number;
  readonly steps: readonly Step[];
}

export const versionId = (sopId: string, number: number): string => `${sopId}.v${number}`;

export const sopFrom = ({ id, fields }: RecordState): Sop => ({
  id,
  title: textOf(fields, 'title'),
  purpose: textOf(fields, 'purpose'),
  outcomeId: textOf(fields, 'outcomeId'),
  ownerId: textOf(fields, 'ownerId'),
  publishedVersion: numberOf(fields, 'publishedVersion') ?? 0,
  reviewOn: textOf(fields, 'reviewOn'),
  draftSteps: stepsOf(fields),
  isArchived: flagOf(fields, 'archived') || flagOf(fields, 'deleted'),
});

export const sopVersionFrom = ({ id, fields }: RecordState): SopVersion => ({
  id,
  sopId: textOf(fields, 'sopId'),
  number: numberOf(fields, 'number') ?? 0,
  title: textOf(fields, 'title'),
  purpose: textOf(fields, 'purpose'),
  changeNote: textOf(fields, 'changeNote'),
  publishedAtMs: numberOf(fields, 'publishedAtMs') ?? 0,
  steps: stepsOf(fields),
});

function stepsOf(fields: Fields): readonly Step[] {
  const steps: Step[] = [];
  for (const [id, step] of prefixedFields(fields, 'step')) {
    if (flagOf(step, 'deleted')) continue;
    steps.push({
      id,
      order: numberOf(step, 'order') ?? 0,
      title: textOf(step, 'title'),
      how: textOf(step, 'how'),
      why: textOf(step, 'why'),
      kind: choiceOf(step, 'kind', STEP_KINDS, 'tick'),
      isRequired: step['required'] !== false,
      options: textsOf(step, 'options'),
      min: numberOf(step, 'min'),
      max: numberOf(step, 'max'),
      expectedMinutes: numberOf(step, 'expectedMinutes'),
    });
  }
  return steps.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
