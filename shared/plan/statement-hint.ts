import {
  ACTIVITY_NOUNS,
  ACTIVITY_VERBS,
  ALSO_NOUNS,
  AMOUNT_WORDS,
  DUTY_WORDS,
  LEADING_WORDS,
  QUALITY_WORDS,
  RESULT_VERBS,
  VAGUE_PAIRS,
  VAGUE_WORDS,
} from './statement-words.ts';

/** Why a statement does not yet read as a result; `word` is what gave it away. */
export type StatementHint =
  | { readonly kind: 'activity'; readonly word: string }
  | { readonly kind: 'vague'; readonly word: string }
  | { readonly kind: 'no-measure' }
  | { readonly kind: 'no-quality' };

/**
 * What a statement lacks to be a result, the gravest first: it names an activity ("Manage inbox",
 * "Handling returns", "Data entry"), promises something vague ("in a timely manner"), or says nothing
 * to tell it by: how much or how soon, and how good. Empty where it reads well, or is empty itself.
 */
export function statementHints(statement: string): readonly StatementHint[] {
  const words = wordsOf(statement);
  if (words.length === 0) return [];
  const hasAmount = words.some((word) => /[\d%]/.test(word) || AMOUNT_WORDS.has(word));
  const hasQuality = words.some((word) => word.includes('%') || QUALITY_WORDS.has(word));
  const activity = activityWord(words, hasAmount && hasQuality);
  if (activity !== null) return [{ kind: 'activity', word: activity }];
  const vague = vagueWord(words);
  return [
    ...(vague === null ? [] : [{ kind: 'vague', word: vague } as const]),
    ...(hasAmount ? [] : [{ kind: 'no-measure' } as const]),
    ...(hasAmount && !hasQuality ? [{ kind: 'no-quality' } as const] : []),
  ];
}

/** The words of a statement as they were typed, without what stands between them. */
export const typedWords = (statement: string): readonly string[] =>
  statement.split(/[^\p{L}\p{N}%’'&-]+/u).filter((word) => /[\p{L}\p{N}%]/u.test(word));

const wordsOf = (statement: string): readonly string[] =>
  typedWords(statement).map((word) => word.toLowerCase());

/** Where the verb of an activity stands, behind "responsible for", "we", "to"; or -1. */
export function activityVerbAt(words: readonly string[]): number {
  const at = words.findIndex((word) => !LEADING_WORDS.has(word));
  const verb = words[at];
  if (verb === undefined || !isActivityVerb(verb)) return -1;
  return readsAsThing(words, at) ? -1 : at;
}

function activityWord(words: readonly string[], isTellable: boolean): string | null {
  const at = activityVerbAt(words);
  if (at >= 0) return words[at] ?? null;
  if (isTellable || words.some((word) => RESULT_VERBS.has(word))) return null;
  const [first = ''] = words;
  if (DUTY_WORDS.has(first)) return first;
  const phrase = words.slice(0, 5);
  return phrase.find((word) => ACTIVITY_NOUNS.has(word)) ?? null;
}

/** "Support tickets are settled": a thing of which something is said, not what somebody does. */
function readsAsThing(words: readonly string[], at: number): boolean {
  if (!ALSO_NOUNS.has(stemOf(words[at] ?? ''))) return false;
  const next = words[at + 1] ?? '';
  if (['the', 'a', 'an', 'all', 'our', 'every', 'each', 'any', 'to', 'on'].includes(next)) {
    return false;
  }
  return words.some(
    (word, index) =>
      index > at &&
      RESULT_VERBS.has(word) &&
      !['that', 'which', 'who', 'if', 'when'].includes(words[index - 1] ?? ''),
  );
}

function vagueWord(words: readonly string[]): string | null {
  const text = ` ${words.join(' ')} `;
  return (
    VAGUE_PAIRS.find((pair) => text.includes(` ${pair} `)) ??
    words.find((word) => VAGUE_WORDS.has(word)) ??
    null
  );
}

function isActivityVerb(word: string): boolean {
  return ACTIVITY_VERBS.has(stemOf(word)) || ACTIVITY_VERBS.has(word);
}

/** "handling" and "handles" are "handle", "running" is "run"; another word is itself. */
function stemOf(word: string): string {
  const endings = [
    [/ing$/, ['', 'e']],
    [/ies$/, ['y']],
    [/s$/, ['']],
  ] as const;
  for (const [ending, instead] of endings) {
    if (!ending.test(word)) continue;
    const stem = word.replace(ending, '');
    for (const end of instead) if (ACTIVITY_VERBS.has(stem + end)) return stem + end;
    const isDoubled = stem.length > 2 && stem.at(-1) === stem.at(-2);
    if (ending.source === 'ing$' && isDoubled && ACTIVITY_VERBS.has(stem.slice(0, -1))) {
      return stem.slice(0, -1);
    }
  }
  return word;
}
