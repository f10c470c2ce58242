/** The plan from goal to outcome. */
export const strategy = { title: 'Strategy' } as const;
