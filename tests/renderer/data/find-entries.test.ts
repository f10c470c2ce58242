import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#shared/day';
import { STAGES, stageOf, standingOf } from '#shared/deliverables/deliverable';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import type { Entry, EntryFilter } from '../../../renderer/data/deliverables.ts';
import { entriesOfDay, findEntries, openEntries } from '../../../renderer/data/deliverables.ts';
import { entryFrom } from '../../../renderer/data/entry.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { dayRows } from '../../../renderer/data/rollups.ts';
import { logDone, noonMs } from './entries.ts';
import { snapshotOf } from './snapshot.ts';
import type { TestStream } from './streams.ts';
import { ownStream } from './streams.ts';

const NOW_MS = noonMs('2026-11-22');
const DAYS = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-10-01', '2026-11-20', '2026-11-22'];
const WORDS = ['Kettle', 'été', 'say "hi"', 'back\\slash', 'ÄPFEL'];

let db: Projection;
let streams: TestStream[];

beforeEach(async () => {
  db = await openProjection('find');
  streams = ['ana', 'ben', 'cy'].map(ownStream);
  for (let at = 0; at < 240; at += 1) logOne(at);
  for (const { source, changes } of streams) await applyChanges(db, source, changes, NOW_MS);
});

afterEach(async () => {
  closeProjection();
  await db.delete();
});

/** A mix of members, days, outcomes and fates that repeats nowhere for long. */
function logOne(at: number): void {
  const stream = streams[at % 3];
  if (!stream) return;
  const day = DAYS[(at * 7) % DAYS.length] ?? '';
  const id = logDone(stream, day, {
    outcomeId: at % 5 < 3 ? 'uploads' : 'tickets',
    title: `${WORDS[at % WORDS.length]} ${at}`,
    reopenedCount: at % 11 === 0 ? 1 : 0,
    importId: at % 4 === 0 ? 'imp1' : '',
    ...(at % 5 < 2 && { clientDay: addDays(day, (at % 7) - 3) }),
    ...(at % 5 === 0 && { assignedById: at % 2 === 0 ? 'boss' : 'zoe' }),
    ...(at % 14 === 0 && { recurrenceId: 'weekly' }),
    ...(at % 7 === 0 && { acceptedAtMs: NOW_MS }),
    ...(at % 13 === 0 && { completedAtMs: null, startedAtMs: at % 2 === 0 ? null : NOW_MS }),
    ...(at % 26 === 0 && { 'block.b': { fromMs: NOW_MS, on: at % 52 === 0 ? 'client' : 'self' } }),
    ...(at % 39 === 0 && { 'need.202611-n': { memberId: 'cy' } }),
    ...(at % 65 === 0 && { 'need.202611-n': { memberId: 'cy', doneAtMs: NOW_MS } }),
    ...(at % 78 === 0 && { returnedAtMs: NOW_MS }),
    ...(at % 17 === 0 && { deleted: true }),
  });
  if (at % 19 === 0) {
    stream.add(NOW_MS, { type: 'deliverable', id, fields: { note: 'Checked', movedTo: 'm-zoe' } });
  }
}

async function allEntries(): Promise<Entry[]> {
  const { records } = await snapshotOf(db);
  return Object.values(records).map(entryFrom);
}

/** The filter's meaning, said plainly. */
function isWanted(entry: Entry, filter: EntryFilter): boolean {
  const hasDays = filter.fromDay !== undefined || filter.toDay !== undefined;
  const usual = hasDays && !filter.stages ? 'completed' : 'all';
  const stage = filter.standing || filter.waitsForWork ? 'open' : (filter.stage ?? usual);
  const isOpen = entry.completedAtMs === null;
  const day = filter.daysBy === 'client' ? entry.clientDay : entry.day;
  if (entry.isDeleted || entry.isMoved) return false;
  if (isOpen ? stage === 'completed' : stage === 'open') return false;
  if (filter.stages && !filter.stages.includes(stageOf(entry))) return false;
  if (filter.standing && filter.standing !== standingOf(entry)) return false;
  if (filter.waitsForWork && !entry.needs.some(({ doneAtMs }) => doneAtMs === null)) return false;
  if (!isOpen && day < (filter.fromDay ?? '')) return false;
  if (!isOpen && day > (filter.toDay ?? '9')) return false;
  if (filter.assignedByIds && !filter.assignedByIds.includes(entry.assignedById)) return false;
  if (filter.recurrenceId && entry.recurrenceId !== filter.recurrenceId) return false;
  if (filter.memberIds && !filter.memberIds.includes(entry.memberId)) return false;
  if (filter.outcomeIds && !filter.outcomeIds.includes(entry.outcomeId)) return false;
  if (filter.importId && entry.importId !== filter.importId) return false;
  if (filter.reopenedOnly && entry.reopenedCount === 0) return false;
  const isReworked = entry.reopenedCount > 0 || entry.returnedAtMs !== null;
  if (filter.reworkedOnly && !isReworked) return false;
  return !filter.text || entry.title.toLowerCase().includes(filter.text.toLowerCase());
}

const filters: fc.Arbitrary<EntryFilter> = fc.record(
  {
    memberIds: fc.subarray(['ana', 'ben', 'cy', 'nobody']),
    outcomeIds: fc.subarray(['uploads', 'tickets']),
    fromDay: fc.constantFrom(...DAYS),
    toDay: fc.constantFrom(...DAYS),
    daysBy: fc.constantFrom('member' as const, 'client' as const),
    stages: fc.subarray([...STAGES]),
    waitsForWork: fc.boolean(),
    assignedByIds: fc.subarray(['boss', 'zoe', '']),
    recurrenceId: fc.constant('weekly'),
    stage: fc.constantFrom('open' as const, 'completed' as const, 'all' as const),
    standing: fc.constantFrom('blocked' as const, 'inProgress' as const, 'waiting' as const),
    importId: fc.constant('imp1'),
    reopenedOnly: fc.boolean(),
    reworkedOnly: fc.boolean(),
    text: fc.constantFrom('kettle', 'ÉTÉ', '"HI"', '\\SLASH', 'äpfel', 'nothing'),
  },
  { requiredKeys: [] },
);

test('any filter finds what looking at every entry finds, and counts it', async () => {
  const all = await allEntries();
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const wanted = all.filter((entry) => isWanted(entry, filter));
      const { entries, total } = await findEntries(filter);
      expect(entries.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      expect(total).toBe(wanted.length);
    }),
    { numRuns: 400 },
  );
}, 30_000);

describe('pages', () => {
  test('are newest first, whether the entry has a row or is packed', async () => {
    const { entries } = await findEntries({ fromDay: '2024-01-01' });
    const moments = entries.map(({ completedAtMs }) => completedAtMs ?? 0);
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
  });

  test('put together are the whole', async () => {
    const whole = await findEntries({ stage: 'completed' });
    const pages: Entry[] = [];
    for (let at = 0; at < whole.total; at += 32) {
      const page = await findEntries({ stage: 'completed' }, 32, at);
      expect(page.total).toBe(whole.total);
      pages.push(...page.entries);
    }
    expect(pages).toEqual(whole.entries);
  });
});

test.each(['member', 'client'] as const)(
  'a drill-down adds up to its totals, by the %s’s days',
  async (daysBy) => {
    const totals = new Map<string, { count: number; quantity: number }>();
    for (const row of await dayRows({ fromDay: '2000-01-01', toDay: '2030-01-01', daysBy })) {
      const day = daysBy === 'client' ? row.clientDay : row.day;
      const key = `${row.memberId}|${row.outcomeId}|${day}`;
      const sum = totals.get(key) ?? { count: 0, quantity: 0 };
      const { count, quantity } = row.totals;
      totals.set(key, { count: sum.count + count, quantity: sum.quantity + quantity });
    }
    expect(totals.size).toBeGreaterThan(10);
    for (const [key, { count, quantity }] of totals) {
      const [memberId = '', outcomeId = '', day = ''] = key.split('|');
      const { total, entries } = await findEntries({
        memberIds: [memberId],
        outcomeIds: [outcomeId],
        fromDay: day,
        toDay: day,
        daysBy,
      });
      expect(total).toBe(count);
      expect(entries.reduce((sum, entry) => sum + entry.quantity, 0)).toBe(quantity);
    }
  },
);

test('a client’s day gathers what its members did on their own days around it', async () => {
  const day = '2026-01-01';
  const rows = await dayRows({ fromDay: day, toDay: day, daysBy: 'client' });
  const all = await dayRows({ fromDay: '2000-01-01', toDay: '2030-01-01' });
  const wanted = all.filter(({ clientDay }) => clientDay === day);
  expect(wanted.some((row) => row.day !== day)).toBe(true);
  const counts = (some: typeof rows) => some.map(({ totals }) => totals.quantity).toSorted();
  expect(counts(rows)).toEqual(counts(wanted));
  expect(rows.every((row) => row.day === day && row.clientDay === day)).toBe(true);
});

test('the first screen reads open work and one day, however old the day', async () => {
  const all = await allEntries();
  const open = all.filter((entry) => isWanted(entry, { stage: 'open', memberIds: ['ben'] }));
  expect((await openEntries('ben')).map(({ id }) => id).toSorted()).toEqual(
    open.map(({ id }) => id).toSorted(),
  );
  for (const day of DAYS) {
    const done = all.filter((each) =>
      isWanted(each, { fromDay: day, toDay: day, memberIds: ['ben'] }),
    );
    expect(await entriesOfDay('ben', day)).toHaveLength(done.length);
  }
});
