import type { SampleTeam } from '#shared/sample/generate';
import type { RawRecord, Stretch } from './raw-sample.ts';
import {
  asNumber,
  asObject,
  asObjects,
  asText,
  foldRaw,
  wallMs,
  within,
  withinAny,
  workingStretches,
} from './raw-sample.ts';

/** What was counted of one member's work for one outcome in one bucket. */
export interface RawFigures {
  readonly sums: Record<string, number>;
  readonly turnaroundMs: number[];
  readonly turnaroundWorkMs: number[];
  readonly cycleWorkMs: number[];
  readonly responseWorkMs: number[];
}

const STAGES = ['responded', 'started', 'completed'] as const;
const DAY_MS = 86_400_000;
const LONGEST_BREAK_MS = 4 * 3_600_000;

/** Counts a sample's work one deliverable after the other, by `<member> <outcome> <bucket>`. */
export function countRaw(
  team: SampleTeam,
  bucketOf: (day: string) => string,
): ReadonlyMap<string, RawFigures> {
  const records = foldRaw(team);
  const recordOf = new Map(records.map((record) => [`${record.type} ${record.id}`, record]));
  const edges = team.edits.map(({ atMs }) => atMs);
  const firstDay = dayText((edges[0] ?? 0) - 40 * DAY_MS);
  const lastDay = dayText((edges.at(-1) ?? 0) + 10 * DAY_MS);
  const laidOut = new Map<string, readonly Stretch[]>();
  const hoursOf = (calendarId: string): readonly Stretch[] => {
    const calendar = recordOf.get(`calendar ${calendarId}`);
    if (!calendar) throw new Error(`No calendar ${calendarId}`);
    const stretches = laidOut.get(calendarId) ?? workingStretches(calendar, firstDay, lastDay);
    laidOut.set(calendarId, stretches);
    return stretches;
  };
  const darkOf = (memberId: string): readonly Stretch[] =>
    records
      .filter((each) => each.type === 'outage' && each.memberId === memberId)
      .flatMap(darkness);

  const found = new Map<string, RawFigures>();
  const dark = new Map<string, readonly Stretch[]>();
  for (const record of records) {
    if (record.type !== 'deliverable' || record.fields['deleted'] === true) continue;
    const { memberId, fields } = record;
    const outcomeId = asText(fields['outcomeId']);
    const member = recordOf.get(`member ${memberId}`);
    const outcome = recordOf.get(`outcome ${outcomeId}`);
    if (!member || !outcome) throw new Error('Work of nobody, or for nothing');
    const own = hoursOf(asText(member.fields['calendarId']));
    const ofOutcome = asText(outcome.fields['calendarId']);
    dark.set(memberId, dark.get(memberId) ?? darkOf(memberId));
    const zone = asText(member.fields['timeZone']);
    const at = (day: string): RawFigures => {
      const key = `${memberId} ${outcomeId} ${bucketOf(day)}`;
      const figures = found.get(key) ?? noFigures();
      found.set(key, figures);
      return figures;
    };
    countOne({
      fields,
      promises: asObjects(outcome.fields['sla']),
      hours: ofOutcome ? hoursOf(ofOutcome) : own,
      dark: dark.get(memberId) ?? [],
      dayOf: (ms) => workDay(own, zone, ms),
      at,
    });
  }
  return found;
}

interface One {
  readonly fields: RawRecord['fields'];
  readonly promises: ReturnType<typeof asObjects>;
  readonly hours: readonly Stretch[];
  readonly dark: readonly Stretch[];
  readonly dayOf: (ms: number) => string;
  readonly at: (day: string) => RawFigures;
}

function countOne({ fields, promises, hours, dark, dayOf, at }: One): void {
  const requestedMs = asNumber(fields['requestedAtMs']);
  const startedMs = asNumber(fields['startedAtMs']);
  const completedMs = asNumber(fields['completedAtMs']);
  const beganMs = startedMs ?? completedMs;
  const answers = {
    responded: asNumber(fields['respondedAtMs']) ?? beganMs,
    started: beganMs,
    completed: completedMs,
  };
  const countsOn = (ms: number): RawFigures =>
    at(ms === completedMs ? asText(fields['day']) : dayOf(ms));
  const arrivedMs = requestedMs ?? beganMs;
  if (arrivedMs !== null) add(countsOn(arrivedMs), 'arrivedCount', 1);
  if (beganMs !== null) add(countsOn(beganMs), 'startedCount', 1);
  if (requestedMs !== null && answers.responded !== null) {
    const { responseWorkMs } = countsOn(answers.responded);
    responseWorkMs.push(within(hours, requestedMs, answers.responded));
  }
  for (const stage of STAGES) {
    const promise = promises.find((each) => each['to'] === stage);
    const answeredMs = answers[stage];
    if (!promise || requestedMs === null || answeredMs === null) continue;
    const allowedMs = (asNumber(promise['minutes']) ?? 0) * 60_000;
    const usedMs = within(hours, requestedMs, answeredMs);
    const excuses = [...dark, ...clientWaits(fields, answeredMs)];
    const excusedMs = withinAny(hours, excuses, requestedMs, answeredMs);
    const figures = countsOn(answeredMs);
    add(figures, `${stage}${usedMs > allowedMs ? 'Missed' : 'Met'}`, 1);
    add(figures, `${stage}${usedMs - excusedMs > allowedMs ? 'Missed' : 'Met'}Excused`, 1);
  }
  if (completedMs === null) return;
  const done = at(asText(fields['day']));
  const quantity = asNumber(fields['quantity']) ?? 1;
  const errors = asNumber(fields['errors']);
  add(done, 'count', 1);
  add(done, 'quantity', quantity);
  if (errors !== null) add(done, 'checkedQuantity', quantity);
  if (errors !== null) add(done, 'errors', errors);
  for (const money of ['valueMinor', 'costMinor']) add(done, money, asNumber(fields[money]) ?? 0);
  const isReturned = asNumber(fields['returnedAtMs']) !== null;
  const isReopened = (asNumber(fields['reopenedCount']) ?? 0) > 0;
  if (isReturned || isReopened) add(done, 'reworkedCount', 1);
  if (asNumber(fields['acceptedAtMs']) !== null) add(done, 'acceptedCount', 1);
  if (requestedMs !== null) {
    done.turnaroundMs.push(completedMs - requestedMs);
    done.turnaroundWorkMs.push(within(hours, requestedMs, completedMs));
  }
  if (startedMs !== null) done.cycleWorkMs.push(within(hours, startedMs, completedMs));
}

const noFigures = (): RawFigures => ({
  sums: {},
  turnaroundMs: [],
  turnaroundWorkMs: [],
  cycleWorkMs: [],
  responseWorkMs: [],
});

function add({ sums }: RawFigures, name: string, amount: number): void {
  sums[name] = (sums[name] ?? 0) + amount;
}

/** The stretch of an outage that excuses: seen beyond doubt, or its member says so. */
function darkness({ fields }: RawRecord): readonly Stretch[] {
  const [from, to] = [asNumber(fields['fromMs']), asNumber(fields['toMs'])];
  const { verdict } = fields;
  const excuses = verdict === 'outage' || (fields['isSure'] === true && verdict !== 'none');
  return excuses && from !== null && to !== null ? [[from, to]] : [];
}

const clientWaits = (fields: RawRecord['fields'], untilMs: number): readonly Stretch[] =>
  Object.entries(fields).flatMap(([name, value]): Stretch[] => {
    const block = name.startsWith('block.') ? asObject(value) : null;
    const from = block?.['on'] === 'client' ? asNumber(block['fromMs']) : null;
    return from === null ? [] : [[from, asNumber(block?.['toMs']) ?? untilMs]];
  });

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * The local date, or the one before while it lies nearer to the shift that ran past midnight than to
 * the next one.
 */
function workDay(hours: readonly Stretch[], zone: string, atMs: number): string {
  const localMs = wallMs(zone, atMs);
  const date = dayText(localMs);
  const midnightMs = atMs - (atMs % 1_000) - (localMs - Date.parse(date));
  let endMs = midnightMs;
  let shiftEndMs = -Infinity;
  let isOfNight = false;
  let nextMs = midnightMs + DAY_MS;
  for (const [from, to] of hours) {
    if (from - shiftEndMs > LONGEST_BREAK_MS) isOfNight = from < midnightMs;
    shiftEndMs = to;
    if (isOfNight) endMs = Math.max(endMs, to);
    else nextMs = Math.min(nextMs, from >= midnightMs ? from : nextMs);
  }
  const isNight = endMs > midnightMs && atMs < Math.floor((endMs + nextMs) / 2);
  return isNight ? dayText(Date.parse(date) - DAY_MS) : date;
}
