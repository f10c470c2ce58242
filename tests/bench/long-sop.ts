import { orderAtEnd } from '../../shared/sops/draft.ts';
import { sectionFields } from '../../shared/sops/section.ts';
import type { Step, StepKind } from '../../shared/sops/step.ts';
import { EMPTY_STEP, stepFields } from '../../shared/sops/step.ts';
import type { Edit } from '../../shared/stream/change.ts';

export const LONG_SOP_TITLE = 'Close the month';
export const LONG_SOP_STEPS = 500;
const SOP_ID = 'long-sop';
const STEPS_A_SECTION = 25;
/** Steps of one change: it stays below 64 KiB. */
const STEPS_A_PIECE = 50;

/** Every kind that is answered by the keyboard within Outlog, over and over. */
export const LONG_SOP_KINDS = [
  'tick',
  'number',
  'text',
  'choice',
  'date',
] as const satisfies StepKind[];

/** A published procedure of 500 steps in sections, every tenth with a condition on the one before it. */
export function longSop(): readonly Edit[] {
  const steps: Step[] = [];
  for (let index = 0; index < LONG_SOP_STEPS; index++) steps.push(stepAt(index, steps));
  const sections = steps
    .filter((_, index) => index % STEPS_A_SECTION === 0)
    .map(({ id, order }, index) => ({
      id: `part-${id}`,
      order: order - 1,
      title: `Part ${index + 1}`,
    }));
  const head = { title: LONG_SOP_TITLE, purpose: 'So that the books are right.', outcomeId: '' };
  const version = { sopId: SOP_ID, number: 1, publishedAtMs: Date.now(), ...head };
  return [
    team('sop', SOP_ID, { ...head, publishedVersion: 1 }),
    team('sopVersion', `${SOP_ID}.v1`, { ...version, ...sectionFields(sections) }),
    ...chunked(steps, STEPS_A_PIECE).map((piece) =>
      team('sopVersion', `${SOP_ID}.v1`, stepFields(piece)),
    ),
  ];
}

function stepAt(index: number, before: readonly Step[]): Step {
  const last = before.at(-1);
  const isConditional = index % 10 === 9 && last !== undefined;
  return {
    ...EMPTY_STEP,
    id: `step-${index}`,
    order: orderAtEnd(before),
    title: `Check account ${index + 1} against its statement`,
    how: `Open **ledger ${index + 1}**, then:\n\n1. compare the balance\n2. note what differs`,
    why: 'A difference that is found late costs a day.',
    kind: LONG_SOP_KINDS[index % LONG_SOP_KINDS.length] ?? 'tick',
    options: ['Right', 'Wrong', 'Not there'],
    rules: isConditional
      ? [
          {
            effect: 'show',
            match: 'all',
            tests: [{ stepId: last.id, kind: 'answered', value: null }],
          },
        ]
      : [],
    min: 0,
    max: 100,
    expectedMinutes: 2,
  };
}

const team = (type: string, id: string, fields: Edit['fields']): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});

const chunked = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
