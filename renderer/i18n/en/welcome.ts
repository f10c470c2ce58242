/** Words of the first start. */
export const welcome = {} as const;
