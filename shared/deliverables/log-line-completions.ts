import type { BlockedOn } from './deliverable.ts';
import { BLOCKED_ON } from './deliverable.ts';
import { completeOutcomes } from './log-line-names.ts';
import type { LogLine, LogVocabulary } from './log-line.ts';
import { foldText } from './log-line-words.ts';

/** A way to go on with a line: what it would say, and the line and caret when taken. */
export interface Completion {
  readonly key: string;
  readonly kind: 'outcome' | 'client' | 'blockedOn';
  /** The outcome's id, the client's name, or on whom work waits. */
  readonly value: string;
  readonly text: string;
  readonly caret: number;
}

const AT_MOST = 7;

/**
 * What may be meant at the caret: clients after `@`, and where the line lacks its outcome or on whom
 * it waits, those that fit what is typed, likeliest first.
 */
export function completionsOf(
  text: string,
  caret: number,
  line: LogLine,
  vocabulary: LogVocabulary,
): readonly Completion[] {
  const clients = clientCompletions(text, caret, vocabulary.clients);
  if (clients.length > 0) return clients;
  if (line.problems.some(({ code }) => code === 'blocked-on-missing')) {
    return BLOCKED_ON.map((on) => blockedOnCompletion(text, on));
  }
  return outcomeCompletions(text, caret, line, vocabulary).slice(0, AT_MOST);
}

function clientCompletions(
  text: string,
  caret: number,
  clients: readonly string[],
): readonly Completion[] {
  const typed = /(?:^|\s)@([^\s@,;"]{0,40})$/u.exec(text.slice(0, caret));
  if (!typed) return [];
  const query = foldText(typed[1] ?? '');
  const start = caret - (typed[1] ?? '').length;
  return clients
    .filter((name) => foldText(name).startsWith(query) && foldText(name) !== query)
    .slice(0, AT_MOST)
    .map((name) => ({
      key: `client ${name}`,
      kind: 'client',
      value: name,
      ...replaced(text, start, caret, `${name} `),
    }));
}

function outcomeCompletions(
  text: string,
  caret: number,
  line: LogLine,
  { outcomes }: LogVocabulary,
): readonly Completion[] {
  const problem = line.problems.find(({ code }) => code.startsWith('outcome-'));
  if (!problem || text.trim() === '') return [];
  const place = outcomePlace(text, caret, line, problem);
  const typed = text.slice(place.start, place.end).replace(/^for\s+/i, '');
  const fitting = completeOutcomes(typed, outcomes);
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const meant = problem.outcomeIds.flatMap((id) => byId.get(id) ?? []);
  const isTyping = typed !== '' && fitting.length > 0;
  const offered = meant.length > 0 ? meant : fitting.length > 0 ? fitting : outcomes;
  const at = meant.length > 0 || !isTyping ? endOfHead(text) : null;
  return offered.map((outcome) => {
    const inserted = `for ${outcome.name}`;
    const next =
      at === null
        ? replaced(text, place.start, place.end, spaced(text, place.start, inserted))
        : replaced(text, at, at, spaced(text, at, inserted));
    return { key: outcome.id, kind: 'outcome', value: outcome.id, ...next };
  });
}

/** The stretch that is being typed for the outcome's name: the unknown phrase, or free words at the caret. */
function outcomePlace(
  text: string,
  caret: number,
  line: LogLine,
  problem: LogLine['problems'][number],
): { readonly start: number; readonly end: number } {
  if (problem.code === 'outcome-unknown') {
    const lead = /\bfor\s+$/i.exec(text.slice(0, problem.start));
    return { start: problem.start - (lead?.[0].length ?? 0), end: problem.end };
  }
  const free = line.tokens.find(
    ({ kind, start, end }) => kind === 'note' && start < caret && caret <= end,
  );
  return free ? { start: free.start, end: free.end } : { start: caret, end: caret };
}

function blockedOnCompletion(text: string, on: BlockedOn): Completion {
  const word = on === 'self' ? 'me' : on;
  const at = /:/.exec(text)?.index ?? endOfHead(text);
  return {
    key: `on ${on}`,
    kind: 'blockedOn',
    value: on,
    ...replaced(text, at, at, spaced(text, at, `on ${word}`)),
  };
}

/** The end of a line's first part, where its outcome is said. */
function endOfHead(text: string): number {
  const comma = /,(?!\d{3}(?!\d))|;/.exec(text);
  return text.slice(0, comma?.index ?? text.length).trimEnd().length;
}

const spaced = (text: string, at: number, inserted: string): string =>
  `${at > 0 && !/\s/.test(text[at - 1] ?? '') ? ' ' : ''}${inserted}`;

function replaced(
  text: string,
  start: number,
  end: number,
  inserted: string,
): { readonly text: string; readonly caret: number } {
  return {
    text: text.slice(0, start) + inserted + text.slice(end),
    caret: start + inserted.length,
  };
}
