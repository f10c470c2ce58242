import type { OutcomeReading } from './log-line-names.ts';
import type { LogIntent } from './log-line-verbs.ts';

export type ProblemCode =
  | 'outcome-missing'
  | 'outcome-ambiguous'
  | 'outcome-unknown'
  | 'blocked-on-missing'
  | 'quantity-unclear'
  | 'quantity-zero'
  | 'quantity-too-large'
  | 'errors-above-quantity'
  | 'amount-unclear'
  | 'other-currency';

/** Something in a line that is unclear. A blocking one must be settled before the line can be logged. */
export interface Problem {
  readonly code: ProblemCode;
  readonly isBlocking: boolean;
  /** The stretch of the line it is about; empty at its end where something is missing. */
  readonly start: number;
  readonly end: number;
  /** Outcomes that may have been meant, likeliest first. */
  readonly outcomeIds: readonly string[];
}

const QUANTITY_LIMIT = 1_000_000;

interface Range {
  readonly start: number;
  readonly end: number;
}

interface ReadLine {
  readonly intent: LogIntent;
  readonly outcomeId: string | null;
  readonly quantity: number | null;
  readonly errors: number | null;
  readonly blockedOn: string | null;
  readonly tokens: readonly {
    readonly kind: string;
    readonly start: number;
    readonly end: number;
  }[];
}

export function problemsOf(
  line: ReadLine,
  outcome: OutcomeReading,
  unclear: {
    /** What is meant as the quantity and cannot be read as one. */
    readonly quantity: Range | null;
    /** A sum whose figures can be read in two ways. */
    readonly amount: Range | null;
    /** A sum in another currency. */
    readonly foreign: Range | null;
  },
): readonly Problem[] {
  const problems: Problem[] = [];
  const length = line.tokens.at(-1)?.end ?? 0;
  const add = (
    code: ProblemCode,
    isBlocking: boolean,
    range: Range = { start: length, end: length },
    outcomeIds: readonly string[] = [],
  ): void => {
    problems.push({ code, isBlocking, start: range.start, end: range.end, outcomeIds });
  };
  const rangeOf = (kind: string) => line.tokens.find((token) => token.kind === kind);

  // First: while the figure is wrong, nothing else about the line matters.
  if (unclear.quantity) add('quantity-unclear', true, unclear.quantity);
  if (unclear.amount) add('amount-unclear', true, unclear.amount);
  if (line.outcomeId === null) {
    const ids = outcome.choices.map(({ id }) => id);
    if (ids.length > 0) add('outcome-ambiguous', true, rangeOf('outcome'), ids);
    else if (outcome.unknown) add('outcome-unknown', true, outcome.unknown);
    else add('outcome-missing', true);
  }
  if (line.intent === 'blocked' && line.blockedOn === null) add('blocked-on-missing', true);
  if (line.quantity === 0) add('quantity-zero', true, rangeOf('quantity'));
  if ((line.quantity ?? 0) > QUANTITY_LIMIT) add('quantity-too-large', true, rangeOf('quantity'));
  if (line.errors !== null && line.errors > (line.quantity ?? 1)) {
    add('errors-above-quantity', false, rangeOf('errors'));
  }
  if (unclear.foreign) add('other-currency', false, unclear.foreign);
  return problems;
}
