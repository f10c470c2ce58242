/** Words of importing a table. */
export const importTable = {} as const;
