/** Words of the first start. */
export const welcome = {
  lead: 'Results, written down as they are finished. Works without a connection; what is saved here travels when it can.',
  promise:
    'It measures results and never activity: no screenshots, no keystrokes, no idle timers.',
  question: 'How do you begin?',
  back: 'Back',
  backTo: 'Back to {{name}}',
  join: {
    title: 'Join with an invite',
    text: 'Your manager sent you a file that ends in .outlog-invite.',
    drop: 'Drop the invite here',
    hint: 'or choose it from the folder or mail it came in',
    choose: 'Choose the invite…',
    invites: '{{manager}} invites {{member}} to {{workspace}}',
    folderFound: 'The folder that the team shares was found beside the invite.',
    folderMissing: 'You will be asked once for the folder that the team shares.',
    other: 'Choose another invite',
    act: 'Join as {{member}}',
    folderTitle: 'Where is the folder that {{workspace}} shares?',
    folderText:
      'Choose the folder your manager shared with you: on a network drive, in Dropbox, OneDrive or Drive, or kept by Syncthing. Your work is saved on this computer meanwhile.',
    chooseFolder: 'Choose the folder…',
    later: 'Later, in Sync',
  },
  start: {
    title: 'Start a team',
    text: 'Name a workspace, then write down what results you want and invite people.',
    name: 'Name of the workspace',
    namePlaceholder: 'Northwind Support',
    memberName: 'Your name',
    act: 'Start',
    nameMissing: 'A name is needed: people see it in their invite.',
    memberNameMissing: 'Your team sees this name.',
  },
  sample: {
    title: 'Look around a sample',
    text: 'An invented online shop’s team with 90 days of work, to try everything on. Nothing leaves this computer.',
    busy: 'Writing 90 days of work for six people…',
    again: 'Open the sample again',
  },
  zone: 'Time zone',
  zoneHint: 'Your working day is counted in it.',
} as const;
