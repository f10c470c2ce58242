import type { Sla } from '../plan/outcome.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { Block, Deliverable } from './deliverable.ts';
import { isReturned, openBlock } from './deliverable.ts';
import type { Pressure } from './pressure.ts';
import { NO_PRESSURE, comparePressure, knownFirst, pressureOn } from './pressure.ts';

/** What a piece of work is measured by: its calendar's working time, and what is promised for it. */
export interface AgendaTerms {
  readonly clock: WorkClock;
  /** The promises to work requested when this was. */
  readonly slas: readonly Sla[];
  /** Working ms that its outcome's work usually takes from start to completion; null where unknown. */
  readonly usualWorkMs: number | null;
}

export interface AgendaInput<T extends Deliverable> {
  readonly open: readonly T[];
  readonly termsOf: (work: T) => AgendaTerms;
  /** Whether work that has to be done first is not. */
  readonly isWaiting: (work: T) => boolean;
  /** When the work day ends that is now; UTC ms. */
  readonly dayEndsAtMs: number;
  readonly nowMs: number;
}

/** An open piece of work and what makes it matter. Times are UTC ms. */
export interface AgendaItem<T extends Deliverable = Deliverable> extends Pressure {
  readonly work: T;
  readonly block: Block | null;
  /** Working ms of the wait so far; null where it waits for nobody. */
  readonly waitedWorkMs: number | null;
  /** When it was begun, else asked for; null where neither is known. */
  readonly sinceMs: number | null;
  /** When its calendar opens again, at which its countdown goes on; null while it is open or never will be. */
  readonly resumesAtMs: number | null;
}

/** The parts of an agenda in the order in which they matter. */
export const AGENDA_PARTS = [
  'returned',
  'atRisk',
  'inProgress',
  'dueToday',
  'blocked',
  'rest',
  'waiting',
] as const;
export type AgendaPart = (typeof AGENDA_PARTS)[number];

/** Each piece of open work in exactly one part, the most pressing first; the blocked by the longest wait. */
export type Agenda<T extends Deliverable = Deliverable> = Readonly<
  Record<AgendaPart, readonly AgendaItem<T>[]>
>;

/** A member's open work in the order in which it matters, whatever order it comes in. */
export function agendaOf<T extends Deliverable>(input: AgendaInput<T>): Agenda<T> {
  const parts: Record<AgendaPart, AgendaItem<T>[]> = {
    returned: [],
    atRisk: [],
    inProgress: [],
    dueToday: [],
    blocked: [],
    rest: [],
    waiting: [],
  };
  for (const work of input.open) {
    const item = itemOf(work, input);
    parts[partOf(item, input)].push(item);
  }
  for (const part of AGENDA_PARTS) parts[part].sort(part === 'blocked' ? byWait : byPressure);
  return parts;
}

/** All of an agenda's items, as they matter. */
export const agendaItems = <T extends Deliverable>(agenda: Agenda<T>): readonly AgendaItem<T>[] =>
  AGENDA_PARTS.flatMap((part) => agenda[part]);

function itemOf<T extends Deliverable>(work: T, input: AgendaInput<T>): AgendaItem<T> {
  const { nowMs, dayEndsAtMs } = input;
  const terms = input.termsOf(work);
  const { clock } = terms;
  const block = openBlock(work);
  const pressure = pressureOn(work, terms, dayEndsAtMs, nowMs);
  const isPaused = pressure !== NO_PRESSURE && !clock.isOpen(nowMs);
  return {
    ...pressure,
    work,
    block,
    waitedWorkMs: block && Math.max(0, clock.between(block.fromMs, nowMs)),
    sinceMs: work.startedAtMs ?? work.requestedAtMs,
    resumesAtMs: isPaused ? clock.nextOpening(nowMs) : null,
  };
}

function partOf<T extends Deliverable>(item: AgendaItem<T>, input: AgendaInput<T>): AgendaPart {
  const { work, risk } = item;
  if (item.block) return 'blocked';
  if (input.isWaiting(work)) return 'waiting';
  if (isReturned(work)) return 'returned';
  if (risk === 'overdue' || risk === 'atRisk') return 'atRisk';
  if (work.startedAtMs !== null) return 'inProgress';
  return risk === 'soon' ? 'dueToday' : 'rest';
}

const byPressure = (a: AgendaItem, b: AgendaItem): number =>
  comparePressure(a, b) || knownFirst(a.sinceMs, b.sinceMs) || byId(a, b);

const byWait = (a: AgendaItem, b: AgendaItem): number =>
  knownFirst(a.block?.fromMs ?? null, b.block?.fromMs ?? null) || byId(a, b);

const byId = (a: AgendaItem, b: AgendaItem): number =>
  a.work.id < b.work.id ? -1 : a.work.id > b.work.id ? 1 : 0;
