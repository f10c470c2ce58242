import { readSla } from '../metrics/sla.ts';
import type { Sla, SlaStage } from '../plan/outcome.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import { MINUTE_MS } from '../worktime/zone-offset.ts';
import type { Deliverable } from './deliverable.ts';

/**
 * `overdue`: its time is past. `atRisk`: less working time is left than such work usually takes, or
 * than a quarter of what was given. `soon`: due within this work day. `later`: after it. `none`:
 * nothing says when.
 */
export type Risk = 'overdue' | 'atRisk' | 'soon' | 'later' | 'none';

/** What presses most on open work. */
export interface Pressure {
  readonly risk: Risk;
  /** The stage that was promised by then, or the work's own due time; null where nothing presses. */
  readonly promise: SlaStage | 'due' | null;
  /** UTC ms. */
  readonly dueAtMs: number | null;
  /** Working ms until then, negative once it is past. */
  readonly leftWorkMs: number | null;
}

export const NO_PRESSURE: Pressure = {
  risk: 'none',
  promise: null,
  dueAtMs: null,
  leftWorkMs: null,
};

/** Work is at risk when less than this share of the working time it was given is left. */
const AT_RISK_SHARE = 0.25;

interface Due {
  readonly promise: SlaStage | 'due';
  readonly dueAtMs: number;
  readonly isOverdue: boolean;
  /** Working ms from the request until then; null where it is not known when it was asked for. */
  readonly givenWorkMs: number | null;
}

/**
 * The most pressing of a work's unanswered promises and its own due time: the riskiest, and of those the
 * one with the least working time left. A due time agreed on takes no promise back: it counts as before.
 */
export function pressureOn(
  work: Deliverable,
  terms: {
    readonly clock: WorkClock;
    readonly slas: readonly Sla[];
    readonly usualWorkMs: number | null;
  },
  dayEndsAtMs: number,
  nowMs: number,
): Pressure {
  const { clock, slas, usualWorkMs } = terms;
  const dues = [...ownDue(work, clock, nowMs), ...promised(work, slas, clock, nowMs)];
  let most = NO_PRESSURE;
  for (const { promise, dueAtMs, isOverdue, givenWorkMs } of dues) {
    const leftWorkMs = clock.between(nowMs, dueAtMs);
    const isTight = leftWorkMs < tightWorkMs({ promise, givenWorkMs }, usualWorkMs);
    const open: Risk = isTight ? 'atRisk' : dueAtMs < dayEndsAtMs ? 'soon' : 'later';
    const pressure = { risk: isOverdue ? 'overdue' : open, promise, dueAtMs, leftWorkMs } as const;
    if (comparePressure(pressure, most) < 0) most = pressure;
  }
  return most;
}

/** Less working time than this is too little for what is asked. */
function tightWorkMs(
  { promise, givenWorkMs }: Pick<Due, 'promise' | 'givenWorkMs'>,
  usualWorkMs: number | null,
): number {
  const neededMs = promise === 'completed' || promise === 'due' ? (usualWorkMs ?? 0) : 0;
  return Math.max(neededMs, (givenWorkMs ?? 0) * AT_RISK_SHARE);
}

/** When something that is asked of open work becomes at risk; UTC ms. */
export interface RiskTime {
  readonly promise: SlaStage | 'due';
  readonly atRiskAtMs: number;
  readonly dueAtMs: number;
}

/** Of each unanswered promise and the work's own due time that can become at risk before it is past. */
export function riskTimes(
  work: Deliverable,
  terms: Parameters<typeof pressureOn>[1],
  nowMs: number,
): readonly RiskTime[] {
  const { clock, slas, usualWorkMs } = terms;
  const dues = [...ownDue(work, clock, nowMs), ...promised(work, slas, clock, nowMs)];
  return dues.flatMap(({ promise, dueAtMs, givenWorkMs }) => {
    const tightMs = tightWorkMs({ promise, givenWorkMs }, usualWorkMs);
    // The last instant with as much left, and the one after it.
    const atRiskAtMs = clock.add(dueAtMs, -tightMs) + 1;
    const isKnown = tightMs > 0 && Number.isFinite(atRiskAtMs);
    return isKnown ? [{ promise, atRiskAtMs, dueAtMs }] : [];
  });
}

function ownDue(work: Deliverable, clock: WorkClock, nowMs: number): readonly Due[] {
  const { dueAtMs, requestedAtMs } = work;
  if (dueAtMs === null) return [];
  const givenWorkMs = requestedAtMs === null ? null : clock.between(requestedAtMs, dueAtMs);
  return [{ promise: 'due', dueAtMs, isOverdue: dueAtMs < nowMs, givenWorkMs }];
}

function promised(
  work: Deliverable,
  slas: readonly Sla[],
  clock: WorkClock,
  nowMs: number,
): readonly Due[] {
  return slas.flatMap((sla) => {
    const reading = readSla(work, sla, clock, nowMs);
    const isUnanswered = reading?.state === 'running' || reading?.state === 'overdue';
    if (!reading || !isUnanswered || !Number.isFinite(reading.dueAtMs)) return [];
    const { dueAtMs, state } = reading;
    const givenWorkMs = sla.minutes * MINUTE_MS;
    return [{ promise: sla.to, dueAtMs, isOverdue: state === 'overdue', givenWorkMs }];
  });
}

const RISK_ORDER: Readonly<Record<Risk, number>> = {
  overdue: 0,
  atRisk: 1,
  soon: 2,
  later: 3,
  none: 4,
};

/** The riskier first, and of those the one with the least working time left. */
export const comparePressure = (a: Pressure, b: Pressure): number =>
  RISK_ORDER[a.risk] - RISK_ORDER[b.risk] ||
  knownFirst(a.leftWorkMs, b.leftWorkMs) ||
  knownFirst(a.dueAtMs, b.dueAtMs);

/** Least first; what is not known last. */
export function knownFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}
