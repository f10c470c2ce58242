/** Words of the view `handover`. */
export const handover = {
  title: 'Hand over',
} as const;
