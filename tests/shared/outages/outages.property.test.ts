import { odditiesOf } from '#shared/deliverables/oddities';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contributionsOf, PROMISE_NAMES } from '#shared/metrics/contributions';
import { openSla } from '#shared/metrics/compliance';
import { readSla } from '#shared/metrics/sla';
import { termsBook, termsKey } from '#shared/metrics/terms';
import type { TermsSource } from '#shared/metrics/terms';
import { excusedSpans, excusedSpansByMember, standingOfOutage } from '#shared/outages/excused-time';
import type { Outage } from '#shared/outages/outage';
import { LONGEST_OUTAGE_MS, outageFrom } from '#shared/outages/outage';
import { uncleanStop } from '#shared/outages/unclean-stop';
import { SLA_STAGES } from '#shared/plan/outcome';
import { overlapping, unite } from '#shared/worktime/spans';
import { slowBetween } from '../worktime/slow-clock.ts';
import { SOURCE, TERMS, anyWork } from '../metrics/timed-work.ts';

const MINUTE_MS = 60_000;
const FROM_MS = Date.parse('2026-03-23T00:00:00Z');
const NOW_MS = FROM_MS + 21 * 86_400_000;

const atMs = fc.integer({ min: 0, max: 20 * 1_440 }).map((minute) => FROM_MS + minute * MINUTE_MS);

/** Anything that a faulty, an older or a dishonest program may have written. */
const anyOutage: fc.Arbitrary<Outage> = fc
  .record({
    memberId: fc.constantFrom('ana', 'ben'),
    id: fc.uuid(),
    fields: fc.record({
      kind: fc.constantFrom('power', 'connection'),
      seenBy: fc.constantFrom('unclean-stop', 'unreachable-target', 'told'),
      fromMs: atMs,
      toMs: fc.option(atMs, { nil: null }),
      isSure: fc.boolean(),
      verdict: fc.option(fc.constantFrom('outage', 'none', 'perhaps'), { nil: null }),
      deleted: fc.boolean(),
    }),
  })
  .map(({ memberId, id, fields }) =>
    outageFrom({ audience: `m-${memberId}`, type: 'outage', id, fields, stamp: '' }),
  )
  .filter((outage) => outage !== null);

const ledgers = fc.array(anyOutage, { maxLength: 8 });

const withOutages = (ledger: readonly Outage[]): TermsSource => {
  const byMember = excusedSpansByMember(ledger);
  const outages = Object.fromEntries(
    [...byMember].map(([id, spans]) => [id, spans.map(({ from, to }) => [from, to] as const)]),
  );
  return byMember.size > 0 ? { ...SOURCE, outages } : SOURCE;
};

describe('what outages excuse', () => {
  test('is what a look at each minute says: open by the calendar, and dark or waiting for the client', () => {
    fc.assert(
      fc.property(anyWork, ledgers, (work, ledger) => {
        const { outcomeId, memberId, requestedAtMs, completedAtMs } = work;
        if (requestedAtMs === null || outcomeId !== 'tickets') return;
        // A request that cannot be believed holds nobody to a promise.
        if (odditiesOf(work).length > 0) return;
        const terms = termsBook(withOutages(ledger)).of(memberId, outcomeId);
        const sla = { to: 'completed', minutes: 480 } as const;
        const reading = readSla(work, sla, terms.clock, NOW_MS, terms.outages);
        const untilMs = Math.max(requestedAtMs, completedAtMs ?? NOW_MS);
        const dark = ledger.filter(
          (each) => each.memberId === memberId && standingOfOutage(each) === 'counted',
        );
        const waits = work.blocks.filter(({ on }) => on === 'client');
        const versions = SOURCE.calendars['rome'] ?? [];
        let slowMs = 0;
        for (let at = requestedAtMs; at < untilMs; at += MINUTE_MS) {
          const isOut = [...dark, ...waits].some(
            ({ fromMs, toMs }) => fromMs <= at && at < (toMs ?? untilMs),
          );
          if (isOut && terms.clock.isOpen(at)) slowMs += MINUTE_MS;
        }
        expect(reading?.excusedMs).toBe(slowMs);
        const usedMs = slowBetween({ id: 'rome', name: '', versions }, requestedAtMs, untilMs);
        expect(reading?.usedMs).toBe(usedMs);
      }),
      { numRuns: 60 },
    );
  });

  test('only ever helps, never more than everything, and leaves the raw figures as they are', () => {
    fc.assert(
      fc.property(anyWork, ledgers, ledgers, (work, ledger, more) => {
        const [less, all] = [ledger, [...ledger, ...more]].map((each) =>
          termsBook(withOutages(each)),
        );
        const sums = [TERMS, less, all].map((book) => {
          const terms = book?.of(work.memberId, work.outcomeId);
          return terms ? contributionsOf(work, terms).map(({ totals }) => totals) : [];
        });
        for (const stage of SLA_STAGES) {
          const { met, missed, metExcused, missedExcused } = PROMISE_NAMES[stage];
          const [none, some, most] = sums.map((totals) => ({
            raw: totals.map((each) => [each[met], each[missed]]),
            excused: totals.reduce((sum, each) => sum + each[metExcused], 0),
            counted: totals.reduce((sum, each) => sum + each[metExcused] + each[missedExcused], 0),
          }));
          expect(some?.raw).toEqual(none?.raw);
          expect(most?.raw).toEqual(none?.raw);
          expect(some?.excused).toBeGreaterThanOrEqual(none?.excused ?? 0);
          expect(most?.excused).toBeGreaterThanOrEqual(some?.excused ?? 0);
          expect(most?.counted).toBe(none?.counted);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('open work is excused by the same stretches, and never more of it is overdue than without', () => {
    fc.assert(
      fc.property(fc.array(anyWork, { maxLength: 6 }), ledgers, (all, ledger) => {
        const open = all.filter(({ completedAtMs }) => completedAtMs === null);
        const plain = openSla(open, TERMS, NOW_MS);
        const excused = openSla(open, termsBook(withOutages(ledger)), NOW_MS);
        for (const stage of SLA_STAGES) {
          expect(excused[stage].overdue).toBe(plain[stage].overdue);
          expect(excused[stage].overdueExcused).toBeLessThanOrEqual(plain[stage].overdueExcused);
        }
      }),
    );
  });

  test('overlaps count once, in any order, and what is dismissed, unanswered or lasting not at all', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const spans = excusedSpans(ledger);
        expect(excusedSpans(ledger.toReversed())).toEqual(spans);
        expect(excusedSpans([...ledger, ...ledger])).toEqual(spans);
        expect(unite(spans)).toEqual(spans);
        for (const { fromMs, toMs, verdict, isSure } of ledger) {
          const isIn = spans.some(({ from, to }) => from <= fromMs && (toMs ?? Infinity) <= to);
          const shouldBe = toMs !== null && verdict !== 'none' && (isSure || verdict === 'outage');
          if (shouldBe) expect(isIn).toBe(true);
        }
        const counted = ledger.filter((each) => standingOfOutage(each) === 'counted');
        const mostMs = counted.reduce((sum, each) => sum + (each.toMs ?? 0) - each.fromMs, 0);
        const sumMs = spans.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(sumMs).toBeLessThanOrEqual(mostMs);
      }),
    );
  });

  test('measures nothing anew where nothing was promised', () => {
    const source = { ...SOURCE, outages: { ana: [[FROM_MS, FROM_MS + 1]] } } as const;
    expect(termsKey(source, 'ana', 'tickets')).not.toBe(termsKey(SOURCE, 'ana', 'tickets'));
    expect(termsKey(source, 'ana', 'nobody knows')).toBe(termsKey(SOURCE, 'ana', 'nobody knows'));
    expect(termsKey(source, 'ben', 'tickets')).toBe(termsKey(SOURCE, 'ben', 'tickets'));
  });
});

test('the search for what overlaps finds what a look at each span finds', () => {
  const some = fc.integer({ min: 0, max: 60 });
  const spans = fc.array(fc.record({ from: some, to: some }), { maxLength: 12 });
  fc.assert(
    fc.property(spans, some, some, (raw, from, to) => {
      const united = unite(raw);
      const found = united.filter((span) => span.to > from && span.from < to);
      if (from < to) expect(overlapping(united, from, to)).toEqual(found);
    }),
  );
});

test('a gap lies between the last sign of life and now, and only a restart leaves no doubt', () => {
  const sign = fc.integer({ min: 0, max: 60 * 1_440 }).map((minute) => minute * MINUTE_MS);
  fc.assert(
    fc.property(sign, sign, sign, sign, (aliveAtMs, changedAtMs, bootedAtMs, nowMs) => {
      const stop = uncleanStop({ aliveAtMs, changedAtMs, bootedAtMs, nowMs });
      if (!stop) return;
      expect(stop.fromMs).toBeGreaterThanOrEqual(aliveAtMs);
      expect(stop.toMs).toBeLessThanOrEqual(nowMs);
      expect(stop.toMs - stop.fromMs).toBeGreaterThanOrEqual(5 * MINUTE_MS);
      expect(stop.toMs - stop.fromMs).toBeLessThanOrEqual(LONGEST_OUTAGE_MS);
      const isRestarted = bootedAtMs > stop.fromMs && bootedAtMs <= nowMs;
      if (stop.isSure) expect(isRestarted).toBe(true);
      expect(stop.toMs).toBe(isRestarted ? bootedAtMs : nowMs);
    }),
  );
});
