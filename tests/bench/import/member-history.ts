import { dayIn, monthOf } from '#shared/day';
import { deliverableId, newId } from '#shared/ids';
import type { Json } from '#shared/json';
import { seededRandom } from '#shared/random';
import type { Random } from '#shared/random';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const TITLES = [
  'Listings of the spring collection',
  'Tickets of the morning queue',
  'Invoices booked for the week',
  'Returns settled with the carrier',
  'Leads researched for the fair',
  'Order sheet checked against stock',
];
const NOTES = [
  'Photos were missing, asked the supplier',
  'Two variants wait for a price from the client',
  'Carrier answered late, sent again',
];
/** One change in so many says something new of earlier work: errors were found, or it was accepted. */
const EDIT_EVERY = 20;

/** A change before it has a place in a stream. */
export interface HistoryChange {
  readonly atMs: number;
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/** How the work of one member is spread; the same for the same seed. */
export interface HistoryShape {
  readonly changes: number;
  readonly days: number;
  readonly untilMs: number;
  readonly outcomeIds: readonly string[];
  readonly clients: readonly string[];
  readonly zone: string;
  readonly seed: number;
}

/**
 * What one member logs in `days` days, in the order of writing: completed work with times, quantity,
 * errors and value as the app writes them, now and then corrected later.
 */
export function* memberHistory(shape: HistoryShape): Generator<HistoryChange> {
  const random = seededRandom(shape.seed);
  const stepMs = (shape.days * DAY_MS) / shape.changes;
  const fromMs = shape.untilMs - shape.days * DAY_MS;
  const recent: string[] = [];
  for (let at = 0; at < shape.changes; at += 1) {
    const atMs = Math.floor(fromMs + (at + 1) * stepMs);
    const earlier = at % EDIT_EVERY === EDIT_EVERY - 1 ? recent[random.whole(0, 9)] : undefined;
    if (earlier !== undefined) {
      yield { atMs, id: earlier, fields: { errors: random.whole(0, 3), acceptedAtMs: atMs } };
      continue;
    }
    const day = dayIn(shape.zone, atMs);
    const id = deliverableId(
      monthOf(day),
      newId((count) => random.bytes(count)),
    );
    recent.push(id);
    if (recent.length > 10) recent.shift();
    yield { atMs, id, fields: completedWork(shape, random, { atMs, day, at }) };
  }
}

function completedWork(
  { outcomeIds, clients, zone }: HistoryShape,
  random: Random,
  { atMs, day, at }: { readonly atMs: number; readonly day: string; readonly at: number },
): Record<string, Json> {
  const startedAtMs = atMs - random.whole(5, 240) * 60_000;
  return {
    client: random.pick(clients),
    clientDay: day,
    completedAtMs: atMs,
    day,
    errors: random.whole(0, 9) === 0 ? random.whole(1, 3) : 0,
    outcomeId: random.pick(outcomeIds),
    quantity: random.whole(1, 40),
    reference: `S-${at}`,
    requestedAtMs: startedAtMs - random.whole(0, 48) * HOUR_MS,
    startedAtMs,
    title: `${random.pick(TITLES)}, part ${random.whole(1, 60)}`,
    valueMinor: random.whole(200, 9_000),
    zone,
    ...(random.whole(0, 4) === 0 && { note: random.pick(NOTES) }),
  };
}
