import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import { believable, lastCountedDay, odditiesOf } from '#shared/deliverables/oddities';
import type { Json } from '#shared/json';
import { anyWork } from '../metrics/timed-work.ts';

const DAY_MS = 86_400_000;
const NOON_MS = Date.parse('2026-03-20T12:00:00Z');
const LAST_DAY = lastCountedDay('2026-03-20');

const done = (fields: Record<string, Json> = {}) =>
  deliverableFrom({
    audience: 'm-ana',
    type: 'deliverable',
    id: 'd',
    fields: {
      requestedAtMs: NOON_MS - 5 * DAY_MS,
      startedAtMs: NOON_MS - 2 * DAY_MS,
      completedAtMs: NOON_MS,
      day: '2026-03-20',
      quantity: 4,
      errors: 1,
      valueMinor: 1_250,
      ...fields,
    },
    stamp: '0',
  });

describe('what is odd about an entry, and what of it still counts', () => {
  it.each([
    ['nothing', {}, [], {}],
    [
      'completed before it was requested',
      { requestedAtMs: NOON_MS + 1 },
      ['beforeRequest'],
      { requestedAtMs: null, startedAtMs: NOON_MS - 2 * DAY_MS, quantity: 4 },
    ],
    [
      'completed before it was started',
      { startedAtMs: NOON_MS + 1 },
      ['beforeStart'],
      { startedAtMs: null, requestedAtMs: NOON_MS - 5 * DAY_MS },
    ],
    [
      'a day that its instant of completion is far from',
      { completedAtMs: Date.parse('2099-01-01T00:00:00Z') },
      ['otherDay'],
      { day: '2026-03-20', requestedAtMs: null, startedAtMs: null, quantity: 4 },
    ],
    [
      'a negative quantity',
      { quantity: -4 },
      ['quantity'],
      { quantity: 0, errors: null, valueMinor: 1_250 },
    ],
    ['an absurd quantity', { quantity: 1e300 }, ['quantity'], { quantity: 0, errors: null }],
    ['negative errors', { errors: -1 }, ['errors'], { quantity: 4, errors: null }],
    ['an absurd value', { valueMinor: 1e15 }, ['amount'], { valueMinor: null, quantity: 4 }],
    [
      'a negative part of a whole',
      { partCount: -1, wholeCount: 3 },
      ['amount'],
      { wholeCount: null },
    ],
    ['another currency', { currency: 'EUR' }, ['currency'], { valueMinor: null, quantity: 4 }],
    ['a refund', { valueMinor: -500 }, [], { valueMinor: -500 }],
    ['a currency of no amount', { currency: 'EUR', valueMinor: null }, [], {}],
  ])('%s', (_, fields, odd, counted) => {
    expect(odditiesOf(done(fields))).toEqual(odd);
    expect(believable(done(fields))).toMatchObject(counted);
  });

  it('counts nothing from before the year 2000', () => {
    const epoch = done({
      requestedAtMs: null,
      startedAtMs: null,
      completedAtMs: 9,
      day: '1970-01-01',
    });
    expect(odditiesOf(epoch)).toEqual(['tooEarly']);
    expect(believable(epoch)).toBeNull();
  });

  it('a stream that claims the year 2099 is ahead, and is in no figure by its day', () => {
    const claimed = done({ completedAtMs: Date.parse('2099-01-01T00:00:00Z'), day: '2099-01-01' });
    expect(odditiesOf(claimed, [''], LAST_DAY)).toEqual(['ahead']);
    expect(odditiesOf(claimed)).toEqual([]);
    expect(claimed.day > LAST_DAY).toBe(true);
    const begun = done({ completedAtMs: null, day: '', startedAtMs: NOON_MS + 3 * DAY_MS });
    expect(odditiesOf(begun, [''], LAST_DAY)).toEqual(['ahead']);
  });

  it('a zone a day ahead, a night shift and a clock a little wrong are nothing odd', () => {
    const kiritimati = { completedAtMs: NOON_MS - DAY_MS / 2, zone: 'Pacific/Kiritimati' };
    const night = { completedAtMs: NOON_MS + DAY_MS };
    for (const fields of [kiritimati, night]) {
      expect(odditiesOf(done({ ...fields, startedAtMs: null }), [''], LAST_DAY)).toEqual([]);
    }
  });

  it('once the currency was changed, what was not named is in the one before', () => {
    expect(odditiesOf(done(), ['EUR'])).toEqual(['currency']);
    expect(odditiesOf(done({ currency: 'EUR' }), ['EUR'])).toEqual([]);
  });

  it('is nobody’s once it is deleted or moved away', () => {
    expect(odditiesOf(done({ quantity: -1, deleted: true }))).toEqual([]);
    expect(odditiesOf(done({ quantity: -1, movedTo: 'm-ben' }))).toEqual([]);
  });
});

test('what is believed has nothing odd, and is the entry itself exactly where that has nothing odd', () => {
  const anyAmount = fc.constantFrom(-1, 0, 2, 1e12, -1e15, 0.5);
  fc.assert(
    fc.property(anyWork, anyAmount, fc.constantFrom('', 'EUR'), (work, amount, currency) => {
      const entry = { ...work, quantity: amount, currency, isDeleted: false };
      const believed = believable(entry);
      expect(believed === entry).toBe(odditiesOf(entry).length === 0);
      if (believed === null) return;
      // Its day and instant stay apart: what they falsify is taken out, not they.
      expect(odditiesOf(believed).filter((odd) => odd !== 'otherDay')).toEqual([]);
      if (odditiesOf(entry).includes('otherDay')) {
        expect(believed).toMatchObject({ requestedAtMs: null, startedAtMs: null, blocks: [] });
      }
    }),
  );
});
