import type { Json } from '../../json.ts';
import type { StepKind } from '../../sops/step.ts';
import type { AssistantKey } from '../people.ts';
import type { OutcomeKey } from '../outcomes.ts';

export type SopKey =
  | 'answerTicket'
  | 'settleReturn'
  | 'uploadProduct'
  | 'bookInvoice'
  | 'priceWatch';

export interface StepText {
  readonly id: string;
  readonly title: string;
  readonly how: string;
  readonly why: string;
  readonly kind: StepKind;
  readonly minutes: number;
  readonly isRequired: boolean;
  readonly options: readonly string[];
  readonly min: number | null;
  readonly max: number | null;
  /** Answers that the team's runs give. */
  readonly typical: readonly Json[];
}

export interface VersionText {
  readonly changeNote: string;
  readonly steps: readonly StepText[];
}

export interface SopText {
  readonly key: SopKey;
  readonly title: string;
  readonly purpose: string;
  readonly outcome: OutcomeKey;
  readonly owner: AssistantKey;
  readonly versions: readonly VersionText[];
}

type Words = Pick<StepText, 'id' | 'title' | 'how' | 'why' | 'minutes'>;

const plain = { isRequired: true, options: [], min: null, max: null } as const;

export const tick = (words: Words): StepText => ({
  ...words,
  ...plain,
  kind: 'tick',
  typical: [true],
});

export const choice = (words: Words & Pick<StepText, 'options' | 'typical'>): StepText => ({
  ...plain,
  ...words,
  kind: 'choice',
});

export const number = (words: Words & Pick<StepText, 'min' | 'max' | 'typical'>): StepText => ({
  ...plain,
  ...words,
  kind: 'number',
});

/** A sentence that may be left out. */
export const remark = (words: Words & Pick<StepText, 'typical'>): StepText => ({
  ...plain,
  ...words,
  kind: 'text',
  isRequired: false,
});
