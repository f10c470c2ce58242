/** What the numbers are called and mean. */
export const figures = { title: 'Figures' } as const;
