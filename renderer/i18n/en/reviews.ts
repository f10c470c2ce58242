/** Weekly and monthly reviews, and what was agreed in them. */
export const reviews = {
  title: 'Reviews',
} as const;
