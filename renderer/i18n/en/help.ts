/** Words of the view `help`. */
export const help = {
  title: 'Help',
} as const;
