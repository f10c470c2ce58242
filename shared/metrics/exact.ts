/**
 * Amounts are decimals with up to six places, kept exact: a sum is rounded to the sixth place, so that
 * 0.1 + 0.2 is 0.3 and what is added can be taken away again. Exact while a total stays below 10^9, or
 * below 2^53 where all its parts are whole numbers.
 */
const SCALE = 1e6;
const DECIMAL_LIMIT = 1e9;
const WHOLE_LIMIT = 1e12;

export function exactSum(a: number, b: number): number {
  const sum = a + b;
  return Number.isSafeInteger(sum) ? sum : roundAmount(sum);
}

/** One deliverable's amount as totals count it: six places; 0 where no total could hold it exactly. */
export function exactAmount(amount: number): number {
  if (!isCountable(amount)) return 0;
  return Number.isSafeInteger(amount) ? amount : roundAmount(amount);
}

/** Whether totals can hold it exactly. */
export const isCountable = (amount: number): boolean =>
  Math.abs(amount) < (Number.isSafeInteger(amount) ? WHOLE_LIMIT : DECIMAL_LIMIT);

/** Adding 0 turns −0 into 0. */
const roundAmount = (amount: number): number => Math.round(amount * SCALE) / SCALE + 0;
