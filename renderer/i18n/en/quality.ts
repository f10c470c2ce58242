/** Samples of completed work, and what became of them. */
export const quality = {
  title: 'Quality',
} as const;
