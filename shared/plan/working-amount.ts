/** How an amount of working time is said. Days are no unit: one person's day is not another's. */
export type TimeUnit = 'minutes' | 'hours';

export const TIME_UNITS: readonly TimeUnit[] = ['minutes', 'hours'];

/** The unit that says working minutes with the shorter figure: 90 minutes, 4 hours, 7.5 hours. */
export const unitFor = (minutes: number): TimeUnit =>
  minutes > 90 && minutes % 15 === 0 ? 'hours' : minutes === 60 ? 'hours' : 'minutes';

export const amountOf = (minutes: number, unit: TimeUnit): number =>
  unit === 'hours' ? tidy(minutes / 60) : minutes;

export const minutesOf = (amount: number, unit: TimeUnit): number =>
  unit === 'hours' ? tidy(amount * 60) : amount;

/** Without the dust of binary fractions: 0.99 × 100 reads as 99. */
export const tidy = (value: number): number => Number(value.toPrecision(12));
