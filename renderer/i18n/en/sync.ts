/** Words of saving, sending and receiving. */
export const sync = {} as const;
