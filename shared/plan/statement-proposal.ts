import type { RoleFamily } from './outcome.ts';
import type { TemplateId } from './outcome-templates.ts';
import { templatesOf } from './outcome-templates.ts';
import { activityVerbAt, statementHints, typedWords } from './statement-hint.ts';
import { topicOf } from './statement-topics.ts';
import type { ThingsKey } from './statement-topics.ts';
import {
  ACTIVITY_NOUNS,
  CLOSING_WORDS,
  LEADING_WORDS,
  LINKING_WORDS,
  RESULT_VERBS,
} from './statement-words.ts';

/** A result to put in the place of an activity: a template, about the things that were named. */
export interface Proposal {
  readonly template: TemplateId;
  /** As they were typed: "supplier invoices"; or a word of the catalogue of texts. */
  readonly things: { readonly text: string } | { readonly key: ThingsKey };
}

/**
 * The result that an activity is probably for, or null where the statement is none or says a result
 * already. What is worked on ("inbox", "invoices") decides, else the family, else the verb's object.
 */
export function proposeResult(statement: string, family: RoleFamily): Proposal | null {
  const [gravest] = statementHints(statement);
  if (gravest?.kind !== 'activity' && gravest?.kind !== 'no-measure') return null;
  const typed = typedWords(statement);
  const words = typed.map((word) => word.toLowerCase());
  const verbAt = activityVerbAt(words);
  const topic = topicOf(words);
  if (gravest.kind === 'no-measure' && !topic) return null;
  const template = topic?.template ?? templatesOf(family)[0]?.id;
  if (!template) return null;
  const object = gravest.kind === 'activity' ? objectOf(typed, words, verbAt) : '';
  if (canBeNamed(object, template)) return { template, things: { text: object } };
  return { template, things: { key: topic?.things ?? DEFAULT_THINGS[template] } };
}

/** What a template is about when nobody said: the blank that is filled in first. */
export const DEFAULT_THINGS: Readonly<Record<TemplateId, ThingsKey>> = {
  firstResponse: 'inquiries',
  resolution: 'tickets',
  delivery: 'fixes',
  defects: 'changes',
  decisions: 'recommendations',
  insight: 'briefs',
  turnaround: 'requests',
  accuracy: 'records',
  cost: 'requests',
};

/** What an activity is done to: "Process the supplier invoices weekly" is about "supplier invoices". */
function objectOf(typed: readonly string[], words: readonly string[], verbAt: number): string {
  const isPassed = verbAt >= 0 ? isLinking : (word: string) => LEADING_WORDS.has(word);
  let from = verbAt + 1;
  while (isPassed(words[from] ?? '')) from += 1;
  const object: string[] = [];
  for (let at = from; at < words.length && object.length < 3; at += 1) {
    const word = words[at] ?? '';
    if (CLOSING_WORDS.has(word) || RESULT_VERBS.has(word) || ACTIVITY_NOUNS.has(word)) break;
    object.push(lowered(typed[at] ?? ''));
  }
  return object.join(' ');
}

const isLinking = (word: string): boolean => LINKING_WORDS.has(word) || /^\d+$/.test(word);

/** "Invoices" inside a sentence is "invoices"; "FAQ" and "CVs" stay as they are. */
const lowered = (word: string): string =>
  /^\p{Lu}\p{Ll}*$/u.test(word) && word.length > 1 ? word.toLowerCase() : word;

/** Templates whose words go with anything that can be counted: of the others only their own things make sense. */
const NAMES_ANYTHING: ReadonlySet<TemplateId> = new Set([
  'firstResponse',
  'resolution',
  'turnaround',
  'accuracy',
  'cost',
]);

const PEOPLE =
  /(applicants|buyers|candidates|clients|competitors|customers|guests|suppliers|vendors)$/;

/** Only what is many can stand after "all"; people get answers, but are not "done". */
const canBeNamed = (things: string, template: TemplateId): boolean =>
  NAMES_ANYTHING.has(template) &&
  /[^s\s]s$/.test(things) &&
  !(PEOPLE.test(things) && template !== 'firstResponse');
