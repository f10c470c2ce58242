/** What needs a manager now. */
export const attention = {
  title: 'Needs you now',
} as const;
