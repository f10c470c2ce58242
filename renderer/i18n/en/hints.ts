/** Hints: one at a time, in a line beside what they are about. */
export const hints = {
  today: 'J and K go from row to row; S starts, B blocks and C completes the work in it.',
  figures: 'Press any figure to see the entries behind it.',
  insights: 'Press a point, a bar or a cell to see the entries behind it.',
  work: 'Drag a card, or press Ctrl and an arrow key, to move it to another stage.',
  entries: 'Press Enter on an entry to see who changed what, and when.',
  sop: 'Press Enter at the end of a step to write the next one.',
  run: 'Space or Enter does what the step asks. E suggests a better wording.',
  dismiss: 'Got it',
  settings: {
    title: 'Hints',
    label: 'Show hints beside what they are about',
    sampleLabel: 'Show hints in the sample, too',
    text: 'One at a time; each goes for good once you say so.',
    again: 'Show all hints again',
    againDone: 'Hints are shown again',
  },
} as const;
