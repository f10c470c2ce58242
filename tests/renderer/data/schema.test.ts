import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { outageFrom } from '#shared/outages/outage';
import { isAudience } from '#shared/stream/change';
import { acknowledgements, suggestions } from '../../../renderer/data/about-sops.ts';
import { applyChanges } from '../../../renderer/data/apply.ts';
import {
  handOversFrom,
  handOversTo,
  signOffsAskedOf,
  signOffsOf,
} from '../../../renderer/data/asked.ts';
import { checkIn, checkInsBetween } from '../../../renderer/data/check-ins.ts';
import {
  closeProjection,
  currentProjection,
  openProjection,
} from '../../../renderer/data/current.ts';
import {
  findEntries,
  historyOf,
  needingEntries,
  openEntries,
  readEntry,
} from '../../../renderer/data/deliverables.ts';
import { readFigures } from '../../../renderer/data/insights/figures.ts';
import { instructionsTo } from '../../../renderer/data/instructions.ts';
import { importRecords } from '../../../renderer/data/imports.ts';
import { countAll } from '../../../renderer/data/ledger.ts';
import { areTermsStale } from '../../../renderer/data/marks.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { Projection } from '../../../renderer/data/projection.ts';
import { readRecord } from '../../../renderer/data/read-record.ts';
import { allReceipts } from '../../../renderer/data/receipts.ts';
import { openRecurrences } from '../../../renderer/data/recurrences.ts';
import { dayRange, dayRows } from '../../../renderer/data/rollups.ts';
import {
  actionsOfSeries,
  heldReviewsOf,
  openActions,
  readReview,
} from '../../../renderer/data/reviews.ts';
import { openRuns, readRun, runsOfDay, runsOfSop } from '../../../renderer/data/runs.ts';
import { savedViews } from '../../../renderer/data/saved-views.ts';
import { SCHEMA } from '../../../renderer/data/schema.ts';
import { latestVersions, sopVersion, versionsOf } from '../../../renderer/data/sops.ts';
import { standingOf } from '../../../renderer/data/standing.ts';
import { noonMs } from './entries.ts';
import { frozenProjection } from './frozen.ts';
import { snapshotOf } from './snapshot.ts';

const NAME = 'schema';
const HEAD = z.object({
  stream: z.string(),
  epoch: z.string(),
  audience: z.string().refine(isAudience),
  memberId: z.string(),
  isOwn: z.boolean(),
  seq: z.number(),
  h: z.string(),
});

afterEach(async () => {
  closeProjection();
  await Dexie.delete(NAME);
});

test('versions count up by one, so that every one of them has its frozen data', () => {
  expect(SCHEMA.map(({ version }) => version)).toEqual(SCHEMA.map((_, at) => at + 1));
});

/** Opens the past, fills it as it was, and opens it again as today's program does. */
async function reopened(version: number): Promise<Projection> {
  const past = new Projection(NAME, SCHEMA.slice(0, version));
  await past.open();
  expect(past.verno).toBe(version);
  for (const [table, records] of Object.entries(await frozenProjection(version))) {
    await past.table(table).bulkPut([...records]);
  }
  past.close();
  return await openProjection(NAME);
}

/** Figures were counted otherwise then: everything is in the streams and is counted anew. */
const REBUILT_VERSIONS = [1, 2, 3, 4];

describe.each(REBUILT_VERSIONS)('a database of version %i', (version) => {
  test('opens empty, so that every stream is read again from its first change', async () => {
    const frozen = await frozenProjection(version);
    const db = await reopened(version);
    const counts = await Promise.all(db.tables.map(async (table) => await table.count()));
    expect(counts.every((count) => count === 0)).toBe(true);
    const heads = z.array(HEAD).parse(frozen['cursors']);
    const standing = standingOf(
      heads.map((head) => ({ ...head, keyId: '' })),
      await db.cursors.toArray(),
    );
    expect(standing).toMatchObject(heads.map(({ seq }) => ({ afterSeq: 0, lastSeq: seq })));
    expect(await dayRows({ fromDay: '0001-01-01', toDay: '9999-12-31' })).toEqual([]);
  });
});

describe.each(
  SCHEMA.map(({ version }) => version).filter((version) => !REBUILT_VERSIONS.includes(version)),
)('a database of version %i', (version) => {
  test('opens today with its plan', async () => {
    await reopened(version);
    const plan = await readPlan();
    expect(plan.workspace).toMatchObject({ id: 'w1', name: 'Harbour Shop', currency: 'EUR' });
    expect(plan.members.map(({ name }) => name)).toEqual(['Ana', 'Mara']);
    expect(plan.outcomeById.get('uploads')).toMatchObject({ name: 'Uploads', unit: 'listings' });
    expect(plan.sopById.get('sop1')?.draftSteps).toMatchObject([{ title: 'Photos' }]);
    expect(plan.calendarById.get('cal1')?.versions).toHaveLength(1);
    expect(plan.clients).toMatchObject([{ name: 'Fernlight' }]);
    expect(plan.invites).toMatchObject([{ memberId: 'ana' }]);
    expect(plan.outcomeById.get('uploads')?.slas).toHaveLength(3);
    expect(plan.roleById.get('r1')).toMatchObject({ memberIds: ['ana'] });
    expect(plan.devices.map(({ memberId }) => memberId).toSorted()).toEqual(['ana', 'boss']);
    expect(await historyOf('team', 'outcome', 'uploads')).toMatchObject([
      { field: 'name', value: 'Product uploads' },
    ]);
  });

  test('opens today with its entries, in rows and in packed history', async () => {
    await reopened(version);
    expect(await openEntries('ana')).toMatchObject([{ title: 'Spring collection' }]);
    expect(await readEntry('m-ana', '202609-000001')).toMatchObject({
      quantity: 13,
      isEdited: true,
      note: 'Läuft\tund "läuft"\n',
    });
    const { entries, total } = await findEntries({ stage: 'completed' });
    expect([total, ...entries.map(({ quantity }) => quantity)]).toEqual([4, 7, 0.2, 0.1, 13]);
    expect((await findEntries({ importId: 'imp1' })).total).toBe(2);
    expect((await findEntries({ text: 'läuft' })).total).toBe(1);
    const accepted = await readEntry('m-ana', '202611-000004');
    expect(accepted).toMatchObject({ acceptedAtMs: noonMs('2026-11-22'), ownSeq: 2 });
    expect(await needingEntries()).toMatchObject([{ id: '202611-open' }]);
    expect((await findEntries({ recurrenceId: 'rec1', assignedByIds: ['boss'] })).total).toBe(1);
    const ofClientDay = { fromDay: '2026-09-30', toDay: '2026-09-30', daysBy: 'client' } as const;
    expect((await findEntries(ofClientDay)).total).toBe(2);
  });

  test('opens today with its totals', async () => {
    await reopened(version);
    const rows = await dayRows({ fromDay: '2026-10-01', toDay: '2026-11-30' });
    expect(
      rows
        .filter(({ totals }) => totals.count > 0)
        .map(({ day, clientDay, totals }) => [day, clientDay, totals.count, totals.quantity])
        .toSorted(),
    ).toEqual([
      ['2026-10-01', '2026-09-30', 1, 0.2],
      ['2026-10-01', '2026-10-01', 1, 0.1],
      ['2026-11-20', '2026-11-19', 1, 7],
    ]);
    const accepted = rows.find(({ day }) => day === '2026-11-20');
    expect(accepted?.totals).toMatchObject({
      acceptedCount: 1,
      scoreSum: 4.5,
      partCount: 3,
      wholeCount: 4,
      completedMissed: 1,
      waitedClientMs: 3_600_000,
      turnaroundMs: [86_400_004],
      turnaroundWorkMs: [32_400_000],
      cycleActiveMs: [28_800_000],
    });
    expect(rows.find(({ day }) => day === '2026-11-19')?.totals).toMatchObject({
      respondedMet: 1,
      arrivedCount: 1,
      startedCount: 1,
    });
    expect(await dayRange()).toEqual({ first: '2026-09-29', last: '2026-11-21' });
    const ledger = await currentProjection().ledger.toArray();
    expect(ledger.map(countAll)).toEqual([1]);
  });

  test('opens today with its sums by weeks', async () => {
    await reopened(version);
    const days = { fromDay: '2026-09-01', toDay: '2026-11-30', daysBy: 'member' } as const;
    const { rows } = await readFigures({ ...days, bucket: 'quarter' });
    expect(
      rows.map(({ memberId, outcomeId, bucket, totals: { amounts } }) => [
        memberId,
        outcomeId,
        bucket,
        amounts.count,
        amounts.quantity,
        amounts.arrivedCount,
      ]),
    ).toEqual([
      ['ana', 'uploads', 0, 1, 13, 2],
      ['ana', 'uploads', 1, 3, 7.3, 3],
    ]);
    const { turnaroundMs } = rows[1]?.totals.times ?? {};
    expect(turnaroundMs?.count).toBe(2);
    expect((turnaroundMs?.quantile(1) ?? 0) / 86_400_004).toBeCloseTo(1, 2);
  });

  test('opens today with reviews, what they led to, instructions and samples', async () => {
    const db = await reopened(version);
    const ref = { kind: 'weekly', cadenceId: '', memberId: '' } as const;
    const week = { ...ref, fromDay: '2026-11-16', toDay: '2026-11-22' };
    expect(await readReview(week)).toMatchObject({ heldById: 'boss' });
    expect(await heldReviewsOf('ana')).toMatchObject([{ kind: 'monthly', memberId: 'ana' }]);
    expect(await openActions('ana')).toMatchObject([{ id: 'act1', dueDay: '2026-11-30' }]);
    expect(await actionsOfSeries('monthly.ana')).toHaveLength(2);
    expect(await instructionsTo('ana')).toMatchObject([{ text: 'Five photos each' }]);
    expect(await db.qualitySamples.toArray()).toMatchObject([{ id: 'sample1' }]);
    const checks = await db.qualityChecks.where('sampleId').equals('sample1').toArray();
    expect(checks).toMatchObject([{ memberId: 'ana', day: '2026-11-20' }]);
    const { cadences, returnReasons } = await readPlan();
    expect(cadences).toMatchObject([{ name: 'Monday review' }]);
    expect(returnReasons).toMatchObject([{ name: 'Wrong price' }]);
  });

  test('opens today with its runs, reports, imports, receipts and what it does not know', async () => {
    const db = await reopened(version);
    expect(await openRuns('ana')).toMatchObject([{ id: 'run1' }]);
    expect(await runsOfDay('ana', '2026-11-21')).toHaveLength(1);
    expect((await readRun('m-ana', 'run1'))?.answers.get('s1')).toMatchObject({ value: true });
    expect(await sopVersion('sop1.v1')).toMatchObject({ number: 1, steps: [{ why: 'They sell' }] });
    expect(await versionsOf('sop1')).toHaveLength(1);
    expect(await latestVersions()).toMatchObject([{ id: 'sop1.v1' }]);
    expect(await checkIn('ana', '2026-11-21')).toMatchObject({ report: 'Seven listings' });
    expect(await checkInsBetween('2026-11-21', '2026-11-21')).toHaveLength(1);
    expect(await openRecurrences('ana')).toMatchObject([{ title: 'Stock check', ownSeq: 3 }]);
    expect(await savedViews('ana', 'work')).toMatchObject([{ params: { stage: 'blocked' } }]);
    expect(await importRecords()).toMatchObject([{ fileName: 'tickets.csv', audience: 'm-ana' }]);
    expect(await allReceipts()).toMatchObject([{ memberId: 'boss', seq: 5 }]);
    expect(await readRecord(db, 'team', 'moonPhase', 'm1')).toMatchObject({
      fields: { shape: { of: ['cheese', null] } },
    });
    expect(await db.refused.toArray()).toMatchObject([{ reason: 'wrong-audience', seq: 11 }]);
  });

  test('opens today with what people say of procedures', async () => {
    await reopened(version);
    expect(await runsOfSop('sop1')).toMatchObject([
      { id: 'run1', holds: [{ kind: 'blocked', on: 'client' }], choices: [{ choice: 'keep' }] },
    ]);
    expect(await suggestions('sop1')).toMatchObject([{ kind: 'better', memberId: 'ana' }]);
    expect(await acknowledgements('sop1')).toMatchObject([{ number: 1, memberId: 'ana' }]);
    expect(await signOffsAskedOf('boss')).toMatchObject([{ memberId: 'ana', stepId: 's3' }]);
    expect(await signOffsAskedOf('ana')).toEqual([]);
    expect([...(await signOffsOf('ana', 'run1')).keys()]).toEqual(['s3']);
    expect(await handOversTo('boss')).toMatchObject([{ fromId: 'ana', atStepId: 's2' }]);
    expect(await handOversFrom('ana')).toHaveLength(1);
  });

  test('opens today with outages, and with what they excuse', async () => {
    const db = await reopened(version);
    const [first, second] = await db.outages.where('memberId').equals('ana').toArray();
    expect([first, second].flatMap((row) => (row && outageFrom(row)) ?? [])).toMatchObject([
      { kind: 'connection', isSure: false, verdict: null },
      {
        kind: 'power',
        seenBy: 'unclean-stop',
        isSure: true,
        reason: 'power-cut',
        note: 'Brownout',
      },
    ]);
    const [day] = await dayRows({ fromDay: '2026-11-20', toDay: '2026-11-20' });
    expect(day?.totals).toMatchObject({ completedMissed: 1, completedMetExcused: 1 });
  });

  test('is up to date with its streams, and goes on from there', async () => {
    const db = await reopened(version);
    const cursors = await db.cursors.toArray();
    const heads = cursors.map((cursor) => ({ ...cursor, keyId: '' }));
    expect(standingOf(heads, cursors)).toEqual([]);
    const own = cursors.find(({ isOwn }) => isOwn);
    if (!own) throw new Error('The frozen data has an own stream');
    const fields = { quantity: 14 };
    const change = {
      seq: 4,
      hlc: 'f'.repeat(16),
      h: 'h',
      type: 'deliverable',
      id: '202609-000001',
      fields,
    };
    await applyChanges(db, { ...own, keyId: '' }, [change], noonMs('2026-11-22'));
    const [row] = await dayRows({ fromDay: '2026-09-30', toDay: '2026-09-30' });
    expect(row?.totals).toMatchObject({ count: 1, quantity: 14, completedMissed: 1 });
    expect(await areTermsStale(db)).toBe(false);
    expect((await snapshotOf(db)).duplicates).toEqual([]);
  });
});

test('an outage that version 3 kept among what it did not know moves to its place on the way through version 4', async () => {
  const past = new Projection(NAME, SCHEMA.slice(0, 3));
  await past.open();
  const kept = {
    audience: 'm-ana',
    type: 'outage',
    id: 'power-1795100400000',
    fields: { kind: 'power', seenBy: 'told', fromMs: 1_795_100_400_000, toMs: 1_795_114_800_000 },
    stamp: `${'0'.repeat(16)}.s`,
    key: 'm-ana|outage|power-1795100400000',
  } as const;
  const strange = { ...kept, type: 'moonPhase', key: 'm-ana|moonPhase|m1' };
  await past.others.bulkPut([kept, strange]);
  past.close();
  const db = new Projection(NAME, SCHEMA.slice(0, 4));
  await db.open();
  expect(await db.others.toArray()).toEqual([strange]);
  expect(await db.outages.toArray()).toEqual([{ ...kept, memberId: 'ana' }]);
  expect(await areTermsStale(db)).toBe(true);
  db.close();
});
