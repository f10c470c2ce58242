import type { BlockedOn } from './deliverable.ts';
import { matchWord } from './word-match.ts';
import { foldText } from './log-line-words.ts';
import type { Reading } from './log-line-reading.ts';
import { claim, isFree } from './log-line-reading.ts';

/** What a line does: logs finished output, or moves a piece of work along. */
export type LogIntent = 'log' | 'done' | 'started' | 'blocked' | 'unblocked' | 'requested';

const VERBS: ReadonlyMap<string, LogIntent> = new Map([
  ['done', 'done'],
  ['finished', 'done'],
  ['completed', 'done'],
  ['start', 'started'],
  ['started', 'started'],
  ['starting', 'started'],
  ['blocked', 'blocked'],
  ['stuck', 'blocked'],
  ['unblocked', 'unblocked'],
  ['resumed', 'unblocked'],
  ['new', 'requested'],
  ['todo', 'requested'],
  ['requested', 'requested'],
]);

/** `new` and `requested` also begin ordinary notes: they are verbs only before a colon. */
const NEEDS_COLON: ReadonlySet<string> = new Set(['new', 'requested', 'todo']);

/** Takes the verb that a line may begin with. */
export function readVerb(reading: Reading): LogIntent {
  const first = reading.words[0];
  const intent = first && VERBS.get(first.key);
  if (!first || !intent || (NEEDS_COLON.has(first.key) && !first.hasColon)) return 'log';
  claim(reading, 'verb', 0);
  return intent;
}

const WHO: ReadonlyMap<string, BlockedOn> = new Map([
  ['manager', 'manager'],
  ['boss', 'manager'],
  ['client', 'client'],
  ['customer', 'client'],
  ['colleague', 'colleague'],
  ['teammate', 'colleague'],
  ['team', 'colleague'],
  ['system', 'system'],
  ['tool', 'system'],
  ['site', 'system'],
  ['internet', 'system'],
  ['power', 'system'],
  ['outage', 'system'],
  ['me', 'self'],
  ['myself', 'self'],
  ['self', 'self'],
]);

export interface Person {
  /** The member; empty where it is nobody of the team. */
  readonly id: string;
  readonly name: string;
  readonly on: BlockedOn;
}

/** On whom work waits, and which member that is where it was one. */
export interface BlockedBy {
  readonly on: BlockedOn;
  readonly whoId: string;
}

/** Takes `on client`, `by the manager` or `on Ana` after `blocked`: on whom the work waits. */
export function readBlockedOn(reading: Reading, people: readonly Person[]): BlockedBy | null {
  for (const [at, word] of reading.words.entries()) {
    if (!isFree(reading, at) || (word.key !== 'on' && word.key !== 'by')) continue;
    const isArticle = /^(the|my|a)$/.test(reading.words[at + 1]?.key ?? '');
    const whoAt = isArticle ? at + 2 : at + 1;
    const who = isFree(reading, whoAt) ? reading.words[whoAt] : undefined;
    const by = who && blockedBy(who.key, people);
    if (!by) continue;
    claim(reading, 'blockedOn', at, whoAt);
    return by;
  }
  return null;
}

function blockedBy(key: string, people: readonly Person[]): BlockedBy | null {
  const on = WHO.get(key);
  if (on) return { on, whoId: '' };
  const person = people.find(
    ({ name }) => matchWord(key, foldText(name.split(' ')[0] ?? '')) >= 0.95,
  );
  return person ? { on: person.on, whoId: person.id } : null;
}
