import type { MeasureKind } from '../plan/outcome.ts';
import type { BlockedOn } from './deliverable.ts';
import type { Problem } from './log-line-problems.ts';
import { problemsOf } from './log-line-problems.ts';
import { readErrors, readValue } from './log-line-amounts.ts';
import type { NamedOutcome } from './log-line-names.ts';
import { readOutcome } from './log-line-names.ts';
import { noteOf } from './log-line-note.ts';
import { readQuantity, readQuantityBeside } from './log-line-quantity.ts';
import { isMeasured, readCost, readRatio, readScore } from './log-line-results.ts';
import type { LogToken } from './log-line-reading.ts';
import { claim, readingOf, tokensOf } from './log-line-reading.ts';
import { readClient, readDay, readReference } from './log-line-marks.ts';
import { unclearQuantity } from './log-line-unclear.ts';
import type { LogIntent, Person } from './log-line-verbs.ts';
import { readBlockedOn, readVerb } from './log-line-verbs.ts';

/** The names a typed line can speak of: those of the person who types it. */
export interface LogVocabulary {
  readonly outcomes: readonly NamedOutcome[];
  readonly clients: readonly string[];
  readonly people: readonly Person[];
  /** ISO 4217 code of values. */
  readonly currency: string;
}

/** What a typed line says. Null or empty where it says nothing of the kind. */
export interface LogLine {
  readonly intent: LogIntent;
  readonly outcomeId: string | null;
  readonly quantity: number | null;
  readonly errors: number | null;
  readonly valueMinor: number | null;
  readonly costMinor: number | null;
  readonly score: number | null;
  readonly partCount: number | null;
  readonly wholeCount: number | null;
  readonly reference: string;
  readonly client: string;
  readonly blockedOn: BlockedOn | null;
  /** The member it waits for; empty where the line names none. */
  readonly blockedWhoId: string;
  /** 0 today, -1 yesterday. */
  readonly dayOffset: 0 | -1;
  readonly note: string;
  /** What each stretch of the line was taken for; together they cover it in order. */
  readonly tokens: readonly LogToken[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a typed line: `12 listings for Product uploads, 1 error, $45 @Acme photos came late`. Where an
 * outcome measures them also `cost 40`, `score 4.5` and `3 of 4 adopted`.
 * A leading verb (`started`, `blocked on client: …`, `unblocked`, `done`, `new:`) moves a piece of work
 * along instead of logging finished output. What means nothing else is the note; after `note:`
 * everything is. Never fails: what is unclear is among the problems, with what it may have meant.
 */
export function parseLogLine(text: string, vocabulary: LogVocabulary): LogLine {
  const reading = readingOf(text);
  const intent = readVerb(reading);
  protectNote(reading);
  const reference = readReference(reading);
  const client = readClient(reading, vocabulary.clients);
  const isTold = (kind: MeasureKind): boolean => isMeasured(vocabulary.outcomes, kind);
  const cost = isTold('cost') ? readCost(reading, vocabulary.currency) : null;
  const score = isTold('score') ? readScore(reading) : null;
  const ratio = isTold('ratio') ? readRatio(reading, vocabulary.outcomes) : null;
  const value = readValue(reading, vocabulary.currency);
  const errors = readErrors(reading);
  const dayOffset = readDay(reading);
  const blockedBy = intent === 'blocked' ? readBlockedOn(reading, vocabulary.people) : null;
  const counted = readQuantity(reading, vocabulary.outcomes);
  const outcome = readOutcome(reading, vocabulary.outcomes, counted?.unitAt ?? null);
  const quantity = counted?.quantity ?? readQuantityBeside(reading);
  const outcomeId =
    chosenOutcome(outcome.choices, vocabulary.outcomes) ??
    (outcome.choices.length === 0 && !outcome.unknown ? (ratio?.outcomeId ?? null) : null);
  const line = {
    intent,
    outcomeId,
    quantity,
    errors,
    valueMinor: value?.minor ?? null,
    costMinor: cost?.minor ?? null,
    score,
    partCount: ratio?.partCount ?? null,
    wholeCount: ratio?.wholeCount ?? null,
    reference,
    client,
    blockedOn: blockedBy?.on ?? null,
    blockedWhoId: blockedBy?.whoId ?? '',
    dayOffset,
    note: noteOf(reading),
    tokens: tokensOf(reading),
  };
  const isCounted = intent === 'log' || intent === 'done';
  const unclear = {
    quantity: isCounted ? unclearQuantity(reading, vocabulary.outcomes, quantity) : null,
    amount: value?.unclear ?? cost?.unclear ?? null,
    foreign: value?.foreign ?? cost?.foreign ?? null,
  };
  return { ...line, problems: problemsOf(line, outcome, unclear) };
}

/** Two choices as likely as this are both meant: the person decides. */
const TOO_CLOSE = 0.08;

function chosenOutcome(
  choices: readonly { readonly id: string; readonly score: number }[],
  outcomes: readonly NamedOutcome[],
): string | null {
  const [best, second] = choices;
  if (best) return second && best.score - second.score < TOO_CLOSE ? null : best.id;
  // Who answers for one outcome only need not name it.
  return outcomes.length === 1 ? (outcomes[0]?.id ?? null) : null;
}

/** After `note:` nothing is interpreted. */
function protectNote(reading: ReturnType<typeof readingOf>): void {
  const at = reading.words.findIndex((word) => word.key === 'note' && word.hasColon);
  if (at < 0) return;
  for (let index = at + 1; index < reading.words.length; index += 1) {
    claim(reading, 'note', index);
  }
  claim(reading, 'gap', at);
}
