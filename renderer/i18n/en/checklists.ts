/** Words of checklists and their runs. */
export const checklists = {} as const;
