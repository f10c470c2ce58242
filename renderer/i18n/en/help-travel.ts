/** Help about the screens that every seat has. In `how`, each line is a paragraph of its own. */
export const helpTravel = {
  import: {
    title: 'Import',
    text: 'Brings in work from another tool, from a table or from cells that you paste.',
    how: [
      'Choose a file or paste cells. Known tools are recognised by their headers.',
      'Check which column is what, and match their names to your members and outcomes.',
      'The preview shows what each line becomes. Lines that cannot be taken say why.',
      'Undo an import as a whole. Import the same file again and nothing is doubled.',
    ].join('\n'),
  },
  sync: {
    title: 'Sync',
    text: 'What is saved here, what is sent, and what has been received.',
    how: [
      'Saved here: written to this computer’s disk. It stays there with no connection at all.',
      'Sent: it lies in the folder and was read back, or the receiver has signed for it.',
      'Received: a colleague’s computer has imported it and said so.',
      'What waits says why it waits, and when it is tried next.',
      'A file that came by mail or on a stick can be dropped here.',
    ].join('\n'),
  },
  settings: {
    title: 'Settings',
    text: 'How the program looks on this computer, how work travels, and what is kept where.',
    how: [
      'Colours and language are this computer’s own; nobody else sees a change.',
      'A team’s work travels through a folder that everybody reaches, or to a receiver.',
      'Hints can be switched off, or all shown anew.',
    ].join('\n'),
  },
  privacy: {
    title: 'What is stored and sent',
    text: 'Each thing that is kept on this computer and each that leaves it.',
    how: [
      'Nothing is watched: no screenshots, no keystrokes, no idle time, nothing about other programs.',
      'The preview shows in words what the next sending holds.',
    ].join('\n'),
  },
  help: {
    title: 'Help',
    text: 'These pages. They are part of the program and need no connection.',
    how: [
      'Press F1 anywhere for the page about the screen that you see.',
      'Type to search. The arrow keys choose a page, Enter opens it.',
      'Alt and the left arrow go back to where you were.',
    ].join('\n'),
  },
} as const;
