import type { Json } from '../json.ts';
import type { Fields } from '../stream/change.ts';
import { fieldPieces } from '../stream/field-pieces.ts';
import type { DayKey } from '../day.ts';
import type { Section } from './section.ts';
import { sectionFields, stepGroups } from './section.ts';
import { versionId } from './sop.ts';
import type { Credit, Sop, SopVersion } from './sop.ts';
import { EMPTY_STEP, stepFields, stepJson } from './step.ts';
import type { Step } from './step.ts';

export type SopState = 'draft' | 'published' | 'changed';

/** Distance between the orders of neighbouring steps, so that a move between two changes one step only. */
const ORDER_STEP = 1024;

export const newStep = (id: string, order: number): Step => ({ ...EMPTY_STEP, id, order });

/** The order of a step that is added at the end. */
export const orderAtEnd = (steps: readonly Step[]): number =>
  (steps.at(-1)?.order ?? 0) + ORDER_STEP;

/**
 * The steps whose order changes when the one at `from` moves to index `to`: that one alone, or all
 * where the gap between its new neighbours is used up.
 */
export function movedSteps(steps: readonly Step[], from: number, to: number): readonly Step[] {
  const moving = steps[from];
  if (!moving || to === from || to < 0 || to >= steps.length) return [];
  const rest = steps.toSpliced(from, 1);
  const before = rest[to - 1]?.order;
  const after = rest[to]?.order;
  if (before === undefined && after !== undefined)
    return [{ ...moving, order: after - ORDER_STEP }];
  if (before === undefined) return [];
  if (after === undefined) return [{ ...moving, order: before + ORDER_STEP }];
  const order = (before + after) / 2;
  if (order > before && order < after) return [{ ...moving, order }];
  return rest
    .toSpliced(to, 0, moving)
    .map((step, index) => ({ ...step, order: (index + 1) * ORDER_STEP }));
}

/** Whether a draft says something that its newest published version does not. */
export function sopState(sop: Sop, newest: SopVersion | null): SopState {
  if (sop.publishedVersion === 0 || !newest) return 'draft';
  const isSame =
    sop.title === newest.title &&
    sop.purpose === newest.purpose &&
    outline(sop.draftSteps, sop.draftSections) === outline(newest.steps, newest.sections);
  return isSame ? 'published' : 'changed';
}

/** Sections and steps as somebody reads them, to be compared. */
const outline = (steps: readonly Step[], sections: readonly Section[]): string =>
  JSON.stringify(
    stepGroups(steps, sections).map(({ section, steps: own }) => [
      section?.title ?? null,
      own.map(contentOf),
    ]),
  );

/** What is said of a version when it is published. */
export interface Publication {
  /** From `nextNumber`. */
  readonly number: number;
  /** Random: tells this publication from another one under the same number. */
  readonly token: string;
  readonly changeNote: string;
  readonly changeReason: string;
  readonly publishedById: string;
  readonly publishedAtMs: number;
  /** Empty is at once. */
  readonly effectiveOn: DayKey;
  /** Whose suggestions it takes up. */
  readonly credits: readonly Credit[];
}

/** An immutable version of the draft, as field sets that each fit into one change. */
export function versionPieces(
  sop: Sop,
  { number, token, credits, ...said }: Publication,
): { readonly id: string; readonly pieces: readonly Fields[] } {
  const parts = [
    ...credits.map(creditField),
    ...Object.entries(sectionFields(sop.draftSections)),
    ...Object.entries(stepFields(sop.draftSteps)),
  ];
  const { id: sopId, title, purpose } = sop;
  const head = { sopId, number, title, purpose, ...said, partCount: parts.length };
  const pieces = fieldPieces({ ...head, ...Object.fromEntries(parts) });
  return { id: versionId(sopId, number, token), pieces };
}

const creditField = ({ suggestionId, memberId, stepId }: Credit): readonly [string, Json] => [
  `credit.${suggestionId}`,
  { memberId, stepId },
];

/** Everything of a step that somebody reads: its place is told by the sequence, not by the number. */
const contentOf = (step: Step): Json => [step.id, stepJson({ ...step, order: 0 })];
