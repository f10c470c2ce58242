import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn } from '#shared/day';
import { backtest } from '#shared/metrics/backtest';
import { forecastBacklog } from '#shared/metrics/forecast';
import { termsBook } from '#shared/metrics/terms';
import { dailyThroughput, workingDayAfter } from '#shared/metrics/throughput';
import { seededRandom } from '#shared/random';
import { ROME, TICKET_TERMS, tickets } from './tickets.ts';
import { TERMS } from './timed-work.ts';

const rome = termsBook(TICKET_TERMS).of('', 'tickets');

/** One piece on every third day. */
const everyThird = (days: number): readonly number[] =>
  Array.from({ length: days }, (_, at) => (at % 3 === 0 ? 1 : 0));

describe('a forecast', () => {
  it('is certain where every day was the same', () => {
    const dailyThroughput = Array.from({ length: 20 }, () => 3);
    expect(forecastBacklog({ backlogCount: 10, dailyThroughput, seed: 1 })).toEqual({
      isKnown: true,
      p50: 4,
      p85: 4,
      p95: 4,
    });
  });

  it('has the quantiles of the negative binomial distribution where each day succeeds or not', () => {
    // Days until the 10th success: P(N ≤ n) = 1 − P(Binomial(n, ⅓) ≤ 9).
    const daysWithin = (p: number): number => {
      for (let n = 10; ; n++) {
        let term = (2 / 3) ** n;
        let below = 0;
        for (let successes = 0; successes < 10; successes++) {
          below += term;
          term *= (n - successes) / (successes + 1) / 2;
        }
        if (1 - below >= p) return n;
      }
    };
    const forecast = forecastBacklog({
      backlogCount: 10,
      dailyThroughput: everyThird(45),
      seed: 'thirds',
      trials: 40_000,
    });
    expect(forecast).toEqual({
      isKnown: true,
      p50: daysWithin(0.5),
      p85: daysWithin(0.85),
      p95: daysWithin(0.95),
    });
  });

  it('is the same for the same seed, and nearly the same for any', () => {
    const dailyThroughput = [0, 2, 1, 0, 5, 3, 1, 1, 0, 2, 4, 0];
    const from = (seed: number) => forecastBacklog({ backlogCount: 40, dailyThroughput, seed });
    const first = from(1);
    expect(from(1)).toEqual(first);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const other = from(seed);
        if (!first.isKnown || !other.isKnown) throw new Error('There is history enough');
        expect(Math.abs(other.p50 - first.p50)).toBeLessThanOrEqual(1);
        expect(Math.abs(other.p85 - first.p85)).toBeLessThanOrEqual(1);
        expect(Math.abs(other.p95 - first.p95)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 20 },
    );
  });

  it('says why it cannot tell', () => {
    const reasonOf = (dailyThroughput: readonly number[], backlogCount = 5) => {
      const forecast = forecastBacklog({ backlogCount, dailyThroughput, seed: 1, trials: 200 });
      return forecast.isKnown ? forecast.p95 : forecast.reason;
    };
    expect(reasonOf([1, 1, 1, 1, 1, 1, 1, 1, 1])).toBe('tooLittleHistory');
    expect(reasonOf(Array.from({ length: 30 }, () => 0))).toBe('nothingCompleted');
    expect(reasonOf([...Array.from({ length: 99 }, () => 0), 1], 400)).toBe('tooFar');
    expect(reasonOf([], 0)).toBe(0);
  });
});

describe('working days', () => {
  it('lie on the days that have working time, and take in what was completed on days off', () => {
    const row = (day: string, count: number) => ({ day, totals: { count } });
    const rows = [
      row('2026-04-03', 4),
      row('2026-04-04', 1),
      row('2026-04-06', 2),
      row('2026-04-07', 3),
    ];
    const range = { fromDay: '2026-04-02', toDay: '2026-04-08' };
    const { clock } = TERMS.of('nobody', 'tickets');
    const { days } = TERMS.of('nobody', 'unknown');
    // Saturday and Easter Monday are off in Rome.
    expect(dailyThroughput(rows, range, { clock, days })).toEqual([0, 4, 6, 0]);
    expect(
      dailyThroughput(
        [row('2026-04-05', 2)],
        { fromDay: '2026-04-03', toDay: '2026-04-05' },
        { clock, days },
      ),
    ).toEqual([2]);
    expect(workingDayAfter('2026-04-02', 2, { clock, days })).toBe('2026-04-07');
    expect(workingDayAfter('2026-04-02', 0, { clock, days })).toBe('2026-04-02');
  });

  it('never come where a calendar has no working time', () => {
    const closed = termsBook({
      members: { eve: { zone: ROME, calendarId: 'none' } },
      outcomes: {},
      calendars: { none: [{ fromDay: '0001-01-01', timeZone: ROME, shifts: [], holidays: [] }] },
    }).of('eve', 'any');
    expect(workingDayAfter('2026-04-02', 1, closed)).toBeNull();
    expect(dailyThroughput([], { fromDay: '2026-04-01', toDay: '2026-04-09' }, closed)).toEqual([]);
  });
});

describe('a back-test', () => {
  it('finds the 85% bound kept about as often as it says where days are alike', () => {
    const random = seededRandom('stationary');
    const throughput = Array.from({ length: 2_000 }, () => random.whole(0, 3) + random.whole(0, 3));
    const result = backtest({
      backlogCount: 30,
      dailyThroughput: throughput,
      seed: 7,
      stepDays: 7,
    });
    expect(result?.n).toBeGreaterThan(250);
    expect(result?.coverage.ratio).toBeGreaterThan(0.8);
    expect(result?.coverage.ratio).toBeLessThan(0.95);
    expect(result?.medianErrorDays).toBeLessThanOrEqual(2);
  });

  it('shows a forecast that promises too much', () => {
    const slowing = Array.from({ length: 400 }, (_, at) => Math.max(1, 9 - Math.floor(at / 50)));
    const result = backtest({ backlogCount: 200, dailyThroughput: slowing, seed: 7 });
    expect(result?.coverage.ratio).toBeLessThan(0.2);
    expect(result?.medianErrorDays).toBeGreaterThan(1);
  });

  it('is null where nothing can be held against what happened', () => {
    expect(backtest({ backlogCount: 5, dailyThroughput: everyThird(60), seed: 1 })).toBeNull();
    expect(backtest({ backlogCount: 500, dailyThroughput: everyThird(120), seed: 1 })).toBeNull();
  });

  it('of the real tickets stands up over three years', () => {
    const rows = tickets.flatMap(({ completedMs }) =>
      completedMs === null ? [] : [{ day: dayIn(ROME, completedMs), totals: { count: 1 } }],
    );
    const range = { fromDay: '2010-02-01', toDay: '2013-12-20' };
    const throughput = dailyThroughput(rows, range, rome);
    expect(throughput.length).toBeGreaterThan(950);
    const result = backtest({ backlogCount: 60, dailyThroughput: throughput, seed: 'tickets' });
    expect(result?.n).toBeGreaterThan(150);
    // Seasons and holidays make days less alike than the method takes them to be.
    expect(result?.coverage.ratio).toBeGreaterThan(0.65);
    expect(result?.medianErrorDays).toBeLessThanOrEqual(5);
  });
});
