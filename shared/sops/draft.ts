import type { Json } from '../json.ts';
import type { Fields } from '../stream/change.ts';
import { versionId } from './sop.ts';
import type { Sop, SopVersion, Step } from './sop.ts';

export type SopState = 'draft' | 'published' | 'changed';

export type PublishProblem =
  | 'title-missing'
  | 'no-steps'
  | 'step-untitled'
  | 'choice-without-options'
  | 'limits-crossed';

/** Distance between the orders of neighbouring steps, so that a move between two changes one step only. */
const ORDER_STEP = 1024;

/** Half of what one change may carry: escaping and the frame around fields need room too. */
const PIECE_BYTES = 30 * 1024;

export const newStep = (id: string, order: number): Step => ({
  id,
  order,
  title: '',
  how: '',
  why: '',
  kind: 'tick',
  isRequired: true,
  options: [],
  min: null,
  max: null,
  expectedMinutes: null,
});

/** A step as its field's value; `required` is stored only where it is not. */
const stepJson = (step: Step): Json => ({
  order: step.order,
  title: step.title,
  how: step.how,
  why: step.why,
  kind: step.kind,
  ...(!step.isRequired && { required: false }),
  ...(step.options.length > 0 && { options: step.options }),
  ...(step.min !== null && { min: step.min }),
  ...(step.max !== null && { max: step.max }),
  ...(step.expectedMinutes !== null && { expectedMinutes: step.expectedMinutes }),
});

export const stepFields = (steps: readonly Step[]): Fields =>
  Object.fromEntries(steps.map((step) => [`step.${step.id}`, stepJson(step)]));

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
    JSON.stringify(sop.draftSteps.map(contentOf)) === JSON.stringify(newest.steps.map(contentOf));
  return isSame ? 'published' : 'changed';
}

/** What keeps a draft from being published, or null. */
export function publishProblem(sop: Sop): PublishProblem | null {
  if (sop.title.trim() === '') return 'title-missing';
  if (sop.draftSteps.length === 0) return 'no-steps';
  if (sop.draftSteps.some((step) => step.title.trim() === '')) return 'step-untitled';
  if (sop.draftSteps.some(isChoiceEmpty)) return 'choice-without-options';
  return sop.draftSteps.some(hasCrossedLimits) ? 'limits-crossed' : null;
}

const isChoiceEmpty = (step: Step): boolean => step.kind === 'choice' && step.options.length === 0;

/** No number is at least its lower and at most its upper limit. */
export const hasCrossedLimits = (step: Step): boolean =>
  step.kind === 'number' && step.min !== null && step.max !== null && step.min > step.max;

/** An immutable version of the draft, as field sets that each fit into one change. */
export function versionPieces(
  sop: Sop,
  input: { readonly changeNote: string; readonly publishedAtMs: number },
): { readonly id: string; readonly number: number; readonly pieces: readonly Fields[] } {
  const number = sop.publishedVersion + 1;
  const head = { sopId: sop.id, number, title: sop.title, purpose: sop.purpose, ...input };
  const pieces: Record<string, Json>[] = [{ ...head }];
  let bytes = JSON.stringify(head).length;
  for (const step of sop.draftSteps) {
    const value = stepJson(step);
    const length = JSON.stringify(value).length * 2;
    if (bytes + length > PIECE_BYTES) {
      pieces.push({});
      bytes = 0;
    }
    const piece = pieces.at(-1);
    if (piece) piece[`step.${step.id}`] = value;
    bytes += length;
  }
  return {
    id: versionId(sop.id, number),
    number,
    pieces: pieces.filter((piece) => Object.keys(piece).length > 0),
  };
}

/** Everything of a step that somebody reads: its place is told by the sequence, not by the number. */
const contentOf = (step: Step): Json => ({ ...stepJsonWithoutOrder(step), id: step.id });

function stepJsonWithoutOrder(step: Step): Fields {
  const { order: _order, ...content } = step;
  return { ...content };
}
