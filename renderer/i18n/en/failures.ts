/** Words of failures, one for every code. */
export const failures = {} as const;
