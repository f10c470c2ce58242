/** What leaves the program: tables, pages and pictures. */
export const reports = {
  title: 'Report',
} as const;
