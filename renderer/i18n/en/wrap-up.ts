/** Words of the end of the day. */
export const wrapUp = {} as const;
