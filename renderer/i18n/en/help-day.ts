/** Help about the screens of a working day. In `how`, each line is a paragraph of its own. */
export const helpDay = {
  today: {
    title: 'Today',
    text: 'Your day in one look: what is wanted, what is due, what is under way and what you have finished.',
    how: [
      'Output shows each of your outcomes against its target. The mark on the bar is where you would be by now if the day went evenly.',
      'Work lists what is open: returned to you first, then late or at risk, in progress, due today, blocked, and the rest.',
      'Log what you finish as you finish it. One line is enough: how many, of what, and what was wrong.',
      'Start, complete or block work from its row. Whoever it waits for sees that without a message from you.',
      'Your clients’ clocks stand at the top. Where their date differs from yours, both days are written down.',
    ].join('\n'),
  },
  checkIn: {
    title: 'Check-in',
    text: 'A minute at the start of the day: what you take up, and what holds you up.',
    how: [
      'Tick the open work that you mean to do today. Add what is not in the list.',
      'Say what holds you up and who could help. Work that is blocked is shown already.',
      'Instructions wait here until you say them back in your own words. Your manager sees whether both mean the same.',
      'A check-in travels with your log. It can be changed until the day is over.',
    ].join('\n'),
  },
  checkInTeam: {
    title: 'Check-in of the team',
    text: 'Who has planned the day, what was done since, and what holds people up.',
    how: [
      'Set up a daily check-in with a time; it is asked for by each member’s own clock and only on working days.',
      'Rows with a blocker come first. Open the blocked work, answer it, or give it to somebody else.',
      'Give an instruction to a member and read how they say it back. Confirm it, or say what you meant.',
    ].join('\n'),
  },
  work: {
    title: 'Work',
    text: 'Every piece of open work, as a board or a list.',
    how: [
      'Columns are stages: requested, in progress, blocked, to accept, returned.',
      'Drag a card to another stage, or move it with the keyboard.',
      'The tabs keep what matters close: overdue, at risk, blocked. Filters can be kept as views of your own.',
      'A manager gives work out here, one piece, many from a pasted table, or again and again by a rule.',
      'Accept finished work or return it with a reason. The reason reaches whoever did it.',
    ].join('\n'),
  },
  entries: {
    title: 'Entries',
    text: 'The whole log: everything that was requested, started or finished, with its times.',
    how: [
      'Type words to find entries, and narrow by outcome, member, days or stage.',
      'Open a row to see its history: who changed what, and when.',
      'Correct an entry where it is wrong. What stood there before is kept.',
      'Every figure in Overview and Insights leads here, to the entries behind it.',
    ].join('\n'),
  },
  checklists: {
    title: 'Checklists',
    text: 'Procedures that you can run, those that are due, and those you have begun.',
    how: [
      'Due checklists come first, with the time by which they are wanted.',
      'A begun checklist waits at the step where you left it, also after a power cut.',
      'Leave a due checklist out only with a reason; what nobody began is shown as missed.',
    ].join('\n'),
  },
  run: {
    title: 'Running a checklist',
    text: 'One step at a time, with how it is done and why it is there.',
    how: [
      'Do what the step asks and go on. Each answer is saved at once.',
      'Where your manager has translated it, you read it in your own language. “Show the original” turns back to their words.',
      'Say when a step blocks you. The run is paused and your manager sees it.',
      'Suggest a better wording where a step is unclear. It goes to whoever looks after the SOP.',
      'At the end, log what came of it without typing it again.',
      'Hand a run over to a colleague: they go on at the same step.',
    ].join('\n'),
  },
  wrapUp: {
    title: 'Wrap up',
    text: 'The report of your day, written from your log.',
    how: [
      'Output and blockers are filled in from what you logged. Change the words as you like.',
      'Where a target was missed, one question asks why. An answer is needed before the report goes.',
      'Send the report, or copy it as text for a chat.',
    ].join('\n'),
  },
} as const;
