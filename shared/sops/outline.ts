import type { Outline } from './draft-patch.ts';
import type { Section } from './section.ts';
import type { Step } from './step.ts';
import { byOrder } from './step.ts';

/** A heading or a step, as they stand under each other. */
export type OutlineItem =
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly order: number;
      readonly section: Section;
    }
  | { readonly kind: 'step'; readonly id: string; readonly order: number; readonly step: Step };

/** Distance between the orders of neighbours, so that a move between two changes what is moved only. */
const ORDER_STEP = 1024;

/** Headings and steps in their one order. */
export const outlineItems = ({ steps, sections }: Outline): readonly OutlineItem[] =>
  [
    ...sections.map((section) => ({
      kind: 'section' as const,
      id: section.id,
      order: section.order,
      section,
    })),
    ...steps.map((step) => ({ kind: 'step' as const, id: step.id, order: step.order, step })),
  ].toSorted(byOrder);

/** The items that go along when one is moved: a section takes its steps. */
export function movedTogether(
  items: readonly OutlineItem[],
  itemId: string,
): readonly OutlineItem[] {
  const at = items.findIndex(({ id }) => id === itemId);
  const item = items[at];
  if (!item) return [];
  if (item.kind === 'step') return [item];
  const next = items.findIndex((other, index) => index > at && other.kind === 'section');
  return items.slice(at, next < 0 ? items.length : next);
}

/**
 * The outline with `moving` (which stand together in `items`) before what is at `toIndex` of the items
 * without them. Only what moves gets a new order, or everything where the gap is used up.
 */
export function placed(
  items: readonly OutlineItem[],
  moving: readonly OutlineItem[],
  toIndex: number,
): readonly OutlineItem[] {
  const movingIds = new Set(moving.map(({ id }) => id));
  const rest = items.filter(({ id }) => !movingIds.has(id));
  const at = Math.max(0, Math.min(toIndex, rest.length));
  const orders = ordersBetween(rest[at - 1]?.order, rest[at]?.order, moving.length);
  if (orders) {
    const reordered = moving.map((item, index) => withOrder(item, orders[index] ?? 0));
    return rest.toSpliced(at, 0, ...reordered);
  }
  return rest
    .toSpliced(at, 0, ...moving)
    .map((item, index) => withOrder(item, (index + 1) * ORDER_STEP));
}

export const outlineOf = (items: readonly OutlineItem[]): Outline => ({
  steps: items.flatMap((item) => (item.kind === 'step' ? [item.step] : [])),
  sections: items.flatMap((item) => (item.kind === 'section' ? [item.section] : [])),
});

/** The same outline with ids of its own, which its rules name too; `newId` gives one at each call. */
export function copiedOutline({ steps, sections }: Outline, newId: () => string): Outline {
  const idOf = new Map(steps.map(({ id }) => [id, newId()]));
  return {
    steps: steps.map((step) => ({
      ...step,
      id: idOf.get(step.id) ?? step.id,
      rules: step.rules.map((rule) => ({
        ...rule,
        tests: rule.tests.map((test) => ({
          ...test,
          stepId: idOf.get(test.stepId) ?? test.stepId,
        })),
      })),
    })),
    sections: sections.map((section) => ({ ...section, id: newId() })),
  };
}

/** Null where there is no room for numbers that differ. */
function ordersBetween(
  before: number | undefined,
  after: number | undefined,
  count: number,
): readonly number[] | null {
  const from = before ?? (after === undefined ? 0 : after - ORDER_STEP * (count + 1));
  const to = after ?? from + ORDER_STEP * (count + 1);
  const orders = Array.from(
    { length: count },
    (_, index) => from + ((to - from) * (index + 1)) / (count + 1),
  );
  const all = [from, ...orders, to];
  const isRising = all.every((order, index) => index === 0 || order > (all[index - 1] ?? 0));
  return isRising ? orders : null;
}

function withOrder(item: OutlineItem, order: number): OutlineItem {
  if (item.order === order) return item;
  return item.kind === 'step'
    ? { ...item, order, step: { ...item.step, order } }
    : { ...item, order, section: { ...item.section, order } };
}

/** Where `placed` puts what is moved by one place; null at either end. A section goes past a whole section. */
export function stepwiseIndex(
  items: readonly OutlineItem[],
  itemId: string,
  direction: 'up' | 'down',
): number | null {
  const moving = movedTogether(items, itemId);
  const [first] = moving;
  if (!first) return null;
  const at = items.findIndex(({ id }) => id === itemId);
  const rest = items.toSpliced(at, moving.length);
  if (direction === 'up') {
    if (at === 0) return null;
    if (first.kind === 'step') return at - 1;
    return Math.max(0, items.slice(0, at).findLastIndex(isSection));
  }
  if (at >= rest.length) return null;
  if (first.kind === 'step') return at + 1;
  const next = rest.findIndex((item, index) => index > at && isSection(item));
  return next < 0 ? rest.length : next;
}

const isSection = ({ kind }: OutlineItem): boolean => kind === 'section';

/** Where `placed` puts what is dropped before or after an item; null where it is dropped on itself. */
export function droppedIndex(
  items: readonly OutlineItem[],
  itemId: string,
  target: { readonly itemId: string; readonly edge: 'top' | 'bottom' },
): number | null {
  const movingIds = new Set(movedTogether(items, itemId).map(({ id }) => id));
  if (movingIds.has(target.itemId)) return null;
  const rest = items.filter(({ id }) => !movingIds.has(id));
  const at = rest.findIndex(({ id }) => id === target.itemId);
  if (at < 0) return null;
  return target.edge === 'top' ? at : at + 1;
}
