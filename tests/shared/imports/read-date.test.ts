import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrderEvidence, provenOrder } from '#shared/imports/date-order';
import { instantReader } from '#shared/imports/instant';
import type { DateOrder } from '#shared/imports/read-date';
import { readWallTime } from '#shared/imports/read-date';

/** The wall time as ISO text, with its offset in minutes where the text has one. */
function read(text: string, order: DateOrder = 'dmy'): string | null {
  const wall = readWallTime(text, order);
  if (!wall) return null;
  const iso = new Date(wall.localMs).toISOString().replace('.000Z', '').replace('Z', '');
  const local = wall.hasTime ? iso : iso.slice(0, 10);
  return wall.offsetMs === null ? local : `${local} ${wall.offsetMs / 60_000}`;
}

describe('dates as tools write them', () => {
  it.each([
    ['2012-10-09T14:50:17Z', '2012-10-09T14:50:17 0'],
    ['2012-10-09 14:50', '2012-10-09T14:50:00'],
    ['2012-10-09T14:50:17.25+08:00', '2012-10-09T14:50:17.250 480'],
    ['2012-10-09 14:50:17 -0330', '2012-10-09T14:50:17 -210'],
    ['2012-10-09', '2012-10-09'],
    ['2012/10/09 8:05', '2012-10-09T08:05:00'],
    ['20121009', '2012-10-09'],
    ['11/May/24 03:26 PM', '2024-05-11T15:26:00'],
    ['11/May/24 12:00 AM', '2024-05-11T00:00:00'],
    ['11 May 2024', '2024-05-11'],
    ['May 11, 2024 3:26 pm', '2024-05-11T15:26:00'],
    ['Sat, 11 May 2024 15:26:00 +0000', '2024-05-11T15:26:00 0'],
    ['Sat May 11 2024 15:26:00 GMT+0200 (Central European Summer Time)', '2024-05-11T15:26:00 120'],
    ['11-may-2024', '2024-05-11'],
    ['11 de mayo de 2024', '2024-05-11'],
    ['3 août 2024', '2024-08-03'],
    ['1st March 2024', '2024-03-01'],
    ['31.12.2023 23:59', '2023-12-31T23:59:00'],
    ['25/12/23', '2023-12-25'],
    ['1715441160', '2024-05-11T15:26:00 0'],
    ['1715441160000', '2024-05-11T15:26:00 0'],
    ['45423.643', '2024-05-11T15:25:55'],
    ['45423', '2024-05-11'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('reads days and months in the order it is told', () => {
    expect(read('6/7/2025 16:14', 'dmy')).toBe('2025-07-06T16:14:00');
    expect(read('6/7/2025 16:14', 'mdy')).toBe('2025-06-07T16:14:00');
    expect(read('6/21/2025 16:14', 'dmy')).toBeNull();
  });

  it.each([
    '',
    'soon',
    '31/02/2024',
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-01-01T25:00',
    '2024-01-01 10:61',
    '99/99/9999',
    '0',
    '12',
    '1.2',
    'Agent 2',
    'Maybe 3 2024',
    '1024-01-01',
    '11 May 2024 and more',
    '2012-10-09T14:50:17Z/2012-10-10T14:50:17Z',
  ])('%s is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads back every instant that it is given as ISO text', () => {
    const dates = fc.date({
      min: new Date('1970-01-02'),
      max: new Date('2199-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(readWallTime(date.toISOString(), 'dmy')?.localMs).toBe(date.getTime());
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const wall = readWallTime(text, 'mdy');
        expect(wall === null || Number.isFinite(wall.localMs)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the order of day and month', () => {
  const orderOf = (...values: string[]) => provenOrder(dateOrderEvidence(values));

  it('is proved by one value that fits only one of them', () => {
    expect(orderOf('03/04/2024', '05/06/2024', '25/06/2024')).toBe('dmy');
    expect(orderOf('03/04/2024', '05/06/2024', '06/25/2024')).toBe('mdy');
  });

  it('is left to a person where every value fits both', () => {
    expect(orderOf('03/04/2024', '05/06/2024')).toBeNull();
    expect(dateOrderEvidence(['03/04/2024']).example).toBe('03/04/2024');
  });

  it('does not matter where days and months are the same or named', () => {
    expect(orderOf('04/04/2024', '2024-05-06', '11/May/24')).toBe('dmy');
  });

  it('is left to a person where values contradict one another', () => {
    expect(orderOf('25/06/2024', '06/25/2024', '03/04/2024')).toBeNull();
  });
});

describe('instants', () => {
  const at = (zone: string, text: string, part?: 'noon' | 'dayEnd'): string => {
    const instant = instantReader(zone, 'dmy')(text, part);
    return instant ? new Date(instant.ms).toISOString() : 'none';
  };

  it('reads wall times in the zone, through changes of the clock', () => {
    expect(at('Asia/Manila', '2024-05-11 08:00')).toBe('2024-05-11T00:00:00.000Z');
    expect(at('Europe/Rome', '2024-03-31 01:30')).toBe('2024-03-31T00:30:00.000Z');
    expect(at('Europe/Rome', '2024-03-31 03:30')).toBe('2024-03-31T01:30:00.000Z');
    expect(at('Europe/Rome', '2024-10-27 12:00')).toBe('2024-10-27T11:00:00.000Z');
  });

  it('keeps to the offset that a text names', () => {
    expect(at('Asia/Manila', '2024-05-11T08:00:00Z')).toBe('2024-05-11T08:00:00.000Z');
  });

  it('puts a date without a time at noon, and a due date at the end of its day', () => {
    expect(at('Asia/Manila', '2024-05-11')).toBe('2024-05-11T04:00:00.000Z');
    expect(at('Asia/Manila', '2024-05-11', 'dayEnd')).toBe('2024-05-11T15:59:59.000Z');
  });

  it('names the month as it is written, whatever the zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'UTC', 'Pacific/Niue']) {
      expect(instantReader(zone, 'dmy')('2024-05-31 23:30')?.month).toBe('2024-05');
      expect(instantReader(zone, 'dmy')('2024-05-31T23:30:00Z')?.month).toBe('2024-05');
    }
  });
});
