/** Help about the screens of the plan. In `how`, each line is a paragraph of its own. */
export const helpPlan = {
  strategy: {
    title: 'Strategy',
    text: 'What the work is for, from a goal years away down to what people do today.',
    how: [
      'A goal is served by priorities, a priority by objectives, an objective by key results, a key result by outcomes.',
      'Write it as an outline, with the keyboard alone if you like.',
      'Every member sees at their work which goal it serves.',
      'Compare quarters to see what was kept, dropped and reached.',
    ].join('\n'),
  },
  outcomes: {
    title: 'Outcomes',
    text: 'The results that somebody answers for, each with its measures, and the roles that gather them.',
    how: [
      'An outcome is a result and no activity: “Every new product is live within a day”, not “upload products”.',
      'Give each outcome one owner. Others can work on it.',
      'A role gathers outcomes that go together, so that somebody new knows what they answer for.',
      'Archive what is no longer wanted: its past stays in the figures.',
    ].join('\n'),
  },
  outcome: {
    title: 'Writing an outcome',
    text: 'The page of one outcome: the result, how it is judged, what is promised, and who answers for it.',
    how: [
      'Write the result in one sentence. What reads like an activity gets a result offered in its place.',
      'Add a measure and a target: how many a day, how fast, how accurate.',
      'Promise a time only where somebody counts on it. It is counted in working time.',
      'Say which key result it serves; that is the “why” that everybody sees.',
      'The side of the page reads it back in words. What is unsaved is kept while you look elsewhere.',
    ].join('\n'),
  },
  sops: {
    title: 'SOPs',
    text: 'How results are reached, step by step, and why each step is there.',
    how: [
      'Begin with a blank one, a template, a copy, or a document that you have.',
      'Press Enter at the end of a step for the next one. Say how it is done and why it matters.',
      'A step can ask for a number, a choice, a date, a file or a signature, and lead on by what was answered.',
      'Publish when it is ready. Runs that have begun keep their version; the next ones take the new one.',
      'Readers shows who has read it, Suggestions what people would change, Insights where runs go wrong.',
      'Translations lets everybody read it in their own language. What changes in a new version is read in the original until it is translated again.',
      'A review date asks you to look at it again.',
    ].join('\n'),
  },
  team: {
    title: 'Team',
    text: 'Who works here, where and when, for whom, and how they get in.',
    how: [
      'Add a member and give them their invite, as a link, a code, a picture or a file.',
      'A calendar says when somebody works. Targets, promises and quiet hours follow it.',
      'A calendar that is edited gets a new version from a day on; what was measured before stays.',
      'Clients have a name and a time zone, so that their day is shown beside yours.',
      'Revoke a computer that was lost: what it sent before stays, what it sends later is not taken.',
    ].join('\n'),
  },
  handover: {
    title: 'Hand over',
    text: 'Everything that goes with a member’s work when somebody else takes it up.',
    how: [
      'It gathers outcomes, open work with its history, the step of each open checklist, and what only this member knows.',
      'Give it all to one colleague, or piece by piece to several.',
      'Print it for a talk; who takes over says back what they have understood.',
    ].join('\n'),
  },
} as const;
