import type { Json } from '../json.ts';
import type { Random } from '../random.ts';
import type { Audience, Edit } from '../stream/change.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { ClientKey, OutcomeKey } from './outcomes.ts';
import type { AssistantKey, Person } from './people.ts';
import type { SopKey } from './sops/sop-text.ts';
import type { WorkDay } from './work-days.ts';

export interface TimedEdit {
  readonly memberId: string;
  readonly atMs: number;
  readonly edit: Edit;
}

/** One piece of work as a desk plans it for a day, before it has a time. */
export interface Job {
  readonly outcome: OutcomeKey;
  readonly title: string;
  readonly client: ClientKey | null;
  readonly minutes: number;
  /** Working minutes it lay in the queue before; null for a quick entry that was never requested. */
  readonly waitedMinutes: number | null;
  readonly quantity?: number;
  readonly errors?: number | null;
  readonly valueMinor?: number;
  /** From one star to five, where the customer gave any. */
  readonly score?: number;
  /** How many of how many profiles decided a purchase. */
  readonly partCount?: number;
  readonly wholeCount?: number;
  readonly reference?: string;
  readonly note?: string;
  readonly sop?: SopKey;
  /** Why the manager sends it back the next morning. */
  readonly sentBack?: string;
  readonly isAccepted?: boolean;
}

/** A job that was done, for the day's report and for the manager's eyes. */
export interface Done {
  readonly job: Job;
  readonly id: string;
  readonly completedAtMs: number;
}

/** An assistant at work: who, when, and where edits go. */
export interface Desk {
  readonly person: Person & { readonly key: AssistantKey };
  readonly memberId: string;
  readonly audience: Audience;
  readonly clock: WorkClock;
  readonly days: readonly WorkDay[];
  readonly random: Random;
  readonly newId: () => string;
  readonly ids: Ids;
  /** Writes an edit of this member's own. */
  readonly write: (atMs: number, type: string, id: string, fields: Record<string, Json>) => void;
}

/** Ids of the plan's records by the names that the sample's text uses. */
export interface Ids {
  readonly member: (key: Person['key']) => string;
  readonly outcome: (key: OutcomeKey) => string;
  readonly sop: (key: SopKey) => string;
}
