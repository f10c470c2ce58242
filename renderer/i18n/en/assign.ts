/** Words of giving out work: one piece, many, recurring; reassigning, accepting, returning. */
export const assign = {
  undo: {
    assigned_one: 'Give work to {{name}}',
    assigned_other: 'Give {{count}} pieces of work to {{name}}',
    reassigned_one: 'Move work to {{name}}',
    reassigned_other: 'Move {{count}} pieces of work to {{name}}',
    accepted: 'Accept work',
    returned: 'Return work',
    responded: 'Note an answer',
    needs: 'Change what must be done first',
    recurs: 'Plan recurring work “{{title}}”',
    recursEdited: 'Change recurring work “{{title}}”',
    recursEnded: 'End recurring work “{{title}}”',
    paused: 'Pause “{{title}}”',
    resumed: 'Resume “{{title}}”',
  },
  refused: {
    'member-left': {
      title: '{{name}} has left the team',
      text: 'Nothing was moved. Choose somebody who is still here.',
    },
    'member-unknown': {
      title: 'That member is not in the plan',
      text: 'Nothing was saved. Their record may not have arrived yet; choose somebody else or try again later.',
    },
    'nothing-to-move': {
      title: 'There is nothing to move',
      text: 'Only open work can be moved, and it is theirs already or done.',
    },
    'needs-circle': {
      title: 'These would wait for each other',
      text: '{{path}}. Take one of them out, or nothing in this circle can begin.',
    },
  },
} as const;
