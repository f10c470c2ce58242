import type { Json } from '../../json.ts';
import type { Rule } from '../../sops/rule.ts';
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
  readonly rules: readonly Rule[];
  /** Answers that the team's runs give. */
  readonly typical: readonly Json[];
}

/** A heading before the step of that id. */
export interface SectionText {
  readonly before: string;
  readonly title: string;
}

export interface VersionText {
  readonly changeNote: string;
  readonly changeReason: string;
  readonly steps: readonly StepText[];
  readonly sections?: readonly SectionText[];
  /** Whose suggestion it takes up, at which step. */
  readonly credit?: { readonly person: AssistantKey; readonly step: string };
}

export interface SopText {
  readonly key: SopKey;
  readonly title: string;
  readonly purpose: string;
  readonly outcome: OutcomeKey;
  readonly owner: AssistantKey;
  /** Days between two reviews. */
  readonly reviewEveryDays: number;
  readonly versions: readonly VersionText[];
}

type Words = Pick<StepText, 'id' | 'title' | 'how' | 'why' | 'minutes'>;

const plain = { isRequired: true, options: [], min: null, max: null, rules: [] } as const;

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

/** A second person confirms it, in the cases that the rules name. */
export const signOff = (words: Words & Pick<StepText, 'rules'>): StepText => ({
  ...plain,
  ...words,
  kind: 'signOff',
  typical: [],
});
