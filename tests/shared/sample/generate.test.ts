import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, weekdayOf } from '../../../shared/day.ts';
import { openBlock, stageOf } from '../../../shared/deliverables/deliverable.ts';
import type { Deliverable } from '../../../shared/deliverables/deliverable.ts';
import { quantityTarget } from '../../../shared/plan/outcome.ts';
import { quarterOf } from '../../../shared/plan/priority.ts';
import { PLAN_TYPES } from '../../../shared/record-types.ts';
import { generateSample } from '../../../shared/sample/generate.ts';
import { isRunOpen } from '../../../shared/sops/run.ts';
import { refusalOf } from '../../../shared/stream/authority.ts';
import type { Authority } from '../../../shared/stream/authority.ts';
import { workClock } from '../../../shared/worktime/work-clock.ts';
import { workDays } from '../../../shared/worktime/work-days.ts';
import { THURSDAY_MS, readSample, sampleAt } from './read-sample.ts';

const MINUTE_MS = 60_000;

const times = fc.integer({
  min: Date.parse('2026-01-01T00:00:00Z'),
  max: Date.parse('2030-12-31T00:00:00Z'),
});

describe('the sample team', () => {
  it('is the same for the same seed and instant, and another for another seed', () => {
    const again = sampleAt(THURSDAY_MS);
    expect(JSON.stringify(sampleAt(THURSDAY_MS))).toBe(JSON.stringify(again));
    const other = generateSample({ seed: 8, nowMs: THURSDAY_MS, managerZone: 'Europe/Lisbon' });
    expect(other.founderId).not.toBe(again.founderId);
  });

  it('writes whole milliseconds, as every clock does', () => {
    const broken = sampleAt(THURSDAY_MS).edits.flatMap(({ edit }) =>
      [...JSON.stringify(edit.fields).matchAll(/"\w*Ms":-?\d+\.\d+/g)].map(([text]) => text),
    );
    expect(broken).toEqual([]);
  });

  it('tells nothing of the future, in the order of time, whenever it is made', () => {
    fc.assert(
      fc.property(times, (nowMs) => {
        const { edits } = sampleAt(nowMs);
        for (const [index, { atMs }] of edits.entries()) {
          expect(atMs).toBeLessThanOrEqual(nowMs);
          expect(atMs).toBeGreaterThanOrEqual(edits[index - 1]?.atMs ?? 0);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('lets every piece of work be requested, started and completed in that order and in working time', () => {
    fc.assert(
      fc.property(times, (nowMs) => {
        const { deliverables, members, calendars } = readSample(sampleAt(nowMs));
        const hours = new Map(
          members.map(({ id, calendarId, timeZone }) => {
            const calendar = calendars.get(calendarId);
            if (!calendar) throw new Error('a member without a calendar');
            return [id, { clock: workClock(calendar), days: workDays(calendar, timeZone) }];
          }),
        );
        for (const each of deliverables) {
          const { requestedAtMs, startedAtMs, completedAtMs } = each;
          if (startedAtMs !== null && requestedAtMs !== null) {
            expect(startedAtMs).toBeGreaterThanOrEqual(requestedAtMs);
          }
          if (completedAtMs === null) continue;
          expect(completedAtMs).toBeLessThanOrEqual(nowMs);
          expect(completedAtMs).toBeGreaterThan(startedAtMs ?? 0);
          const own = hours.get(each.memberId);
          expect(each.day).toBe(own?.days.dayAt(completedAtMs));
          expect(
            own?.clock.between(completedAtMs - MINUTE_MS, completedAtMs + MINUTE_MS),
          ).toBeGreaterThan(0);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('writes only what its writers may write', () => {
    const team = sampleAt(THURSDAY_MS);
    const { members } = readSample(team);
    const keyOf = (memberId: string): string => `key-${memberId}`;
    const authority: Authority = {
      founderKey: keyOf(team.founderId),
      members: new Map(members.map(({ id, seat }) => [id, seat])),
      devices: new Map(
        members.map(({ id }) => [keyOf(id), { memberId: id, inviteKey: `invite-${id}` }]),
      ),
      invites: new Map(
        members.map(({ id }) => [`invite-${id}`, { memberId: id, isRevoked: false }]),
      ),
    };
    for (const { memberId, edit } of team.edits) {
      const writer = { keyId: keyOf(memberId), memberId };
      expect(refusalOf(authority, writer, edit.audience, edit)).toBeNull();
      if (PLAN_TYPES.has(edit.type)) expect(edit.audience).toBe('team');
    }
    expect(team.seats.map(({ memberId }) => memberId).toSorted()).toEqual(
      members.map(({ id }) => id).toSorted(),
    );
  });

  it('is a team of six in four time zones with ten outcomes, each with somebody and a target', () => {
    const { members, outcomes, deliverables } = readSample(sampleAt(THURSDAY_MS));
    expect(members).toHaveLength(6);
    expect(new Set(members.map(({ timeZone }) => timeZone)).size).toBe(4);
    expect(outcomes).toHaveLength(10);
    for (const outcome of outcomes) {
      expect(quantityTarget(outcome)).not.toBeNull();
      expect(outcome.memberIds.length).toBeGreaterThan(0);
    }
    expect(deliverables.length).toBeGreaterThan(3_000);
    expect(deliverables.length).toBeLessThan(4_000);
  });

  it('reaches about what it aims at', () => {
    const { members, outcomes, deliverables } = readSample(sampleAt(THURSDAY_MS));
    const tickets = outcomes.find(({ name }) => name === 'Larkspur tickets');
    const maricel = members.find(({ place }) => place === 'Cebu');
    const done = deliverables.filter(
      (each) =>
        each.outcomeId === tickets?.id && each.memberId === maricel?.id && each.completedAtMs,
    );
    const perDay = done.length / new Set(done.map(({ day }) => day)).size;
    expect(perDay / (tickets ? (quantityTarget(tickets)?.target ?? 0) : 0)).toBeGreaterThan(0.85);
    expect(perDay / (tickets ? (quantityTarget(tickets)?.target ?? 1) : 1)).toBeLessThan(1.2);
  });
});

describe('the sample’s story', () => {
  const team = sampleAt(THURSDAY_MS);
  const { deliverables, members, runs, versions, checkIns, outcomes } = readSample(team);
  const idAt = (place: string): string => members.find((each) => each.place === place)?.id ?? '';
  const doneBy = (place: string): Deliverable[] =>
    deliverables.filter((each) => each.memberId === idAt(place) && each.completedAtMs !== null);
  const outcomeId = (name: string): string => outcomes.find((each) => each.name === name)?.id ?? '';
  const uploads = doneBy('Manila').filter(
    (each) => each.outcomeId === outcomeId('Product uploads'),
  );
  const errorRatio = (of: readonly Deliverable[]): number =>
    of.reduce((sum, each) => sum + (each.errors ?? 0), 0) /
    of.reduce((sum, each) => sum + each.quantity, 0);

  it('leads from every outcome but one up to the goal, and has a priority that nothing serves yet', () => {
    const { goals, priorities, objectives, keyResults, roles } = readSample(team);
    const goal = goals[0];
    const now = priorities.filter(({ quarter }) => quarter === quarterOf('2026-11-19'));
    const unlinked = outcomes.filter(({ keyResultId }) => keyResultId === '');
    expect(unlinked.map(({ name }) => name)).toEqual(['Review replies']);
    for (const outcome of outcomes) {
      expect(roles.map(({ id }) => id)).toContain(outcome.roleId);
      if (outcome.keyResultId === '') continue;
      const keyResult = keyResults.find(({ id }) => id === outcome.keyResultId);
      const objective = objectives.find(({ id }) => id === keyResult?.objectiveId);
      const priority = now.find(({ id }) => id === objective?.priorityId);
      expect(priority?.goalId).toBe(goal?.id);
    }
    const served = new Set(objectives.map(({ priorityId }) => priorityId));
    expect(now.filter(({ id }) => !served.has(id))).toHaveLength(1);
    expect(priorities.some(({ id }) => id === now[0]?.carriedFromId)).toBe(true);
  });

  it('has work that comes again, work that needs other work, and nights that count for one day', () => {
    const { recurrences } = readSample(team);
    expect(recurrences.filter(({ sopId }) => sopId === '')).toHaveLength(3);
    expect(recurrences.filter(({ sopId }) => sopId !== '')).toHaveLength(3);
    const waiting = deliverables.filter(({ needs }) => needs.length > 0);
    expect(waiting.length).toBeGreaterThan(0);
    for (const { needs } of waiting) {
      expect(deliverables.some(({ id }) => id === needs[0]?.id)).toBe(true);
    }
    const nights = doneBy('Davao').filter(({ completedAtMs, day }) => {
      const date = dayIn('Asia/Manila', completedAtMs ?? 0);
      return date !== day;
    });
    expect(nights.length).toBeGreaterThan(100);
    expect(nights.every(({ clientDay, day }) => clientDay === day)).toBe(true);
  });

  it('has a second version of the upload procedure that ends a spell of price errors', () => {
    const second = versions.find(({ number }) => number === 2);
    const atMs = second?.publishedAtMs ?? 0;
    const threeWeeksMs = 21 * 86_400_000;
    const before = uploads.filter(
      ({ completedAtMs }) =>
        (completedAtMs ?? 0) < atMs && (completedAtMs ?? 0) > atMs - threeWeeksMs,
    );
    const after = uploads.filter(({ completedAtMs }) => (completedAtMs ?? 0) > atMs);
    expect(errorRatio(before)).toBeGreaterThan(0.05);
    expect(errorRatio(after)).toBeLessThan(0.02);
    expect(runs.filter(({ versionId }) => versionId === second?.id).length).toBeGreaterThan(5);
  });

  it('has a storm in Manila: work waits on the system and nobody there logs the day after', () => {
    const storm = deliverables
      .flatMap(({ blocks }) => blocks)
      .find(({ on, reason }) => on === 'system' && reason.startsWith('Storm'));
    const darkDay = dayIn('Asia/Manila', (storm?.fromMs ?? 0) + 86_400_000);
    expect(doneBy('Manila').some(({ day }) => day === darkDay)).toBe(false);
    expect(doneBy('Cebu').some(({ day }) => day === darkDay)).toBe(true);
  });

  it('has a week of leave that the colleague feels', () => {
    const days = new Set(doneBy('Cebu').map(({ day }) => day));
    const workdays = new Set(doneBy('Manila').map(({ day }) => day));
    const missing = [...workdays].filter((day) => !days.has(day));
    expect(missing).toHaveLength(5);
    const tickets = doneBy('Davao').filter(
      (each) => each.outcomeId === outcomeId('Larkspur tickets'),
    );
    const hours = (of: readonly Deliverable[]): number => {
      const sorted = of
        .map((d) => (d.completedAtMs ?? 0) - (d.requestedAtMs ?? 0))
        .toSorted((a, b) => a - b);
      return (sorted[Math.floor(sorted.length / 2)] ?? 0) / 3_600_000;
    };
    const [first = '', last = ''] = [missing.toSorted()[0], missing.toSorted().at(-1)];
    const alone = tickets.filter(({ day }) => day >= first && day <= last);
    const otherwise = tickets.filter(({ day }) => day > last);
    expect(hours(alone)).toBeGreaterThan(2 * hours(otherwise));
  });

  it('has somebody new who learns', () => {
    const done = doneBy('Davao');
    const days = [...new Set(done.map(({ day }) => day))].toSorted();
    const counts = days.map((day) => done.filter((each) => each.day === day).length);
    const mean = (of: readonly number[]): number => of.reduce((sum, n) => sum + n, 0) / of.length;
    expect(mean(counts.slice(0, 5))).toBeLessThan(0.75 * mean(counts.slice(-15, -1)));
  });

  it('has nobody but the weekend shift at work on weekends', () => {
    for (const { day, memberId } of deliverables) {
      if (day !== '' && weekdayOf(day) > 5) expect(memberId).toBe(idAt('Davao'));
    }
  });

  it('leaves work waiting on the manager and on a client, due today, and runs in the middle', () => {
    const openReasons = deliverables.flatMap((each) => openBlock(each) ?? []).map(({ on }) => on);
    expect(openReasons).toEqual(expect.arrayContaining(['manager', 'client', 'colleague']));
    const today = dayIn('Asia/Manila', THURSDAY_MS);
    const dueToday = deliverables.filter(
      ({ dueAtMs, completedAtMs }) =>
        completedAtMs === null && dueAtMs !== null && dayIn('Asia/Manila', dueAtMs) === today,
    );
    expect(dueToday.length).toBeGreaterThan(2);
    const open = runs.filter(isRunOpen);
    expect(open.length).toBeGreaterThanOrEqual(5);
    for (const run of open) {
      const steps = versions.find(({ id }) => id === run.versionId)?.steps ?? [];
      expect(run.answers.size).toBeLessThan(steps.length);
    }
  });

  it('has today’s entries, yesterday’s reports, and work that was sent back', () => {
    const today = dayIn('Asia/Manila', THURSDAY_MS);
    expect(deliverables.filter(({ day }) => day === today).length).toBeGreaterThan(15);
    const reports = checkIns.filter(({ sentAtMs }) => sentAtMs !== null);
    expect(reports.length).toBeGreaterThan(200);
    expect(reports.every(({ report }) => report.length > 40)).toBe(true);
    expect(deliverables.filter(({ reopenedCount }) => reopenedCount > 0).length).toBeGreaterThan(8);
    expect(deliverables.some((each) => stageOf(each) === 'accepted')).toBe(true);
  });
});
