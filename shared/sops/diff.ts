import type { Outline } from './draft-patch.ts';
import { longestCommon } from './longest-common.ts';
import type { OutlineItem } from './outline.ts';
import { outlineItems } from './outline.ts';
import type { Section } from './section.ts';
import type { Sop } from './sop.ts';
import type { Step } from './step.ts';

export const STEP_FIELDS = [
  'title',
  'how',
  'why',
  'kind',
  'isRequired',
  'rules',
  'options',
  'min',
  'max',
  'expectedMinutes',
  'url',
  'sopId',
  'waitOn',
  'waitMinutes',
] as const satisfies readonly (keyof Step)[];
export type StepField = (typeof STEP_FIELDS)[number];

export type RowChange = 'same' | 'added' | 'removed' | 'changed';

interface Row {
  readonly id: string;
  readonly change: RowChange;
  /** Whether it stands elsewhere among those that both have; a changed one may have moved too. */
  readonly isMoved: boolean;
}

/** A step beside what it was. Numbers count steps from 1; null on the side where it is not. */
export interface StepRow extends Row {
  readonly kind: 'step';
  readonly before: Step | null;
  readonly after: Step | null;
  readonly beforeNumber: number | null;
  readonly afterNumber: number | null;
  /** What is different; empty unless it is changed. */
  readonly fields: readonly StepField[];
}

export interface SectionRow extends Row {
  readonly kind: 'section';
  readonly before: Section | null;
  readonly after: Section | null;
}

export type DiffRow = StepRow | SectionRow;

/** What a comparison reads of a draft or a version. */
export interface Readable extends Outline {
  readonly title: string;
  readonly purpose: string;
}

/** Two states of one procedure beside each other. */
export interface SopDiff {
  readonly title: { readonly before: string; readonly after: string } | null;
  readonly purpose: { readonly before: string; readonly after: string } | null;
  /** In the new order; what is gone stands where it stood. */
  readonly rows: readonly DiffRow[];
}

/**
 * Compares two states of a procedure by the ids of their steps and sections. Of those that both have, the
 * longest sequence in the same order has stayed; the others have moved.
 */
export function sopDiff(before: Readable, after: Readable): SopDiff {
  return {
    title: before.title === after.title ? null : { before: before.title, after: after.title },
    purpose:
      before.purpose === after.purpose ? null : { before: before.purpose, after: after.purpose },
    rows: rowsOf(outlineItems(before), outlineItems(after)),
  };
}

export const isSame = ({ title, purpose, rows }: SopDiff): boolean =>
  title === null && purpose === null && rows.every(isUntouched);

export const isUntouched = ({ change, isMoved }: DiffRow): boolean => change === 'same' && !isMoved;

function rowsOf(before: readonly OutlineItem[], after: readonly OutlineItem[]): readonly DiffRow[] {
  const beforeByKey = new Map(before.map((item) => [keyOf(item), item]));
  const afterKeys = new Set(after.map(keyOf));
  const beforeNumbers = numbersOf(before);
  const afterNumbers = numbersOf(after);
  const common = before.map(keyOf).filter((key) => afterKeys.has(key));
  const stayed = new Set(
    stayedOf(
      common,
      after.map(keyOf).filter((key) => beforeByKey.has(key)),
    ),
  );
  const row = (was: OutlineItem | undefined, is: OutlineItem | undefined): DiffRow =>
    rowOf(was, is, {
      isMoved: was !== undefined && is !== undefined && !stayed.has(keyOf(is)),
      beforeNumber: (was && beforeNumbers.get(keyOf(was))) ?? null,
      afterNumber: (is && afterNumbers.get(keyOf(is))) ?? null,
    });
  const rows: DiffRow[] = [];
  let at = 0;
  // What stands in the old order up to the next item that stayed: of it, only what is gone is shown there.
  const addGone = (untilKey: string | null): void => {
    for (let item = before[at]; item && keyOf(item) !== untilKey; item = before[at]) {
      if (!afterKeys.has(keyOf(item))) rows.push(row(item, undefined));
      at += 1;
    }
    at += 1;
  };
  for (const item of after) {
    if (stayed.has(keyOf(item))) addGone(keyOf(item));
    rows.push(row(beforeByKey.get(keyOf(item)), item));
  }
  addGone(null);
  return rows;
}

/** A step and a section may have one id. */
const keyOf = ({ kind, id }: OutlineItem): string => `${kind}.${id}`;

function numbersOf(items: readonly OutlineItem[]): ReadonlyMap<string, number> {
  const steps = items.filter(({ kind }) => kind === 'step');
  return new Map(steps.map((item, index) => [keyOf(item), index + 1]));
}

/** Too many to be compared at leisure: what both begin and end with is all that has stayed. */
const MOST_CELLS = 4_000_000;

function stayedOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const pairs = longestCommon(before, after, MOST_CELLS) ?? [];
  return pairs.flatMap(([at]) => before[at] ?? []);
}

interface Place {
  readonly isMoved: boolean;
  readonly beforeNumber: number | null;
  readonly afterNumber: number | null;
}

function rowOf(was: OutlineItem | undefined, is: OutlineItem | undefined, place: Place): DiffRow {
  const { isMoved, beforeNumber, afterNumber } = place;
  const id = (is ?? was)?.id ?? '';
  if ((is ?? was)?.kind === 'section') {
    const before = was?.kind === 'section' ? was.section : null;
    const after = is?.kind === 'section' ? is.section : null;
    const isEqual = before?.title === after?.title;
    return {
      kind: 'section',
      id,
      before,
      after,
      isMoved,
      change: changeOf(before, after, isEqual),
    };
  }
  const before = was?.kind === 'step' ? was.step : null;
  const after = is?.kind === 'step' ? is.step : null;
  const fields = before && after ? changedFields(before, after) : [];
  const change = changeOf(before, after, fields.length === 0);
  return { kind: 'step', id, before, after, beforeNumber, afterNumber, fields, isMoved, change };
}

function changeOf(before: unknown, after: unknown, isEqual: boolean): RowChange {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return isEqual ? 'same' : 'changed';
}

const changedFields = (before: Step, after: Step): readonly StepField[] =>
  STEP_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

/** A draft as a comparison reads it. */
export const draftReadable = ({ title, purpose, draftSteps, draftSections }: Sop): Readable => ({
  title,
  purpose,
  steps: draftSteps,
  sections: draftSections,
});
