/** The glossary: each word means one thing on every screen. */
export const helpTerms = {
  workspace: {
    title: 'Workspace',
    text: 'One plan and the people who work to it. Several can be on one computer; their work never mixes.',
  },
  member: {
    title: 'Member',
    text: 'A person in a workspace, as manager or assistant, with a time zone and a calendar.',
  },
  goal: { title: 'Goal', text: 'Where you want to be in a few years.' },
  priority: { title: 'Priority', text: 'What matters for a goal this quarter.' },
  keyResult: {
    title: 'Key result',
    text: 'A number that shows whether an objective is reached, from a start to a target.',
  },
  role: { title: 'Role', text: 'Outcomes that one person answers for together.' },
  outcome: {
    title: 'Outcome',
    text: 'A result that somebody owns, with its measures. It says what is true when it is reached, not what people do.',
  },
  measure: {
    title: 'Measure',
    text: 'How an outcome is judged: how many, how fast, how accurate, kept promises, a score, money.',
  },
  target: { title: 'Target', text: 'The value that a measure should reach in its period.' },
  promise: {
    title: 'Promise',
    text: 'A time within which work is answered, started or completed, counted in working time. Also called SLA.',
  },
  deliverable: {
    title: 'Deliverable',
    text: 'One piece of work for an outcome: requested, started, perhaps blocked, completed, then accepted or returned.',
  },
  entry: {
    title: 'Entry',
    text: 'A line of the log. What is logged at once is a deliverable that is already completed.',
  },
  dailyLog: {
    title: 'Daily log',
    text: 'What a member completed on one day, with that day’s check-in.',
  },
  sop: {
    title: 'SOP',
    text: 'Standard operating procedure: how a result is reached, step by step and why, in numbered versions.',
  },
  run: { title: 'Run', text: 'One time through a checklist, by one version of its SOP.' },
  suggestion: {
    title: 'Suggestion',
    text: 'What somebody would change in a step, proposed while they were at it.',
  },
  checkIn: { title: 'Check-in', text: 'What somebody takes up on a day and what holds them up.' },
  review: { title: 'Review', text: 'A weekly or monthly look at results, which ends in actions.' },
  calendar: { title: 'Calendar', text: 'Working hours, breaks and holidays in a time zone.' },
  workingTime: {
    title: 'Working time',
    text: 'Time inside a calendar’s hours. Two working hours asked on Friday evening are over on Monday morning.',
  },
  turnaround: { title: 'Turnaround', text: 'From when work was asked for until it was completed.' },
  cycleTime: { title: 'Cycle time', text: 'From when work was started until it was completed.' },
  accuracy: { title: 'Accuracy', text: 'The share that was right, of what was checked.' },
  rework: {
    title: 'Rework',
    text: 'Work that was returned or opened again, of all that was completed.',
  },
  inProgress: { title: 'Work in progress', text: 'Started and not completed.' },
  interval: {
    title: 'Interval',
    text: 'The range that holds the true value 95 times in 100. Few cases make it wide.',
  },
  median: {
    title: 'Median',
    text: 'The middle one: half are below it, half above. One odd case does not move it.',
  },
  excused: {
    title: 'Excused',
    text: 'The same figure without waiting for the client and without outages. It stands beside the raw one, never instead.',
  },
  outage: { title: 'Outage', text: 'Working time without power or connection.' },
  receiver: {
    title: 'Receiver',
    text: 'The program that takes in what a team sends: in the manager’s app, or on a server.',
  },
  receipt: { title: 'Receipt', text: 'The proof that something arrived and was imported.' },
  sample: {
    title: 'Sample',
    text: 'Work drawn at random to be looked at. Also the invented workspace to look around in.',
  },
} as const;
