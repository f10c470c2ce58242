/** Open deliverables: board, list, giving out. */
export const work = {
  title: 'Work',
  undo: {
    viewSaved: 'Save view',
    viewChanged: 'Change view',
    viewDeleted: 'Delete view',
  },
} as const;
