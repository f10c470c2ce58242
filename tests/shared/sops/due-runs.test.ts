import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatchUpRule } from '#shared/deliverables/recurrence';
import { CATCH_UP_RULES } from '#shared/deliverables/recurrence';
import type { Json } from '#shared/json';
import type { Turn, TurnEdit } from '#shared/sops/due-runs';
import { turnEdits } from '#shared/sops/due-runs';
import type { Run } from '#shared/sops/run';
import { isRunOpen, runFrom } from '#shared/sops/run';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Records = ReadonlyMap<string, Readonly<Record<string, Json>>>;

const runOf = (id: string, fields: Readonly<Record<string, Json>>): Run =>
  runFrom({ audience: 'm-ana', type: 'run', id, fields, stamp: '1' });

/** Daily from day 0 at noon, to be begun within eight hours; those whose time has come at `nowMs`. */
function turnsAt(nowMs: number, records: Records): readonly Turn[] {
  const turns: Turn[] = [];
  for (let day = 0; day * DAY_MS + 12 * HOUR_MS <= nowMs; day++) {
    const atMs = day * DAY_MS + 12 * HOUR_MS;
    const id = `run-${day}`;
    const fields = records.get(id);
    const occurrence = { day: `day ${day}`, atMs, localTime: `day ${day}` };
    const held = fields && runOf(id, fields);
    turns.push({ id, occurrence, untilMs: atMs + 8 * HOUR_MS, held });
  }
  return turns;
}

const made = ({ occurrence }: Turn) => ({ scheduleId: 's', scheduledAtMs: occurrence.atMs });

/** Writes what is to be written at one time, as a device that is switched on then does. */
function lookAt(nowMs: number, records: Records, catchUp: CatchUpRule): Records {
  return written(records, turnEdits(turnsAt(nowMs, records), catchUp, made, nowMs));
}

function written(records: Records, edits: readonly TurnEdit[]): Records {
  const next = new Map(records);
  for (const { id, fields } of edits) next.set(id, { ...next.get(id), ...fields });
  return next;
}

const NOTHING: Records = new Map();
const noonOf = (day: number): number => day * DAY_MS + 12 * HOUR_MS;
const fates = (records: Records): Record<string, string> =>
  Object.fromEntries(
    [...records].map(([id, fields]) => [id, runOf(id, fields).missedReason ?? 'open']),
  );

describe('after three days without Outlog', () => {
  const late = noonOf(3) + 10 * HOUR_MS;
  test.each<[CatchUpRule, Record<string, string>]>([
    [
      'skip',
      {
        'run-0': 'notRunning',
        'run-1': 'notRunning',
        'run-2': 'notRunning',
        'run-3': 'notRunning',
      },
    ],
    [
      'once',
      {
        'run-0': 'caughtUpOnce',
        'run-1': 'caughtUpOnce',
        'run-2': 'caughtUpOnce',
        'run-3': 'open',
      },
    ],
    ['all', { 'run-0': 'open', 'run-1': 'open', 'run-2': 'open', 'run-3': 'open' }],
  ])('%s', (catchUp, expected) => {
    expect(fates(lookAt(late, NOTHING, catchUp))).toEqual(expected);
  });
});

test('what was there in time and was not begun was missed by its member, not by the power', () => {
  const seen = lookAt(noonOf(0) + HOUR_MS, NOTHING, 'skip');
  expect(fates(seen)).toEqual({ 'run-0': 'open' });
  expect(fates(lookAt(noonOf(0) + 9 * HOUR_MS, seen, 'skip'))).toEqual({ 'run-0': 'notStarted' });
});

test('what was begun on another device meanwhile was not missed', () => {
  const missed = lookAt(noonOf(0) + 9 * HOUR_MS, NOTHING, 'skip');
  const begun = written(missed, [{ id: 'run-0', fields: { startedAtMs: noonOf(0) + HOUR_MS } }]);
  const run = runOf('run-0', begun.get('run-0') ?? {});
  expect(run.missedReason).toBeNull();
  expect(isRunOpen(run)).toBe(true);
});

const hours = fc.integer({ min: 0, max: 24 * 12 });

test('whenever a device looks, every turn has one fate, and looking again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CATCH_UP_RULES),
      fc.array(hours, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(11), hours)),
      (catchUp, looks, beginnings) => {
        let records = NOTHING;
        for (const look of looks.toSorted((a, b) => a - b)) {
          const nowMs = look * HOUR_MS;
          records = lookAt(nowMs, records, catchUp);
          expect(turnEdits(turnsAt(nowMs, records), catchUp, made, nowMs)).toEqual([]);
          for (const [day, atHour] of beginnings) {
            const id = `run-${day}`;
            if (atHour !== look || !records.has(id)) continue;
            records = written(records, [{ id, fields: { startedAtMs: nowMs + 1 } }]);
          }
          const turns = turnsAt(nowMs, records);
          expect([...records.keys()].toSorted()).toEqual(turns.map(({ id }) => id).toSorted());
          for (const { held, untilMs } of turns) {
            if (!held) throw new Error('A turn without a fate');
            const isBegun = held.startedAtMs > 0;
            // In its time it is never missed; begun, it never was.
            if (isBegun || nowMs <= untilMs || catchUp === 'all') {
              expect(held.missedReason).toBeNull();
            }
          }
          const waiting = turns.filter(
            ({ held, untilMs }) => held?.startedAtMs === 0 && isRunOpen(held) && nowMs > untilMs,
          );
          if (catchUp === 'skip') expect(waiting).toEqual([]);
          if (catchUp === 'once') expect(waiting.length).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

test('what was handed to a colleague or ended before it began is not missed', () => {
  const day0 = lookAt(noonOf(0), NOTHING, 'skip');
  for (const end of ['handedAtMs', 'finishedAtMs', 'abandonedAtMs']) {
    const ended = written(day0, [{ id: 'run-0', fields: { [end]: noonOf(0) } }]);
    expect(lookAt(noonOf(0) + 9 * HOUR_MS, ended, 'skip')).toEqual(ended);
  }
});
