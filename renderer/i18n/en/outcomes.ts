/** Words of outcomes and their targets. */
export const outcomes = {} as const;
