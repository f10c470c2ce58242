/** Words of the log bar, the entry form and the entries list. */
export const log = {} as const;
