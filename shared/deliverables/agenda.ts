import { readSla } from '../metrics/sla.ts';
import { dayIn } from '../day.ts';
import type { Outcome } from '../plan/outcome.ts';
import { slasOn } from '../plan/outcome.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { Block, Deliverable } from './deliverable.ts';
import { openBlock } from './deliverable.ts';

/** Whether work is late, will be soon, or has time; `none` where nothing says when it is due. */
export type Risk = 'overdue' | 'soon' | 'later' | 'none';

/** An open piece of work and what makes it urgent. Times are UTC ms. */
export interface AgendaItem<T extends Deliverable = Deliverable> {
  readonly work: T;
  /** Its own due time, else what the outcome's SLA promises. */
  readonly dueAtMs: number | null;
  readonly risk: Risk;
  readonly block: Block | null;
  /** When it was begun, else asked for; null where neither is known. */
  readonly sinceMs: number | null;
}

export interface Agenda<T extends Deliverable = Deliverable> {
  /** Waiting on somebody, the longest wait first. */
  readonly blocked: readonly AgendaItem<T>[];
  /** Begun and free to go on, most at risk first. */
  readonly inProgress: readonly AgendaItem<T>[];
  /** Asked for and not begun, most at risk first. */
  readonly toStart: readonly AgendaItem<T>[];
}

/** Work is at risk when less than this share of what it was given is left … */
const SOON_SHARE = 0.25;
/** … or less than two hours. */
const SOON_MS = 2 * 3_600_000;

/** A member's open work in the order in which it matters. */
export function agendaOf<T extends Deliverable>(
  open: readonly T[],
  outcomeById: ReadonlyMap<string, Outcome>,
  clockOf: (outcome: Outcome) => WorkClock,
  nowMs: number,
): Agenda<T> {
  const items = open.map((work): AgendaItem<T> => {
    const outcome = outcomeById.get(work.outcomeId);
    const dueAtMs = work.dueAtMs ?? (outcome ? promisedAt(work, outcome, clockOf, nowMs) : null);
    return {
      work,
      dueAtMs,
      risk: riskOf(dueAtMs, work.requestedAtMs, nowMs),
      block: openBlock(work),
      sinceMs: work.startedAtMs ?? work.requestedAtMs,
    };
  });
  return {
    blocked: items
      .filter(({ block }) => block)
      .toSorted((a, b) => (a.block?.fromMs ?? 0) - (b.block?.fromMs ?? 0)),
    inProgress: items
      .filter(({ block, work }) => !block && work.startedAtMs !== null)
      .toSorted(byUrgency),
    toStart: items
      .filter(({ block, work }) => !block && work.startedAtMs === null)
      .toSorted(byUrgency),
  };
}

function promisedAt(
  work: Deliverable,
  outcome: Outcome,
  clockOf: (outcome: Outcome) => WorkClock,
  nowMs: number,
): number | null {
  if (work.requestedAtMs === null || outcome.slas.length === 0) return null;
  const clock = clockOf(outcome);
  const due = slasOn(outcome, dayIn(work.zone, work.requestedAtMs)).flatMap((sla) => {
    const reading = readSla(work, sla, clock, nowMs);
    const isUnanswered = reading?.state === 'running' || reading?.state === 'overdue';
    return reading && isUnanswered && Number.isFinite(reading.dueAtMs) ? [reading.dueAtMs] : [];
  });
  return due.length === 0 ? null : Math.min(...due);
}

function riskOf(dueAtMs: number | null, fromMs: number | null, nowMs: number): Risk {
  if (dueAtMs === null) return 'none';
  if (dueAtMs < nowMs) return 'overdue';
  const leftMs = dueAtMs - nowMs;
  const givenMs = dueAtMs - (fromMs ?? nowMs);
  return leftMs < SOON_MS || leftMs < givenMs * SOON_SHARE ? 'soon' : 'later';
}

function byUrgency(a: AgendaItem, b: AgendaItem): number {
  return (
    compare(a.dueAtMs, b.dueAtMs) ||
    compare(a.sinceMs, b.sinceMs) ||
    (a.work.id < b.work.id ? -1 : 1)
  );
}

/** Earliest first; what is not known last. */
function compare(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}
