import { describe, expect, test } from 'vitest';
import type { RecordState } from '#shared/stream/merge';
import { qualityCheckFrom, qualityCheckId, whyReturned } from '#shared/quality/quality-check';
import type { QualitySample } from '#shared/quality/quality-sample';
import {
  drawnUnits,
  populationCount,
  qualitySampleFields,
  qualitySampleFrom,
} from '#shared/quality/quality-sample';
import type { Judged } from '#shared/quality/sampled-accuracy';
import { accuracyOfSample, pooledAccuracy } from '#shared/quality/sampled-accuracy';

const units = (memberId: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    memberId,
    deliverableId: `202611-${memberId}${at}`,
  }));

const SAMPLE: QualitySample = {
  id: 's1',
  memberIds: ['ana', 'ben'],
  outcomeIds: [],
  fromDay: '2026-11-01',
  toDay: '2026-11-14',
  stratifiedBy: 'member',
  sizedBy: { kind: 'interval', halfWidthRatio: 0.05, expectedRatio: 0.95, confidence: 0.95 },
  seed: 'k3v',
  groups: [
    { id: 'ana', populationCount: 300, units: units('ana', 6) },
    { id: 'ben', populationCount: 100, units: units('ben', 2) },
  ],
  drawnAtMs: 1_790_000_000_000,
  drawnById: 'mara',
  isDeleted: false,
};

const judged = (deliverableId: string, more: Partial<Judged> = {}): Judged => ({
  deliverableId,
  verdict: 'accepted',
  quantity: 1,
  errorCount: 0,
  checkedAtMs: 1,
  ...more,
});

const record = (fields: RecordState['fields'], audience: RecordState['audience']): RecordState => ({
  id: 's1',
  type: 'any',
  audience,
  fields,
  stamp: '0',
});

describe('a sample’s record', () => {
  test('says the same when it is read again', () => {
    const { id: _id, isDeleted: _is, ...drawn } = SAMPLE;
    const fields = qualitySampleFields(drawn);
    expect(qualitySampleFrom(record(fields, 'managers'))).toEqual(SAMPLE);
    expect(populationCount(SAMPLE)).toBe(400);
  });

  test('that was damaged reads as an empty one', () => {
    const read = qualitySampleFrom(record({ groups: [{ drawn: 3 }, 7], fromDay: 'x' }, 'managers'));
    expect(read).toMatchObject({
      fromDay: '',
      groups: [{ id: '', populationCount: 0, units: [] }],
    });
  });

  test('is worked through in the order of the draw, whatever the groups', () => {
    const order = drawnUnits(SAMPLE).map(({ deliverableId }) => deliverableId);
    expect(order.toSorted()).toEqual(
      [...units('ana', 6), ...units('ben', 2)].map((unit) => unit.deliverableId).toSorted(),
    );
    expect(order).not.toEqual(order.toSorted());
  });

  test('of a thousand fits into one change', () => {
    const { id: _id, isDeleted: _is, ...drawn } = SAMPLE;
    const long = Array.from({ length: 1_000 }, (_, at) => ({
      memberId: `member${at % 40}xxxxxxxx`,
      deliverableId: `202611-${String(at).padStart(32, '0')}`,
    }));
    const groups = [{ id: '', populationCount: 90_000, units: long }];
    expect(JSON.stringify(qualitySampleFields({ ...drawn, groups })).length).toBeLessThan(
      48 * 1024,
    );
  });
});

describe('accuracy by a sample', () => {
  test('says nothing before anything was looked at', () => {
    expect(accuracyOfSample(SAMPLE, [])).toEqual({
      deliverables: null,
      pieces: null,
      returnedCount: 0,
      skippedCount: 0,
      drawnCount: 8,
      checkedCount: 0,
    });
  });

  test('weighs members by what they did, and leaves out what cannot be judged', () => {
    const accuracy = accuracyOfSample(SAMPLE, [
      judged('202611-ana0'),
      judged('202611-ana1'),
      judged('202611-ana2', { verdict: 'skipped' }),
      judged('202611-ben0', { verdict: 'returned', quantity: 10, errorCount: 4 }),
      judged('202611-ben1', { quantity: 10 }),
    ]);
    // Ana 2 of 2 for three quarters of the work, Ben 1 of 2 for one quarter.
    expect(accuracy.deliverables?.ratio).toBeCloseTo(0.875);
    expect(accuracy).toMatchObject({ checkedCount: 4, returnedCount: 1, skippedCount: 1 });
    // Ana's two pieces stand for three times as many as Ben's twenty.
    expect(accuracy.pieces?.ratio).toBeCloseTo((3 * 2 + 16) / (3 * 2 + 20));
    expect(accuracy.pieces?.count).toBe(22);
  });

  test('of several samples counts a deliverable once, by the latest word', () => {
    const accuracy = pooledAccuracy([
      judged('a', { verdict: 'returned', errorCount: 1, checkedAtMs: 1 }),
      judged('a', { checkedAtMs: 2 }),
      judged('b'),
    ]);
    expect(accuracy).toMatchObject({ returnedCount: 0, deliverables: { ratio: 1, count: 2 } });
  });

  test('of large deliverables is less certain than of as many single pieces', () => {
    const singles = Array.from({ length: 100 }, (_, at) =>
      judged(`s${at}`, at < 10 ? { verdict: 'returned', errorCount: 1 } : {}),
    );
    const lumps = Array.from({ length: 10 }, (_, at) =>
      judged(`l${at}`, {
        quantity: 10,
        ...(at === 0 && { verdict: 'returned', errorCount: 10 }),
      }),
    );
    const [one, many] = [pooledAccuracy(singles).pieces, pooledAccuracy(lumps).pieces];
    expect(one?.ratio).toBeCloseTo(0.9, 12);
    expect(many?.ratio).toBeCloseTo(0.9, 12);
    const width = (share: typeof one) => (share ? share.highRatio - share.lowRatio : 0);
    expect(width(many)).toBeGreaterThan(2 * width(one));
  });
});

describe('a check', () => {
  test('is one record for a deliverable and a sample, of the member’s log', () => {
    const fields = { verdict: 'returned', quantity: 3, errorCount: 9, reason: 'Wrong price' };
    const check = qualityCheckFrom({
      ...record(fields, 'm-ana'),
      id: qualityCheckId('202611-x', 's1'),
    });
    expect(check).toMatchObject({ id: '202611-x.s1', memberId: 'ana', errorCount: 3, note: '' });
    expect(whyReturned(check)).toBe('Wrong price');
    expect(whyReturned({ reason: 'Wrong price', note: 'row 3' })).toBe('Wrong price: row 3');
  });

  test('that accepts has no errors, whatever a faulty program wrote', () => {
    const fields = { verdict: 'accepted', quantity: 3, errorCount: 2 };
    expect(qualityCheckFrom(record(fields, 'm-ana')).errorCount).toBe(0);
  });
});
