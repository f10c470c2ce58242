import type { Json } from '../json.ts';
import {
  choiceOf,
  flagOf,
  numberOf,
  objectsIn,
  prefixedFields,
  textOf,
  textsOf,
} from '../record-fields.ts';
import { BLOCKED_ON } from '../deliverables/deliverable.ts';
import type { BlockedOn } from '../deliverables/deliverable.ts';
import type { Fields } from '../stream/change.ts';
import type { Rule } from './rule.ts';
import { ruleFrom, ruleJson } from './rule.ts';

export const STEP_KINDS = [
  'tick',
  'text',
  'number',
  'choice',
  'date',
  'file',
  'signOff',
  'link',
  'sop',
  'waitFor',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One step: what to do, how, and why. Stored as the field `step.<id>` of an `sop` (draft) or `sopVersion`. */
export interface Step {
  readonly id: string;
  /** Its place among steps and sections. */
  readonly order: number;
  readonly title: string;
  /** Markdown. Pictures are named by content: `![what it shows](evidence:<sha256>)`. */
  readonly how: string;
  readonly why: string;
  readonly kind: StepKind;
  readonly isRequired: boolean;
  /** When it is shown, left out or required, by earlier answers. */
  readonly rules: readonly Rule[];
  /** The answers of a `choice`. */
  readonly options: readonly string[];
  /** The limits of a `number`. */
  readonly min: number | null;
  readonly max: number | null;
  readonly expectedMinutes: number | null;
  /** What a `link` opens; https only. */
  readonly url: string;
  /** The procedure that a step of kind `sop` runs. */
  readonly sopId: string;
  /** Whom a `waitFor` waits for. */
  readonly waitOn: BlockedOn;
  /** The least a `waitFor` takes, in minutes of the clock on the wall; null where it is over when somebody says so. */
  readonly waitMinutes: number | null;
}

/** A step that asks for a tick and says nothing yet. */
export const EMPTY_STEP: Omit<Step, 'id' | 'order'> = {
  title: '',
  how: '',
  why: '',
  kind: 'tick',
  isRequired: true,
  rules: [],
  options: [],
  min: null,
  max: null,
  expectedMinutes: null,
  url: '',
  sopId: '',
  waitOn: 'system',
  waitMinutes: null,
};

/** A step as its field's value: what is as in `EMPTY_STEP` is left out, but for its words and its kind. */
export const stepJson = (step: Step): Json => ({
  order: step.order,
  title: step.title,
  how: step.how,
  why: step.why,
  kind: step.kind,
  ...(!step.isRequired && { required: false }),
  ...(step.rules.length > 0 && { rules: step.rules.map(ruleJson) }),
  ...(step.options.length > 0 && { options: step.options }),
  ...(step.min !== null && { min: step.min }),
  ...(step.max !== null && { max: step.max }),
  ...(step.expectedMinutes !== null && { expectedMinutes: step.expectedMinutes }),
  ...(step.url !== '' && { url: step.url }),
  ...(step.sopId !== '' && { sopId: step.sopId }),
  ...(step.kind === 'waitFor' && { waitOn: step.waitOn }),
  ...(step.waitMinutes !== null && { waitMinutes: step.waitMinutes }),
});

export const stepFields = (steps: readonly Step[]): Fields =>
  Object.fromEntries(steps.map((step) => [`step.${step.id}`, stepJson(step)]));

/** The steps of a draft or a version, in their order. */
export function stepsOf(fields: Fields): readonly Step[] {
  const steps: Step[] = [];
  for (const [id, step] of prefixedFields(fields, 'step')) {
    if (!flagOf(step, 'deleted')) steps.push(stepFrom(id, step));
  }
  return steps.toSorted(byOrder);
}

/** Places that are the same are told apart by id, so that every device shows one order. */
export const byOrder = <T extends { readonly id: string; readonly order: number }>(
  a: T,
  b: T,
): number => a.order - b.order || (a.id < b.id ? -1 : 1);

const stepFrom = (id: string, step: Fields): Step => ({
  id,
  order: numberOf(step, 'order') ?? 0,
  title: textOf(step, 'title'),
  how: textOf(step, 'how'),
  why: textOf(step, 'why'),
  kind: choiceOf(step, 'kind', STEP_KINDS, 'tick'),
  isRequired: step['required'] !== false,
  rules: objectsIn(step['rules']).flatMap((rule) => ruleFrom(rule) ?? []),
  options: textsOf(step, 'options'),
  min: numberOf(step, 'min'),
  max: numberOf(step, 'max'),
  expectedMinutes: numberOf(step, 'expectedMinutes'),
  url: textOf(step, 'url'),
  sopId: textOf(step, 'sopId'),
  waitOn: choiceOf(step, 'waitOn', BLOCKED_ON, 'system'),
  waitMinutes: numberOf(step, 'waitMinutes'),
});
