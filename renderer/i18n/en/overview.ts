/** Words of the manager's overview. */
export const overview = {} as const;
