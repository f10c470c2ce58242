/** Words for every failure code: what happened, and what is safe and what to do. */
export const failures = {
  title: {
    'bad-input': 'Outlog could not use that',
    'bad-sender': 'That request was refused',
    unexpected: 'Something went wrong inside Outlog',
    cancelled: 'Nothing was chosen',
    'no-workspace': 'This workspace is not on this computer',
    'no-seat': 'Nobody here works as that member',
    'projection-stale': 'The view is older than what is saved',
    'not-allowed': 'Only a manager can do that',
    'change-too-large': 'That is too long to save',
    'disk-full': 'The disk is full',
    'disk-failed': 'The disk did not take it',
    'journal-locked': 'Another Outlog has this workspace open',
    'folder-unreachable': 'The folder cannot be reached',
    'folder-read-only': 'The folder cannot be written to',
    'folder-foreign': 'That folder belongs to another workspace',
    'needs-keys': 'This folder is encrypted, and this computer has no key to it',
    'folder-full': 'There is no room left in the folder',
    offline: 'The receiver cannot be reached',
    unauthorized: 'The receiver does not let this computer in',
    revoked: 'Access was taken from this computer',
    'receiver-busy': 'The receiver is busy',
    'receiver-full': 'There is no room left at the receiver',
    'receiver-wrong': 'Another receiver answers there',
    'not-outlog': 'Something else answers there',
    'invite-damaged': 'This invite cannot be read',
    'invite-newer': 'This invite needs a newer Outlog',
    'invite-expired': 'This invite has run out',
    'invite-other-member': 'This computer is somebody else’s in this team',
    'invite-gone': 'This invite is no longer at hand',
    'code-unknown': 'There is no invite under this code',
    'code-wrong': 'This code is not right',
    'code-no-folder': 'That is not the folder your team shares',
    'code-nowhere': 'There is nowhere to put the code yet',
    'code-taken': 'No code was free',
    'bad-address': 'That is not an address',
    'receiver-silent': 'Nobody answers there',
    'receiver-none': 'No receiver was found on this network',
    'file-too-large': 'This file is too large',
    'file-gone': 'The file is no longer there',
    'file-empty': 'The file is empty',
    'not-a-file': 'That is a folder',
    'disk-low': 'There is too little room on this computer',
    'evidence-missing': 'The file is still on its way',
    'bad-link': 'This link cannot be opened',
    'certificate-wrong': 'These two files are not a certificate and its key',
    'setup-link-wrong': 'That is not a receiver’s setup link',
    'setup-refused': 'The receiver does not accept this setup link',
    'receiver-claimed': 'The receiver has this workspace from somebody else',
    'run-ended': 'This checklist has ended',
    'no-version': 'Nothing of this procedure is in force yet',
    'answered-already': 'This has changed meanwhile',
    'run-exists': 'A checklist of that name is here already',
    'part-open': 'A part of it is still under way',
    'workspace-here': 'This team is on this computer already',
    'leave-unconfirmed': 'The name is not the team’s',
    'not-archive': 'This is no Outlog export',
    'archive-newer': 'A newer Outlog wrote this export',
    'archive-truncated': 'The export is cut short',
    'archive-damaged': 'The export is damaged',
    'archive-too-large': 'The export is larger than one can be',
    'archive-locked': 'The export needs its passphrase',
    'archive-passphrase': 'That is not its passphrase',
    'not-hand-over': 'This is no hand-over from Outlog',
    'hand-over-newer': 'A newer Outlog wrote this hand-over',
    'hand-over-damaged': 'The hand-over is damaged',
    'nested-circle': 'This procedure would begin itself again',
    'batch-truncated': 'The file ends too early',
    'batch-damaged': 'The file is damaged',
    'batch-signature': 'The file’s signature is not right',
    'batch-foreign': 'The file belongs to another workspace',
    'batch-newer': 'The file needs a newer Outlog',
    'batch-too-large': 'The file is larger than any batch may be',
    'batch-not-outlog': 'This is not an Outlog batch',
    'batch-fork': 'Two versions of the same entries',
    'batch-unknown-device': 'The file is from a device nobody invited',
    'batch-bad-proof': 'The device cannot prove its invite',
    'batch-unreadable': 'The file cannot be read yet',
    'batch-locked': 'The file is sealed, and this computer has no key to it',
  },
  text: {
    'bad-input':
      'A value was missing or not of the right kind. Check what you typed and try again.',
    'bad-sender': 'It did not come from Outlog’s own window, so nothing was done.',
    unexpected:
      'What you saved before is safe. Try again; if it happens again, restart Outlog and send the log file to whoever looks after it.',
    cancelled: 'Nothing was changed.',
    'no-workspace': 'Open another workspace, or join this one with an invite.',
    'no-seat': 'Choose another seat from the menu at the top left.',
    'projection-stale': 'Outlog is rebuilding it from what is saved. Nothing is lost.',
    'not-allowed': 'Ask a manager of this workspace to make the change.',
    'change-too-large': 'One entry can hold 64 KB. Shorten its text, or split it into two.',
    'disk-full':
      'Nothing new can be saved until there is room. Free some space; Outlog goes on by itself. What was saved is safe.',
    'disk-failed':
      'It was not saved. Try again; if it keeps failing, check the disk. What was saved before is safe.',
    'journal-locked': 'Close the other window or the other account’s Outlog, then try again.',
    'folder-unreachable':
      'Check the network drive or the sync program. Everything is saved here and is sent as soon as the folder is back.',
    'folder-read-only':
      'Ask whoever shares it for the right to write, or choose another folder. Everything is saved here meanwhile.',
    'folder-foreign':
      'Choose the folder that this workspace uses. Nothing was written to the other one.',
    'needs-keys':
      'Ask your manager for a new invite and open it here. Everything is saved and is sent then.',
    offline:
      'Check the network, and that the receiver is switched on. Everything is saved here and is sent as soon as it answers.',
    unauthorized:
      'Ask your manager for an invite that stands. Everything is saved here and nothing is sent meanwhile.',
    revoked:
      'Ask your manager for a new invite. Everything is saved here and nothing is sent meanwhile.',
    'receiver-busy': 'It asked to wait a little. It is tried again by itself.',
    'receiver-full':
      'Tell your manager. Everything is saved here and is sent as soon as there is room.',
    'receiver-wrong':
      'Its key or certificate is not the one you were given. Nothing was sent to it. Ask your manager for the address.',
    'not-outlog':
      'It may be the sign-in page of this network: open a browser and sign in. Nothing was sent to it.',
    'folder-full':
      'Free some room on the shared drive. Everything is saved here and is sent as soon as there is room.',
    'invite-damaged':
      'A part of it was lost or changed on its way. Ask your manager to send it again: as a file attached to a mail it arrives whole.',
    'invite-newer': 'Install the newest Outlog, then open the invite again.',
    'invite-expired':
      'Ask your manager for a new one; it takes them a minute. If it was made just now, check the date and time of this computer.',
    'invite-other-member':
      'One computer holds one seat of a team, so that nobody’s log mixes with another’s. Open the invite on your own computer, or under an account of your own on this one.',
    'invite-gone': 'Open or make it once more.',
    'code-unknown':
      'Check the first four characters and the place. A code works for seven days at most: after that ask your manager for a new one.',
    'code-wrong':
      'Read all twelve characters once more, with your manager if you can. Nothing was changed.',
    'code-no-folder':
      'Choose the folder that your manager shared with you, as it lies on this computer. If it is still empty, let the sync program finish first.',
    'code-nowhere':
      'Choose a folder that the team shares, or a receiver, in Settings. A link or a file works without.',
    'code-taken': 'Try once more: another one is drawn.',
    'bad-address': 'It reads like https://192.168.1.20:8443. Copy it from your manager’s Outlog.',
    'receiver-none':
      'Check that you are in the same network as your manager’s computer, and that Outlog is open there. Or ask for its address, or for a link.',
    'receiver-silent':
      'Check that you are in the same network as your manager’s computer, and that Outlog is open there. A link or a file works without.',
    'file-too-large': 'Split it into smaller files and try again.',
    'file-gone': 'It was moved, renamed or deleted after it was chosen. Choose it again.',
    'file-empty': 'There is nothing in it to attach. Check whether it was saved, then try again.',
    'not-a-file': 'Attach the files in it one by one, or pack them into one file first.',
    'disk-low':
      'What is left is kept for entries, so the file was not attached. Free some space and attach it again; nothing else is affected.',
    'evidence-missing':
      'It was attached on another computer and comes through the sync folder. It is shown as soon as it is here.',
    'bad-link': 'Only links that begin with https:// are opened.',
    'certificate-wrong':
      'Choose the certificate first and then the private key that belongs to it, both in PEM form. Nothing was changed.',
    'setup-link-wrong':
      'It begins with outlog://setup. Copy the whole line that the receiver printed when it was first started.',
    'setup-refused':
      'It may be an older one. Copy the line anew from where the receiver runs: it also lies there in the file setup.txt.',
    'receiver-claimed': 'Ask whoever looks after the receiver. Nothing was changed here.',
    'run-ended':
      'What is finished is kept as it is. Start the checklist anew for what is still to be done.',
    'no-version':
      'Its first version takes effect on a later day, or has not arrived yet. Ask your manager.',
    'answered-already':
      'It was answered, taken back or asked anew in the meantime. Look at it once more as it is now.',
    'run-exists':
      'It was not taken, so that nothing of yours is written over. Ask your colleague to hand it over again.',
    'part-open':
      'Finish or abandon the checklist that one of its steps has begun, then hand it over.',
    'workspace-here':
      'What is here stays as it is. To restore the export, leave the team on this computer first.',
    'leave-unconfirmed': 'Nothing was removed. Type the team’s name as it is written there.',
    'not-archive': 'Choose a file whose name ends in .outlog-archive.',
    'archive-newer': 'Nothing was restored. Update Outlog and try again.',
    'archive-truncated':
      'Nothing was restored. Copy the file again from where it was made: its end is missing.',
    'archive-damaged':
      'Nothing was restored. Its contents are not what was exported: take another copy.',
    'archive-too-large': 'Nothing was restored. No export of Outlog holds as much.',
    'archive-locked': 'Type the passphrase that was chosen when it was made.',
    'archive-passphrase': 'Nothing was restored. Passphrases tell capital from small letters.',
    'not-hand-over': 'Choose a file whose name ends in .outlog-handover.',
    'hand-over-newer': 'Update Outlog and open it again.',
    'hand-over-damaged': 'It is cut short or was changed after it was signed. Ask for it again.',
    'nested-circle':
      'One of its steps leads back to where you are. Tell your manager; abandon this run with that reason if nothing else is left.',
    'batch-truncated':
      'The sync program may still be copying it. It stays in the folder and is tried again.',
    'batch-damaged':
      'It was changed on its way and was not taken. Ask for it to be sent again; its sender still has it.',
    'batch-signature':
      'It was changed, or it is not from who it says. It was not taken. Ask its sender to send again.',
    'batch-foreign': 'It was not taken. Move it to the folder it belongs to.',
    'batch-newer': 'It stays where it is. Install the newest Outlog, which can read it.',
    'batch-too-large':
      'It was not taken. Ask where it comes from: Outlog never writes such a file.',
    'batch-not-outlog':
      'It was left alone: what is in it is not what Outlog writes. Ask where it comes from.',
    'batch-fork':
      'A device was copied or restored from a backup. Both versions are kept; compare them with that person.',
    'batch-unknown-device':
      'It is kept and is read as soon as the invite for that device arrives from a manager.',
    'batch-bad-proof':
      'It was not taken. Invite that person again, and ask them to open the new invite.',
    'batch-locked': 'Open a new invite from your manager here: it brings the key.',
    'batch-unreadable':
      'The sync program has not brought it to this computer yet, or another program holds it. It is tried again.',
  },
} as const;
