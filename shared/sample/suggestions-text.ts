import type { SuggestionKind } from '../sops/suggestion.ts';
import type { AssistantKey } from './people.ts';
import type { SopKey } from './sops/sop-text.ts';

export interface SuggestionText {
  readonly person: AssistantKey;
  readonly sop: SopKey;
  readonly step: string;
  readonly kind: SuggestionKind;
  readonly text: string;
  readonly how?: string;
  /** Working days before now. */
  readonly daysAgo: number;
  readonly declined?: string;
}

/** What led to the second version of the upload procedure: a step that it did not have. */
export const ACCEPTED: Omit<SuggestionText, 'daysAgo'> = {
  person: 'joanna',
  sop: 'uploadProduct',
  step: '',
  kind: 'better',
  text: 'Larkspur’s sheet has two price columns now and nobody looks at which one went live. I tried comparing them on last week’s sheets: ten minutes, and it found all four mistakes.',
};

/** What the team said of its procedures since. */
export const SUGGESTIONS: readonly SuggestionText[] = [
  {
    person: 'joanna',
    sop: 'uploadProduct',
    step: 'pictures',
    kind: 'slow',
    text: 'Cutting to 2,000 pixels by hand takes half of this step. The shop does it by itself since October: four pictures at full size are enough.',
    how: 'At least four, in this order, at the size they came in: the shop makes the smaller ones. One must show a hand, a book or a table so that the size is plain. Write the alternative text as you would describe it on the phone.',
    daysAgo: 3,
  },
  {
    person: 'paolo',
    sop: 'settleReturn',
    step: 'amount',
    kind: 'unclear',
    text: 'Whose fault is it when the carrier lost the parcel on the way back? I never know whether to add the first postage.',
    daysAgo: 6,
  },
  {
    person: 'maricel',
    sop: 'answerTicket',
    step: 'answered',
    kind: 'better',
    text: 'New people count the questions again here and get another number than in the first step.',
    how: 'Take the number that you wrote down in the first step and tick the questions off against the text. If one is left over, write the missing line now.',
    daysAgo: 1,
  },
  {
    person: 'camila',
    sop: 'bookInvoice',
    step: 'genuine',
    kind: 'slow',
    text: 'For the six suppliers we pay every week I would rather check the bank details once a month.',
    daysAgo: 24,
    declined:
      'The forged invoice of last spring came in the name of one of those six. It stays; I asked the bank whether they can warn us instead.',
  },
  {
    person: 'achieng',
    sop: 'priceWatch',
    step: 'postage',
    kind: 'wrong',
    text: 'Two of the shops now show the price with postage in the list itself, so this asks for a basket that is not needed there.',
    daysAgo: 9,
  },
];
