/** Insights: figures over any time, by whatever they can be seen by. */
export const insights = {
  title: 'Insights',
} as const;
