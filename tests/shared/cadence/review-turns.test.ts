import { describe, expect, test } from 'vitest';
import { cadenceFrom } from '#shared/cadence/cadence';
import type { Cadence } from '#shared/cadence/cadence';
import { actionsToGoThrough, reviewActionFrom } from '#shared/cadence/review-action';
import type { ReviewAction } from '#shared/cadence/review-action';
import { reviewTurns, seriesMembers } from '#shared/cadence/review-turns';
import { memberFrom } from '#shared/plan/member';
import type { Json } from '#shared/json';

const cadence = (fields: Record<string, Json>): Cadence =>
  cadenceFrom({
    audience: 'team',
    type: 'cadence',
    id: 'c1',
    stamp: '',
    fields: { fromDay: '2026-10-01', timeZone: 'Asia/Manila', minuteOfDay: 600, ...fields },
  });

/** Tuesday 24 November 2026, 11:00 in Manila. */
const NOW_MS = Date.parse('2026-11-24T03:00:00Z');
const WEEKS_MS = 7 * 86_400_000;
const HELD = { heldAtMs: 1, skippedAtMs: null };
const SKIPPED = { heldAtMs: null, skippedAtMs: 1 };

describe('where the reviews of a cadence stand', () => {
  const weekly = cadence({ kind: 'weekly', weekday: 1 });
  const statesWith = (known: ReadonlyMap<string, typeof HELD | typeof SKIPPED>) =>
    reviewTurns(weekly, '', NOW_MS - 3 * WEEKS_MS, NOW_MS, (id) => known.get(id)).map(
      ({ id, state }) => [id, state],
    );

  test('the last can still be held, what came before it was not, and the next is coming', () => {
    expect(statesWith(new Map())).toEqual([
      ['c1.2026-11-02', 'missed'],
      ['c1.2026-11-09', 'missed'],
      ['c1.2026-11-16', 'due'],
      ['c1.2026-11-23', 'coming'],
    ]);
  });

  test('what was held or left out on purpose says so, whenever it was due', () => {
    const known = new Map<string, typeof HELD | typeof SKIPPED>([
      ['c1.2026-11-02', SKIPPED],
      ['c1.2026-11-16', HELD],
    ]);
    expect(statesWith(known).map(([, state]) => state)).toEqual([
      'skipped',
      'missed',
      'held',
      'coming',
    ]);
  });

  test('while it is paused, nothing is due and nothing is missed', () => {
    const paused = cadence({ kind: 'weekly', paused: true });
    expect(reviewTurns(paused, '', 0, NOW_MS, () => undefined)).toEqual([]);
  });

  test('a month is reviewed with each assistant who is there, or with those who are named', () => {
    const members = ['ana', 'ben', 'mara'].map((id) =>
      memberFrom({
        audience: 'team',
        type: 'member',
        id,
        stamp: '',
        fields: { name: id, seat: id === 'mara' ? 'manager' : 'assistant', gone: id === 'ben' },
      }),
    );
    expect(seriesMembers(cadence({ kind: 'monthly' }), members)).toEqual(['ana']);
    expect(seriesMembers(cadence({ kind: 'monthly', memberIds: ['mara'] }), members)).toEqual([
      'mara',
    ]);
    expect(seriesMembers(weekly, members)).toEqual(['']);
  });
});

describe("last time's actions", () => {
  const action = (id: string, fields: Record<string, Json>): ReviewAction =>
    reviewActionFrom({
      audience: 'managers',
      type: 'reviewAction',
      id,
      stamp: '',
      fields: { reviewId: 'c1.2026-11-09', seriesId: 'c1', agreedAtMs: 10, ...fields },
    });

  test('come back until they are done, and once more with what came of them', () => {
    const actions = [
      action('done-long-ago', { doneAtMs: 50 }),
      action('done-since', { doneAtMs: 150 }),
      action('no-day', {}),
      action('due', { dueDay: '2026-11-20' }),
      action('agreed-now', { reviewId: 'c1.2026-11-16' }),
      action('dropped', { deleted: true }),
    ];
    const ids = actionsToGoThrough(actions, 'c1.2026-11-16', 100).map(({ id }) => id);
    expect(ids).toEqual(['due', 'no-day', 'done-since']);
  });
});
