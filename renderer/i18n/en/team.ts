/** Words of members and invites. */
export const team = {} as const;
