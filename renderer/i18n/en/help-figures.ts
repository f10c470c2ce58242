/** Help about the screens that show figures. In `how`, each line is a paragraph of its own. */
export const helpFigures = {
  overview: {
    title: 'Overview',
    text: 'Where the team stands: what was delivered against target, what is stuck, and on whom.',
    how: [
      'What needs you comes first: work that waits for you, decisions, and figures out of line.',
      'Choose a day, a week, a month or dates. A period that still runs is held against the part of it that has passed.',
      'Press a figure to see the entries behind it.',
      'Members with different hours count by their own days; switch to clients’ days where theirs matter.',
      'Import now reads at once what has arrived. It also happens by itself.',
    ].join('\n'),
  },
  insights: {
    title: 'Insights',
    text: 'The same figures over any time, laid out by member, outcome, client or key result.',
    how: [
      'Output: how much, and how steadily. Flow: how long work takes and where it waits. Promises: what was answered in time. Quality: accuracy and rework. Value: money brought and spent.',
      'Hold a period against the one before, or against the same one a year ago.',
      'Press a point, a bar or a cell to see its entries.',
      'Keep a layout that you come back to as a view, and share any tab as a file.',
    ].join('\n'),
  },
  quality: {
    title: 'Quality',
    text: 'How good the work is, found out by looking at a random few.',
    how: [
      'Draw a sample: say how sure you want to be, and the right number is drawn at random.',
      'Look at each piece of work, accept it or return it with a reason.',
      'The range beside a share is where the true one lies. More looked at makes it narrower.',
      'Where a measure asks for samples, those that are due stand at the top.',
      'A drawn sample keeps its seed, so that anybody can draw the same one again.',
    ].join('\n'),
  },
  reviews: {
    title: 'Reviews',
    text: 'Weekly and monthly conversations, with the figures at hand and actions that come back.',
    how: [
      'Schedule reviews once; each is prepared when it comes round.',
      'Go through what changed and why, write a few words, and agree on actions with a name and a day.',
      'Holding a review keeps its figures as they were on screen. They do not change later.',
      'Actions that are still open stand first in the next review.',
      'A member reads the monthly review about their own work once it is held.',
    ].join('\n'),
  },
} as const;
