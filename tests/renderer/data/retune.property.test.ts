import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { memberAudience } from '#shared/stream/change';
import { compactRows } from '../../../renderer/data/compact.ts';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import { areTermsStale } from '../../../renderer/data/marks.ts';
import { Projection } from '../../../renderer/data/projection.ts';
import { SegmentCache } from '../../../renderer/data/segments/segment-cache.ts';
import { readTerms } from '../../../renderer/data/terms.ts';
import { recomputed } from './recomputed.ts';
import { snapshotOf } from './snapshot.ts';
import { FOUNDER_KEY, TestStream } from './streams.ts';

const NOW_MS = Date.UTC(2026, 10, 20, 12);
const HOUR_MS = 3_600_000;
const FROM_DAY = '2026-01-01';

const instants = fc.integer({ min: 0, max: 24 * 120 }).map((hours) => NOW_MS - hours * HOUR_MS);
const orNull = <T extends Json>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const days = fc.constantFrom('2026-11-20', '2026-11-19', '2026-11-01', '2026-10-31', '2026-08-01');

const work = fc.record({
  type: fc.constant('deliverable'),
  id: fc.constantFrom('202611-a', '202611-b', '202610-c', '202608-d'),
  fields: fc
    .record(
      {
        outcomeId: fc.constantFrom('support', 'uploads', 'strange|"one"\n', 'promised-later', ''),
        day: days,
        clientDay: days,
        requestedAtMs: orNull(instants),
        respondedAtMs: orNull(instants),
        startedAtMs: orNull(instants),
        completedAtMs: orNull(instants),
        quantity: fc.integer({ min: 1, max: 9 }),
        deleted: orNull(fc.boolean()),
        'block.b1': fc.record({
          fromMs: instants,
          toMs: orNull(instants),
          on: fc.constant('client'),
        }),
      },
      { requiredKeys: [] },
    )
    .filter((fields) => Object.keys(fields).length > 0),
});

const zones = fc.constantFrom('Asia/Manila', 'Europe/Rome', 'America/New_York');
const shift = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    fromMinute: fc.constantFrom(0, 540, 1_260),
    hours: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ weekday, fromMinute, hours }) => ({
    weekday,
    fromMinute,
    toMinute: fromMinute + hours * 60,
  }));
const calendarFields = fc.record({
  versions: fc.array(
    fc.record({
      fromDay: fc.constantFrom('0001-01-01', '2026-11-10'),
      timeZone: zones,
      shifts: fc.array(shift, { maxLength: 5 }),
      holidays: fc.subarray(['2026-11-19', '2026-11-18']),
    }),
    { maxLength: 2 },
  ),
});
const sla = fc.record({
  to: fc.constantFrom('responded', 'started', 'completed'),
  minutes: fc.constantFrom(30, 480, 4_800),
  fromDay: fc.constantFrom(FROM_DAY, '2026-11-10'),
});
const plan = fc.oneof(
  fc.record({
    type: fc.constant('calendar'),
    id: fc.constantFrom('cal1', 'cal2'),
    fields: calendarFields,
  }),
  fc.record({
    type: fc.constant('member'),
    id: fc.constantFrom('ana', 'ben', 'zoe'),
    fields: fc.record({
      timeZone: zones,
      calendarId: fc.constantFrom('', 'cal1', 'gone'),
      deleted: fc.boolean(),
    }),
  }),
  fc.record({
    type: fc.constant('outcome'),
    id: fc.constantFrom('support', 'uploads', 'promised-later'),
    fields: fc.record({
      name: fc.constantFrom('A', 'B'),
      calendarId: fc.constantFrom('', 'cal2'),
      sla: fc.array(sla, { maxLength: 3 }),
    }),
  }),
);

/** Ana's gaps: seen or told, explained, dismissed, still open, told anew with other times. */
const outage = fc.record({
  type: fc.constant('outage'),
  id: fc.constantFrom('power-1', 'connection-2', 'told-power-3'),
  fields: fc.record(
    {
      kind: fc.constantFrom('power', 'connection'),
      seenBy: fc.constantFrom('unclean-stop', 'unreachable-target', 'told'),
      fromMs: instants,
      toMs: orNull(instants),
      isSure: fc.boolean(),
      verdict: orNull(fc.constantFrom('outage', 'none')),
      note: fc.constantFrom('', 'storm'),
    },
    { requiredKeys: ['kind', 'seenBy', 'fromMs'] },
  ),
});

const histories = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ stream: fc.constantFrom(1, 2), edit: outage }) },
    { weight: 3, arbitrary: fc.record({ stream: fc.constantFrom(1, 2, 3), edit: work }) },
    { weight: 2, arbitrary: fc.record({ stream: fc.constant(0), edit: plan }) },
  ),
  { minLength: 1, maxLength: 40 },
);

/** The plan, two devices that write Ana's log, and somebody of whom the plan knows nothing. */
const freshStreams = (): TestStream[] => [
  new TestStream({ audience: 'team' }),
  new TestStream({ audience: memberAudience('ana'), memberId: 'ana', isOwn: true }),
  new TestStream({ audience: memberAudience('ana') }),
  new TestStream({ audience: memberAudience('stranger') }),
];

let opened = 0;

test('any order of plan, log and outages, retuned at any time, ends in what measuring from scratch gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.infiniteStream(fc.nat({ max: 999 })),
      async (history, random) => {
        opened += 1;
        const db = new Projection(`retune-${opened}`);
        const streams = freshStreams();
        for (const { stream, edit } of history) streams[stream]?.add(NOW_MS, edit);
        const next = (below: number): number => (random.next().value ?? 0) % below;
        // Two writers: the window and its worker, each with a cache of its own.
        const importers = [1, 2].map(
          () => new LocalImporter(db, { founderKey: FOUNDER_KEY, nowMs: NOW_MS }),
        );
        const done = streams.map(() => 0);
        while (streams.some(({ changes }, at) => (done[at] ?? 0) < changes.length)) {
          const at = next(streams.length);
          const [stream, importer] = [streams[at], importers[next(2)]];
          const upTo = Math.min(stream?.changes.length ?? 0, (done[at] ?? 0) + 1 + next(8));
          if (stream && upTo > (done[at] ?? 0)) await importer?.merge(stream.chunk(done[at], upTo));
          done[at] = upTo;
          if (next(4) === 0) await importer?.retune();
          if (next(6) === 0) {
            await compactRows(db, { rowsFromDay: '9999-01-01', cache: new SegmentCache('packer') });
          }
        }
        await importers[next(2)]?.retune();
        expect(await areTermsStale(db)).toBe(false);
        const { duplicates, rollups } = await snapshotOf(db);
        expect(duplicates).toEqual([]);
        expect(rollups).toEqual(recomputed(streams, await readTerms(db)).rollups);
        await db.delete();
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
