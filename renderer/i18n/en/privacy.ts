/** Words of the view `privacy`. */
export const privacy = {
  title: 'What is stored and sent',
} as const;
