/** Words of the settings. */
export const settings = {
  language: {
    title: 'Language',
    label: 'What Outlog speaks',
    system: 'As this computer',
    text: 'Names, entries and procedures stay as they were written. The window is drawn anew at once.',
  },
  title: 'Settings',
  look: 'Look',
  theme: 'Colours',
  themes: { system: 'As the computer', light: 'Light', dark: 'Dark' },
  keyboard: 'Keyboard',
  travel: {
    title: 'How your team’s work travels',
    titleOwn: 'How your work travels',
    sample: 'A sample stays on this computer.',
    noneManager:
      'Not at all yet: everything is kept on this computer. Choose a folder that your team shares, receive on this computer, or use a receiver that runs elsewhere.',
    noneAssistant:
      'Not at all yet: everything is kept on this computer and nothing is lost. Choose the folder that your team shares, or open an invite that names a receiver.',
    folder: 'Through the folder {{label}}',
    folderText: 'What you save is sent there, and what others send is read from there.',
    here: 'To this computer',
    hereText: 'Your team sends to the receiver below, and fetches there what you save.',
    own: 'Kept on this computer',
    ownText:
      'Nobody gets it while receiving is off. Switch it on below, or choose a folder that your team shares.',
    endpoint: 'To the receiver at {{label}}',
    endpointText: 'What you save is sent there, and what others send is fetched there.',
    endpointChange: 'Another address comes with an invite from your manager.',
    reachable: 'Reachable',
    away: 'Away',
    open: 'Open',
    openKept: 'Open what is kept',
    changeKept: 'Keep it in another folder…',
    chooseFolder: 'Choose a folder…',
    changeFolder: 'Choose another…',
    insteadFolder: 'Use a folder instead…',
    stop: 'Stop sending',
    stopTitle: 'Stop sending there?',
    stopFolder:
      'Everything is still saved on this computer, and goes nowhere until you choose a way again. What is in the folder stays there.',
    stopReceiver:
      'Everything is still saved on this computer, and goes nowhere until you choose a way again. The address comes back only with an invite or a setup link.',
    setup: 'Use a receiver elsewhere…',
    setupTitle: 'Use a receiver elsewhere',
    setupText:
      'A receiver without a window, on a server of yours, prints a setup link when it is first started. It will keep what this team sends, also while this computer is off.',
    setupField: 'Setup link',
    setupHint:
      'Begins with outlog://setup. It is a secret: whoever has it can set up the receiver.',
    setupUse: 'Use it',
    setupDone: 'Your team’s work travels through the receiver now',
    setupDoneText: 'Invite everybody anew, or send them a new invite: it carries the address.',
  },
  stored: 'What is kept where',
  journal: 'Your work',
  journalText:
    'Every change is written to a journal on this computer before the app says “Saved”. It is never deleted before your manager’s computer has confirmed it.',
  database: 'What you see',
  databaseText:
    'Lists and figures come from a database that is rebuilt from the journal and from what others sent whenever it is missing or wrong.',
  copies: 'What others sent',
  copiesText:
    'A copy of every file that came from the folder or the receiver, as it was, beside the journal.',
  measured: 'What is measured',
  measuredText:
    'Only what is written down here. No screenshots, no keystrokes, no idle time, nothing about other programs.',
  keys: 'Your signing key',
  keysSystem: 'Kept by your system’s keychain.',
  keysFile:
    'In a file only you can read, not encrypted: this system offers no keychain. Anybody who can read your files could sign entries as you.',
  keysText: 'It proves that entries come from this computer. It never leaves it.',
  about: 'About',
  version: 'Outlog',
  runtime: 'Electron',
  standIn: '{{version}}, a stand-in for development: not the version that ships',
} as const;
