/** Why a statement does not yet read as a result. */
export type StatementHint = 'activity' | 'no-measure';

/** Verbs that name what somebody does all day rather than what is then true. */
const ACTIVITY_VERBS: ReadonlySet<string> = new Set([
  'administer',
  'answer',
  'assist',
  'attend',
  'check',
  'communicate',
  'conduct',
  'coordinate',
  'create',
  'do',
  'edit',
  'enter',
  'follow',
  'handle',
  'help',
  'keep',
  'look',
  'maintain',
  'make',
  'manage',
  'monitor',
  'organise',
  'organize',
  'oversee',
  'perform',
  'post',
  'prepare',
  'process',
  'provide',
  'reply',
  'research',
  'respond',
  'review',
  'run',
  'schedule',
  'send',
  'supervise',
  'support',
  'take',
  'track',
  'update',
  'upload',
  'work',
  'write',
]);

/**
 * Whether a statement reads like an activity ("Manage inbox", "Handling returns") or names no figure
 * and no deadline to tell by. Null where it reads like a result, or is empty.
 */
export function statementHint(statement: string): StatementHint | null {
  const words = statement
    .trim()
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u);
  const [first = ''] = words;
  if (first === '') return null;
  if (isActivityVerb(first)) return 'activity';
  return words.some(isMeasureWord) ? null : 'no-measure';
}

function isActivityVerb(word: string): boolean {
  if (ACTIVITY_VERBS.has(word)) return true;
  if (!word.endsWith('ing')) return false;
  const stem = word.slice(0, -3);
  const isDoubled = stem.length > 2 && stem.at(-1) === stem.at(-2);
  return (
    ACTIVITY_VERBS.has(stem) ||
    ACTIVITY_VERBS.has(`${stem}e`) ||
    (isDoubled && ACTIVITY_VERBS.has(stem.slice(0, -1)))
  );
}

const MEASURE_WORDS: ReadonlySet<string> = new Set([
  'all',
  'day',
  'days',
  'each',
  'every',
  'friday',
  'hour',
  'hours',
  'minute',
  'minutes',
  'monday',
  'month',
  'never',
  'no',
  'none',
  'one',
  'same',
  'two',
  'week',
  'within',
  'zero',
]);

const isMeasureWord = (word: string): boolean => /[\d%]/.test(word) || MEASURE_WORDS.has(word);
