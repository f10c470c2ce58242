import { addDays, dayIn } from '../day.ts';
import { deliverableFrom } from '../deliverables/deliverable.ts';
import type { Deliverable } from '../deliverables/deliverable.ts';
import type { Json } from '../json.ts';
import { draw } from '../quality/draw.ts';
import { qualityCheckId, whyReturned } from '../quality/quality-check.ts';
import { drawnUnits, qualitySampleFields } from '../quality/quality-sample.ts';
import { sampleSize } from '../quality/sample-size.ts';
import type { Audience } from '../stream/change.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { Desk, TimedEdit } from './desk.ts';
import { knownBy } from './known-by.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Why work came back in this team, most often first. */
const REASONS = [
  'Wrong price',
  'Wrong or missing photograph',
  'Not as the sheet says',
  'In the wrong place',
  'Not as the procedure says',
] as const;

const WEEKS_BACK = 4;
/** So many of the drawn ones the manager has got through. */
const LOOKED_AT = 14;
const WANTED = { halfWidthRatio: 0.1, expectedRatio: 0.9, confidence: 0.95 } as const;

export interface QualitySource {
  readonly edits: readonly TimedEdit[];
  readonly managerId: string;
  readonly managerClock: WorkClock;
  /** Whose uploads are looked at. */
  readonly desk: Desk;
  readonly firstMs: number;
  readonly nowMs: number;
  readonly newId: () => string;
  readonly write: (
    audience: Audience,
    atMs: number,
    type: string,
    id: string,
    fields: Record<string, Json>,
  ) => void;
}

/** The team's reasons, and a sample of uploads that the manager is in the middle of. */
export function writeQuality(source: QualitySource): void {
  const reasonIds = REASONS.map((name, at) => {
    const id = source.newId();
    source.write('team', source.firstMs, 'returnReason', id, { name, position: at + 1 });
    return id;
  });
  // The morning's work, and before it the drawing: always in hours that the manager keeps.
  const drawnAtMs = source.managerClock.add(source.nowMs, -6 * HOUR_MS);
  const { sampleId, looked } = drawUploads(source, drawnAtMs);
  // What is freshest is sent back: older work would have been missed by now.
  const worst = looked.toSorted((a, b) => (b.completedAtMs ?? 0) - (a.completedAtMs ?? 0))[0];
  for (const [at, work] of looked.entries()) {
    const checkedAtMs = source.managerClock.add(drawnAtMs, (at + 1) * 7 * MINUTE_MS);
    if (work === worst) sendBack(source, sampleId, work, checkedAtMs, reasonIds[1] ?? '');
    else accept(source, sampleId, work, checkedAtMs);
  }
}

function drawUploads(
  { edits, managerId, desk, newId, write }: QualitySource,
  drawnAtMs: number,
): { readonly sampleId: string; readonly looked: readonly Deliverable[] } {
  const toDay = addDays(dayIn(desk.person.zone, drawnAtMs), -1);
  const fromDay = addDays(toDay, 1 - WEEKS_BACK * 7);
  const outcomeId = desk.ids.outcome('uploads');
  const own = edits
    .filter(({ edit }) => edit.audience === desk.audience && edit.type === 'deliverable')
    .toSorted((a, b) => a.atMs - b.atMs);
  const finished = (knownBy(own, drawnAtMs).get('deliverable') ?? [])
    .map(deliverableFrom)
    .filter(
      (work) =>
        work.outcomeId === outcomeId &&
        work.completedAtMs !== null &&
        fromDay <= work.day &&
        work.day <= toDay,
    );
  const seed = newId();
  const units = finished.map(({ id, memberId }) => ({ memberId, deliverableId: id }));
  const size = sampleSize({ ...WANTED, populationCount: units.length });
  const sampleId = newId();
  const sample = {
    memberIds: [],
    outcomeIds: [outcomeId],
    fromDay,
    toDay,
    stratifiedBy: 'none',
    sizedBy: { kind: 'interval', ...WANTED },
    seed,
    groups: draw([{ id: '', units }], size, seed),
    drawnAtMs,
    drawnById: managerId,
  } as const;
  write('managers', drawnAtMs, 'qualitySample', sampleId, qualitySampleFields(sample));
  const byId = new Map(finished.map((work) => [work.id, work]));
  const order = drawnUnits({ ...sample, id: sampleId, isDeleted: false });
  return {
    sampleId,
    looked: order.slice(0, LOOKED_AT).flatMap(({ deliverableId }) => byId.get(deliverableId) ?? []),
  };
}

function accept(source: QualitySource, sampleId: string, work: Deliverable, atMs: number): void {
  writeCheck(source, sampleId, work, atMs, { verdict: 'accepted', errorCount: 0 });
  const { audience } = source.desk;
  source.write(audience, atMs, 'deliverable', work.id, {
    acceptedAtMs: atMs,
    reviewedById: source.managerId,
  });
}

function sendBack(
  source: QualitySource,
  sampleId: string,
  work: Deliverable,
  atMs: number,
  reasonId: string,
): void {
  const why = { reason: REASONS[1], note: 'two photographs still show last year’s pattern' };
  writeCheck(source, sampleId, work, atMs, {
    verdict: 'returned',
    reasonId,
    ...why,
    errorCount: Math.min(2, work.quantity),
  });
  source.write(source.desk.audience, atMs, 'deliverable', work.id, {
    returnedAtMs: atMs,
    returnReason: whyReturned(why),
    reviewedById: source.managerId,
    completedAtMs: null,
    acceptedAtMs: null,
    reopenedCount: work.reopenedCount + 1,
  });
}

const writeCheck = (
  { write, desk, managerId }: QualitySource,
  sampleId: string,
  work: Deliverable,
  atMs: number,
  said: Record<string, Json>,
): void =>
  write(desk.audience, atMs, 'qualityCheck', qualityCheckId(work.id, sampleId), {
    sampleId,
    deliverableId: work.id,
    outcomeId: work.outcomeId,
    title: work.title,
    day: work.day,
    quantity: work.quantity,
    checkedAtMs: atMs,
    checkedById: managerId,
    ...said,
  });
