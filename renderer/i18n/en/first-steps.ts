/** The first steps of a new workspace, and of somebody who has just joined one. */
export const firstSteps = {
  progress: '{{done}} of {{total}} done',
  next: 'First steps: {{done}} of {{total}} done. Next:',
  showAll: 'Show all steps',
  done: 'Done',
  putAway: 'Put away',
  putAwayDone: 'The first steps are put away',
  putAwayText: 'Help brings them back.',
  bringBack: 'Bring back',
  manager: {
    title: 'First steps for {{name}}',
    outcome: {
      title: 'Say a result that you want',
      text: 'What is true when the work is done well, in one sentence.',
      act: 'Write the result',
    },
    target: {
      title: 'Give it a measure and a target',
      text: 'How many, how fast or how accurate: so that everybody knows when it is reached.',
      act: 'Set a target',
    },
    sop: {
      title: 'Write down how it is done',
      text: 'As an SOP, step by step and why. Publish it, and it can be run as a checklist.',
      act: 'Write the SOP',
      goOn: 'Go on with “{{title}}”',
    },
    entry: {
      title: 'Log something, or invite somebody who will',
      text: 'One line is enough. An invite goes as a link, a code or a file; they are working in a minute.',
      act: 'Log one yourself',
      invite: 'Invite somebody',
    },
    travel: {
      title: 'Choose how work travels',
      text: 'Through a folder that everybody reaches, such as Dropbox or a share, or straight to this computer.',
      act: 'Choose the way',
    },
    empty: 'Nothing is logged yet',
    emptyText:
      'Output against target, what is stuck and on whom, and what needs you stand here as soon as the first entry has come.',
    table: 'Or begin with what you have: import a table of past work',
  },
  own: {
    title: 'Your first day',
    work: {
      title: 'See today’s work',
      text: 'Your results and what is open stand on this screen as soon as your manager’s plan is here.',
      act: 'Open Sync',
    },
    checklist: {
      title: 'Run a checklist',
      text: 'It leads you step by step. You can stop at any step and go on later.',
      act: 'Open Checklists',
    },
    line: {
      title: 'Log a line',
      text: 'Write what you finished as you would say it: “12 listings, 1 error”.',
      act: 'Log something',
    },
  },
} as const;
