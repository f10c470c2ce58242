import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import { pressureOn, riskTimes } from '#shared/deliverables/pressure';
import { officeHours } from '#shared/plan/calendar';
import { memberAudience } from '#shared/stream/change';
import { workClock } from '#shared/worktime/work-clock';

const clock = workClock(officeHours('usual', '', 'Asia/Manila'));
const MONDAY_MS = Date.parse('2026-11-16T01:00:00Z');
const HOUR_MS = 3_600_000;

describe('when work becomes at risk', () => {
  it('is the first instant at which it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * HOUR_MS }),
        fc.integer({ min: 2 * HOUR_MS, max: 200 * HOUR_MS }),
        fc.option(fc.integer({ min: 1, max: 12 * HOUR_MS }), { nil: null }),
        (afterMs, givenMs, usualWorkMs) => {
          const requestedAtMs = MONDAY_MS + afterMs;
          const work = deliverableFrom({
            id: 'w',
            audience: memberAudience('ana'),
            fields: { requestedAtMs, dueAtMs: requestedAtMs + givenMs, outcomeId: 'o' },
            stamps: {},
          } as unknown as Parameters<typeof deliverableFrom>[0]);
          const terms = { clock, slas: [], usualWorkMs };
          for (const { atRiskAtMs, dueAtMs } of riskTimes(work, terms, requestedAtMs)) {
            const riskAt = (ms: number) => pressureOn(work, terms, ms, ms).risk;
            if (atRiskAtMs > dueAtMs) continue;
            expect(riskAt(atRiskAtMs)).toBe('atRisk');
            expect(riskAt(atRiskAtMs - 1)).not.toBe('atRisk');
          }
        },
      ),
    );
  });
});
