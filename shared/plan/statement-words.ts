/** Verbs that name what somebody does all day rather than what is then true. */
export const ACTIVITY_VERBS: ReadonlySet<string> = new Set(
  `administer analyse analyze answer arrange assist attend be book build call check clean collect
  communicate compile conduct contact coordinate cover create deal deliver design develop do draft
  edit enter ensure execute file fix follow gather handle help implement input keep liaise log look
  maintain make manage moderate monitor optimise optimize order organise organize oversee own perform
  pick plan post prepare process produce promote provide publish reconcile record reply report
  research respond review run schedule screen search sell send serve set sort source submit supervise
  support take tag test track transcribe translate triage try update upload verify watch work
  write`.split(/\s+/),
);

/** Verbs that are names of things too: "Support tickets are settled" is about tickets. */
export const ALSO_NOUNS: ReadonlySet<string> = new Set(
  `answer book call design draft fix order plan post process record report research review schedule
  search support test track work file log`.split(/\s+/),
);

/** Names of activities, at the end of a phrase: "inbox management", "data entry". */
export const ACTIVITY_NOUNS: ReadonlySet<string> = new Set(
  `administration admin assistance bookkeeping care checking coordination coverage creation
  development editing entry follow-up handling maintenance management moderation monitoring
  organisation organization outreach oversight planning posting preparation processing reporting
  research responsibilities review scheduling support supervision tasks testing tracking
  transcription translation updates upkeep`.split(/\s+/),
);

/** What stands before a verb without changing that it is one. */
export const LEADING_WORDS: ReadonlySet<string> = new Set(
  `to we i you they he she will must should can need needs please always daily weekly monthly also
  and ongoing general help helping responsible for being in charge of tasked with the`.split(/\s+/),
);

/** A duty is no result, whatever it is for: "responsible for social media". */
export const DUTY_WORDS: ReadonlySet<string> = new Set([
  'responsible',
  'help',
  'helping',
  'charge',
]);

/** What is between a verb and what it is about: "follow up on the leads", "take care of orders". */
export const LINKING_WORDS: ReadonlySet<string> = new Set(
  `the a an all any our your their my its each every this these those on of for to with up out after
  in into from at about over care charge sure that daily weekly monthly new incoming various other
  some more through and or`.split(/\s+/),
);

/** Where what the verb is about ends: "answer emails | from customers", "post daily | on Instagram". */
export const CLOSING_WORDS: ReadonlySet<string> = new Set(
  `and or from for in on at to by with as when if so that which who within before after during via
  through into using per is are was were daily weekly monthly regularly quickly promptly accurately
  properly efficiently carefully every each whenever where while until all`.split(/\s+/),
);

/** Verbs of something being so: they make a sentence out of a thing. */
export const RESULT_VERBS: ReadonlySet<string> = new Set(
  `is are get gets has have reach reaches stay stays cost costs go goes arrive arrives hold holds
  know knows find finds leave leaves meet meets come comes match matches contain contains receive
  receives remain remains`.split(/\s+/),
);

/** Words that promise something without saying what. */
export const VAGUE_WORDS: ReadonlySet<string> = new Set(
  `adequate adequately appropriate appropriately asap best better effective effectively efficient
  efficiently excellent fast faster good great high-quality improve improved improves
  nice proper properly prompt promptly quick quickly reasonable reasonably regular regularly satisfactory smooth
  smoothly soon sufficient sufficiently suitable timely well`.split(/\s+/),
);

/** Two words that are as vague as one. */
export const VAGUE_PAIRS: readonly string[] = [
  'as needed',
  'as required',
  'as soon as possible',
  'best effort',
  'high quality',
  'in time',
  'on time',
  'when possible',
  'world class',
];

/** Words of how much and how soon. */
export const AMOUNT_WORDS: ReadonlySet<string> = new Set(
  `all day days each every friday half hour hours minute minutes monday month months never no none
  one two three four five six seven eight nine ten same thursday today tomorrow tuesday wednesday
  week weeks within zero`.split(/\s+/),
);

/** Words of how good, by which a result can be told from a bad one. */
export const QUALITY_WORDS: ReadonlySet<string> = new Set(
  `accepted accuracy accurate adopted approved balanced complaint complaints complete correct correctly
  defect defects error errors errorless fault faults faultless flaw flaws free happy mistake mistakes rated
  rating reconciled reopened returned reworked rework right satisfaction satisfied settled settles
  solved source score signed true typo typos used wrong kept live compliance compliant`.split(
    /\s+/,
  ),
);
