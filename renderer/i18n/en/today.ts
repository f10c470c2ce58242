/** Words of the day's first screen. */
export const today = {} as const;
