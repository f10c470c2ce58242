/** Open deliverables: board, list, giving out. */
export const work = { title: 'Work' } as const;
