/** Words of the settings. */
export const settings = {
  title: 'Settings',
  look: 'Look',
  theme: 'Colours',
  themes: { system: 'As the computer', light: 'Light', dark: 'Dark' },
  keyboard: 'Keyboard',
  folder: 'Folder',
  folderNone: 'No folder chosen. Everything is saved on this computer and can be sent later.',
  folderText: 'What you save is sent to {{folder}} and read from there.',
  folderAway: 'It cannot be reached right now.',
  chooseFolder: 'Choose a folder…',
  changeFolder: 'Choose another…',
  openFolder: 'Open',
  stored: 'What is kept where',
  journal: 'Your work',
  journalText:
    'Every change is written to a journal on this computer before the app says “Saved”. It is never deleted before your manager’s computer has confirmed it.',
  database: 'What you see',
  databaseText:
    'Lists and figures come from a database that is rebuilt from the journal and from what others sent whenever it is missing or wrong.',
  copies: 'What others sent',
  copiesText: 'A copy of every file that was read from the folder, as it was, beside the journal.',
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
