/** Help about what one sets out to do. In `how`, each line is a step or a paragraph. */
export const helpTasks = {
  startTeam: {
    title: 'Start a team',
    text: 'From an empty workspace to the first log, in the order that works best.',
    how: [
      'Write one result that you want, as an outcome. One is enough to begin.',
      'Give it a measure and a target, so that everybody knows when it is reached.',
      'Write down how it is done as an SOP, and publish it.',
      'Choose how work travels: a folder that everybody reaches, or this computer as the receiver.',
      'Add a member and give them their invite. Their first log shows up in Overview.',
    ].join('\n'),
  },
  join: {
    title: 'Join a team',
    text: 'An invite makes this computer yours in the team. It needs no account and no password.',
    how: [
      'Open the link or the file that your manager sent, or type the code that they read to you.',
      'Check that the team and your name are right, and join.',
      'Your outcomes and checklists arrive by themselves. Until then you can look around.',
    ].join('\n'),
  },
  logLine: {
    title: 'Log what you finished',
    text: 'One line, typed as you would say it.',
    how: [
      'Press L on any screen and write: “12 listings, 1 error”.',
      'Name the outcome where more than one could be meant: “8 replies for Larkspur tickets”.',
      'Add what is worth knowing: “no errors”, “$45”, “#1234”, “@client”, a note.',
      'Say when, if not now: “yesterday”, “started 9:30”.',
      'For work that takes a while: “started …”, and later “done …” or “blocked on client: why”.',
      'The line says what it will do before you press Enter, and can be undone after.',
    ].join('\n'),
  },
  invite: {
    title: 'Invite a member',
    text: 'Each member gets an invite of their own, for one computer.',
    how: [
      'Add the member in Team with their name and time zone.',
      'Make the invite and send it as a link or a file, show its picture, or read out its short code.',
      'An invite can be used once. Make another for a second computer.',
      'Revoke an invite that went to the wrong person. It opens nothing from then on.',
    ].join('\n'),
  },
  travel: {
    title: 'Choose how work travels',
    text: 'A folder needs no server. A receiver needs no shared folder.',
    how: [
      'Folder: a network drive, Dropbox, OneDrive, Drive or Syncthing. Whoever is in the team needs to reach it.',
      'Encrypt the folder where others could read it. New invites bring the key.',
      'Receiver: this computer takes in what the team sends, while it is on. Others find it on the network.',
      'A receiver elsewhere is always on. Its setup link makes it yours.',
      'Change the way at any time: nothing that was saved is lost.',
    ].join('\n'),
  },
  offline: {
    title: 'Work without a connection',
    text: 'Everything works offline. What you save is safe before it is sent.',
    how: [
      'The line at the top says what is saved here and what it waits for.',
      'When the connection is back, what waits is sent by itself.',
      'After a power cut you are asked once whether it was one. Time without power or connection is taken out of the excused figures.',
    ].join('\n'),
  },
  report: {
    title: 'Share figures and reports',
    text: 'Whatever a screen shows can leave it as a file.',
    how: [
      'Press Share for a spreadsheet, a text, or a page to print.',
      'A report carries its days and its definitions, so that it can be read without the program.',
      'A spreadsheet holds plain numbers, with their units in the header.',
    ].join('\n'),
  },
  nights: {
    title: 'Nights, zones and days',
    text: 'A shift belongs to the date on which it begins.',
    how: [
      'Work past midnight still counts for the evening it began in.',
      'Every figure is by the member’s own days. A client’s day is shown beside it where it differs.',
      'Promises and turnaround count working time: nights, breaks and holidays stand still.',
    ].join('\n'),
  },
} as const;
