import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isOpen, openBlock } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import {
  lateThroughWaits,
  pastWaits,
  waitGroups,
  waitingWork,
} from '#shared/metrics/insights/bottlenecks';
import { addTotals, NO_TOTALS } from '#shared/metrics/rollup';
import { contributionsOf } from '#shared/metrics/contributions';
import { readSla } from '#shared/metrics/sla';
import { TERMS, anyWork, work } from '../timed-work.ts';

const NOW_MS = Date.parse('2026-04-15T10:00:00Z');
const input = { openById: new Map(), terms: TERMS, meanValueOf: () => null, nowMs: NOW_MS };

test('each piece that waits is in one group, and the groups add up to all of them', () => {
  fc.assert(
    fc.property(fc.array(anyWork, { maxLength: 25 }), (all) => {
      const open = all.filter(isOpen);
      const items = waitingWork({ ...input, open });
      const groups = waitGroups(items);
      expect(items).toHaveLength(open.filter((each) => openBlock(each) !== null).length);
      const grouped = groups.flatMap((group) => group.items);
      expect(new Set(grouped)).toEqual(new Set(items));
      expect(grouped).toHaveLength(items.length);
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      expect(sum(groups.map((group) => group.waitedMs))).toBe(
        sum(items.map((item) => item.waitedMs)),
      );
      expect(sum(groups.map((group) => group.lateCount))).toBe(
        sum(items.map((item) => item.lateCount)),
      );
    }),
  );
});

test('promises missed through waiting are among those missed, and none without a wait', () => {
  fc.assert(
    fc.property(anyWork, (each) => {
      const terms = TERMS.of(each.memberId, each.outcomeId);
      const slas = each.requestedAtMs === null ? [] : terms.slasAt(each.requestedAtMs);
      const missed = slas.filter((sla) => {
        const state = readSla(each, sla, terms.clock, NOW_MS)?.state;
        return state === 'overdue' || state === 'missed';
      });
      const late = lateThroughWaits(each, terms, NOW_MS);
      expect(late).toBeLessThanOrEqual(missed.length);
      expect(lateThroughWaits({ ...each, blocks: [] }, terms, NOW_MS)).toBe(0);
    }),
  );
});

/** With its times in their order, so that nothing of it is left out of figures. */
const isPlain = ({ requestedAtMs, startedAtMs, completedAtMs, day }: Deliverable): boolean =>
  (requestedAtMs ?? 0) <= (completedAtMs ?? 0) &&
  (startedAtMs ?? 0) <= (completedAtMs ?? 0) &&
  Math.abs((completedAtMs ?? 0) - Date.parse(day)) < DAY_MS;
const DAY_MS = 86_400_000;

test('the waits of the past by outcome are those of the roll-ups', () => {
  fc.assert(
    fc.property(fc.array(anyWork, { maxLength: 15 }), (all) => {
      const rows = all.flatMap((each) =>
        contributionsOf(each, TERMS.of(each.memberId, each.outcomeId)).map(
          ({ outcomeId, totals }) => ({ outcomeId, amounts: totals }),
        ),
      );
      const whole = rows.map(({ amounts }) => amounts).reduce(addTotals, NO_TOTALS);
      const completed = all.filter((each) => each.completedAtMs !== null && !each.isDeleted);
      const late = completed.filter((each) => {
        const terms = TERMS.of(each.memberId, each.outcomeId);
        return lateThroughWaits(each, terms, each.completedAtMs ?? NOW_MS) > 0;
      });
      if (whole.missedByWaitingCount === 0) expect(late.filter(isPlain)).toEqual([]);
      expect(whole.waitedCount).toBeLessThanOrEqual(whole.count);
      const waited = pastWaits(rows).reduce((sum, each) => sum + each.waitedMs, 0);
      expect(waited).toBe(
        whole.waitedManagerMs +
          whole.waitedClientMs +
          whole.waitedColleagueMs +
          whole.waitedSystemMs +
          whole.waitedSelfMs,
      );
    }),
  );
});

describe('what waiting costs', () => {
  /** Monday to Wednesday in Rome: 9 hours a day; the promise is to complete within 40 hours. */
  const ticket = (fields = {}) =>
    work('ben', {
      outcomeId: 'tickets',
      requestedAtMs: Date.parse('2026-04-07T07:00:00Z'),
      respondedAtMs: Date.parse('2026-04-07T07:05:00Z'),
      startedAtMs: Date.parse('2026-04-07T08:00:00Z'),
      'block.1': { fromMs: Date.parse('2026-04-13T07:00:00Z'), toMs: null, on: 'manager' },
      ...fields,
    });

  it('is the promise that would hold without the wait', () => {
    const [item] = waitingWork({ ...input, open: [ticket()] });
    expect(item).toMatchObject({ on: 'manager', lateCount: 1, waitedMs: 21 * 3_600_000 });
  });

  it('is no promise that was late anyhow', () => {
    const requestedAtMs = Date.parse('2026-03-30T07:00:00Z');
    const [item] = waitingWork({ ...input, open: [ticket({ requestedAtMs })] });
    expect(item?.lateCount).toBe(0);
  });

  it('is the value of the work, or what such work was worth on average', () => {
    const meanValueOf = () => 500;
    const [told] = waitingWork({ ...input, meanValueOf, open: [ticket({ valueMinor: 900 })] });
    const [estimated] = waitingWork({ ...input, meanValueOf, open: [ticket()] });
    expect(told).toMatchObject({ valueMinor: 900, isValueEstimated: false });
    expect(estimated).toMatchObject({ valueMinor: 500, isValueEstimated: true });
  });

  it('counts work that waits for other work by whom it waits for', () => {
    const needing = work('ana', {
      outcomeId: 'books',
      'need.x': { memberId: 'ben', title: 'Scans', doneAtMs: null },
    });
    expect(waitGroups(waitingWork({ ...input, open: [needing] }))).toMatchObject([
      { on: 'work', whoId: 'ben', waitedMs: 0 },
    ]);
  });
});
