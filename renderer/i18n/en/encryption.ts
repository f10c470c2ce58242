/** Words of folders whose files are encrypted. */
export const encryption = {
  on: 'What Outlog writes into the folder is encrypted (age). Whoever keeps the folder for you can copy its files and not read them.',
  onForAssistant:
    'What Outlog writes into the folder is encrypted (age): for you and your managers.',
  off: 'Files in the folder are signed, not encrypted: whoever can open the folder can read them.',
  begin: 'Encrypt…',
  ask: {
    title: 'Encrypt what lies in the folder?',
    text: 'For a folder that somebody else keeps, such as a cloud drive. It cannot be undone for this workspace.',
    now: 'From now on everything that Outlog writes there is encrypted. What lies there already stays readable.',
    invites:
      'Invites you make from now on carry the key. Everybody who joined before needs a new invite: until they open it, their work waits on their computer.',
    lost: 'Without a manager’s computer or an invite nobody can open the files.',
    confirm: 'Encrypt from now on',
  },
  done: 'The folder is encrypted from now on',
} as const;
