import { z } from 'zod';
import { STAGES } from '../deliverables/deliverable.ts';

/**
 * Everything about a member's place that the next one has to know, with names instead of references: whoever
 * opens it from a file may be able to read nothing else of the team. Times are UTC ms. `v` 1.
 */
export interface HandOverFacts {
  readonly v: 1;
  readonly workspaceName: string;
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly place: string;
    /** IANA zone in which its instants are written. */
    readonly timeZone: string;
  };
  readonly madeAtMs: number;
  readonly byName: string;
  readonly outcomes: readonly HandedOutcome[];
  readonly work: readonly HandedWork[];
  readonly runs: readonly HandedRun[];
  readonly sops: readonly HandedSop[];
  readonly blockers: readonly HandedBlocker[];
  readonly contacts: readonly HandedContact[];
  readonly notes: readonly HandedNote[];
  readonly recurring: readonly HandedRecurring[];
  readonly instructions: readonly HandedInstruction[];
  readonly logs: readonly HandedLog[];
}

export interface HandedOutcome {
  readonly id: string;
  readonly name: string;
  readonly statement: string;
  readonly isOwner: boolean;
  readonly standIns: readonly string[];
}

export interface HandedWork {
  readonly id: string;
  readonly outcomeId: string;
  readonly outcome: string;
  readonly title: string;
  readonly client: string;
  readonly stage: (typeof STAGES)[number];
  readonly requestedAtMs: number | null;
  readonly dueAtMs: number | null;
  readonly note: string;
  /** What was done about it so far, oldest first. */
  readonly history: readonly { readonly atMs: number; readonly what: string }[];
}

export interface HandedRun {
  readonly id: string;
  readonly sopId: string;
  readonly sop: string;
  readonly outcomeId: string;
  readonly work: string;
  readonly startedAtMs: number;
  /** The step in front of them, and the how-manieth of those that are shown. */
  readonly step: string;
  readonly stepNumber: number;
  readonly stepCount: number;
  readonly answers: readonly { readonly step: string; readonly answer: string }[];
  /** To whom it has been offered already; empty where to nobody. */
  readonly offeredTo: string;
}

export interface HandedSop {
  readonly id: string;
  readonly title: string;
  readonly others: readonly {
    readonly memberId: string;
    readonly name: string;
    /** Ran it lately, or has read the version that is in force. */
    readonly why: 'ran' | 'read';
  }[];
}

export interface HandedBlocker {
  readonly what: string;
  /** Whom it waits for. */
  readonly who: string;
  readonly reason: string;
  readonly sinceMs: number;
  /** `waits`: their work waits; `holds`: a colleague's work waits for them. */
  readonly way: 'waits' | 'holds';
}

export interface HandedContact {
  readonly name: string;
  readonly about: readonly string[];
}

export interface HandedNote {
  readonly outcomeId: string;
  readonly about: string;
  readonly text: string;
  readonly byName: string;
  readonly atMs: number;
}

export interface HandedRecurring {
  readonly id: string;
  readonly outcomeId: string;
  readonly title: string;
  readonly rule: string;
  readonly isPaused: boolean;
}

export interface HandedInstruction {
  readonly text: string;
  readonly isAgreed: boolean;
}

/** How far the member's log is known: whatever they wrote since is missing here. */
export interface HandedLog {
  readonly device: string;
  readonly heardAtMs: number | null;
  /** Entries that are missing while later ones have arrived. */
  readonly missingCount: number;
}

const text = z.string();
const ms = z.number();
const maybeMs = z.number().nullable();

/** What a file must hold to be read; written by whoever signed it, so nothing of it is believed unseen. */
const factsSchema = z.object({
  v: z.literal(1),
  workspaceName: text,
  member: z.object({ id: text, name: text, title: text, place: text, timeZone: text }),
  madeAtMs: ms,
  byName: text,
  outcomes: z.array(
    z.object({
      id: text,
      name: text,
      statement: text,
      isOwner: z.boolean(),
      standIns: z.array(text),
    }),
  ),
  work: z.array(
    z.object({
      id: text,
      outcomeId: text,
      outcome: text,
      title: text,
      client: text,
      stage: z.enum(STAGES),
      requestedAtMs: maybeMs,
      dueAtMs: maybeMs,
      note: text,
      history: z.array(z.object({ atMs: ms, what: text })),
    }),
  ),
  runs: z.array(
    z.object({
      id: text,
      sopId: text,
      sop: text,
      outcomeId: text,
      work: text,
      startedAtMs: ms,
      step: text,
      stepNumber: z.number(),
      stepCount: z.number(),
      answers: z.array(z.object({ step: text, answer: text })),
      offeredTo: text,
    }),
  ),
  sops: z.array(
    z.object({
      id: text,
      title: text,
      others: z.array(z.object({ memberId: text, name: text, why: z.enum(['ran', 'read']) })),
    }),
  ),
  blockers: z.array(
    z.object({ what: text, who: text, reason: text, sinceMs: ms, way: z.enum(['waits', 'holds']) }),
  ),
  contacts: z.array(z.object({ name: text, about: z.array(text) })),
  notes: z.array(z.object({ outcomeId: text, about: text, text, byName: text, atMs: ms })),
  recurring: z.array(
    z.object({ id: text, outcomeId: text, title: text, rule: text, isPaused: z.boolean() }),
  ),
  instructions: z.array(z.object({ text, isAgreed: z.boolean() })),
  logs: z.array(z.object({ device: text, heardAtMs: maybeMs, missingCount: z.number() })),
});

/** Null where it is none. */
export function readHandOverFacts(json: string): HandOverFacts | null {
  try {
    const value: unknown = JSON.parse(json);
    const facts = factsSchema.safeParse(value).data ?? null;
    return facts && isZone(facts.member.timeZone) ? facts : null;
  } catch {
    return null;
  }
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
