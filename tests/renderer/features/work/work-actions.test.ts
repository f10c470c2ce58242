import { describe, expect, test } from 'vitest';
import {
  actionInto,
  actionOfKey,
  actionsOn,
  workFor,
} from '../../../../renderer/features/work/work-actions.ts';
import {
  awaitsAcceptance,
  isDoneToday,
  workStageOf,
} from '../../../../renderer/features/work/work-item.ts';
import { COMPLETED, REQUESTED, RETURNED, STARTED, blockedOn, entryOf } from './items.ts';

const ANA = { memberId: 'ana', isManager: false };
const MARA = { memberId: 'mara', isManager: true };

describe('who may do what', () => {
  test('an assistant moves their own work along, and nobody else’s', () => {
    expect(actionsOn(entryOf('w', REQUESTED), ANA)).toContain('start');
    expect(actionsOn(entryOf('w', REQUESTED, 'ben'), ANA)).toEqual([]);
  });

  test('a manager says who, by when and after what, but does not do the work', () => {
    const can = actionsOn(entryOf('w', STARTED), MARA);
    expect(can).toEqual(expect.arrayContaining(['reassign', 'due', 'needs', 'edit']));
    for (const own of ['start', 'block', 'complete', 'unblock'] as const) {
      expect(can).not.toContain(own);
    }
  });

  test('a manager ends only the waits that are for a manager', () => {
    expect(actionsOn(entryOf('w', blockedOn('manager')), MARA)[0]).toBe('unblock');
    expect(actionsOn(entryOf('w', blockedOn('client')), MARA)).not.toContain('unblock');
  });

  test('a manager accepts or returns what another completed, not what is their own', () => {
    expect(actionsOn(entryOf('w', COMPLETED), MARA).slice(0, 2)).toEqual(['accept', 'return']);
    expect(actionsOn(entryOf('w', COMPLETED, 'mara'), MARA)).not.toContain('accept');
  });

  test('a manager’s own open work is theirs to do and to give away', () => {
    const can = actionsOn(entryOf('w', REQUESTED, 'mara'), MARA);
    expect(can).toEqual(expect.arrayContaining(['start', 'reassign']));
  });

  test('returned work that waits goes on when its wait ends', () => {
    const work = entryOf('w', { ...RETURNED, ...blockedOn('client') });
    expect(workStageOf(work)).toBe('blocked');
    expect(actionsOn(work, ANA)[0]).toBe('unblock');
    expect(actionsOn(work, ANA)).not.toContain('block');
  });

  test('of many, an action takes those that it fits', () => {
    const done = entryOf('a', COMPLETED);
    expect(workFor('accept', [done, entryOf('b', STARTED)], MARA)).toEqual([done]);
  });
});

describe('keys', () => {
  test('letters act in either case; one that fits nothing does nothing', () => {
    expect(actionOfKey('A', entryOf('w', COMPLETED), MARA)).toBe('accept');
    expect(actionOfKey('r', entryOf('w', COMPLETED), MARA)).toBe('return');
    expect(actionOfKey('s', entryOf('w', COMPLETED), MARA)).toBeNull();
  });

  test('Backspace, which people press to take back a letter, deletes nothing', () => {
    expect(actionOfKey('Delete', entryOf('w', STARTED), ANA)).toBe('delete');
    expect(actionOfKey('Backspace', entryOf('w', STARTED), ANA)).toBeNull();
  });
});

describe('moving a card into a column', () => {
  test.each([
    [REQUESTED, 'started', 'start'],
    [STARTED, 'blocked', 'block'],
    [STARTED, 'completed', 'complete'],
    [blockedOn('client'), 'started', 'unblock'],
    [COMPLETED, 'started', 'reopen'],
    [STARTED, 'requested', null],
    [STARTED, 'started', null],
  ] as const)('does what the column stands for', (fields, column, action) => {
    expect(actionInto(entryOf('w', fields), column, ANA)).toBe(action);
  });

  test('returns completed work for a manager, and asks nothing of others’ open work', () => {
    expect(actionInto(entryOf('w', COMPLETED), 'returned', MARA)).toBe('return');
    expect(actionInto(entryOf('w', REQUESTED), 'started', MARA)).toBeNull();
  });
});

describe('what an assistant finished today', () => {
  test('is work that was on the board, not what was only logged or done before', () => {
    const done = { ...STARTED, completedAtMs: 5_000, day: '2026-11-18' };
    expect(isDoneToday(entryOf('w', done), '2026-11-18')).toBe(true);
    expect(isDoneToday(entryOf('w', done), '2026-11-19')).toBe(false);
    const logged = { completedAtMs: 5_000, day: '2026-11-18' };
    expect(isDoneToday(entryOf('w', logged), '2026-11-18')).toBe(false);
  });
});

describe('what waits to be accepted', () => {
  test('is what another gave out or returned, until somebody accepted it', () => {
    expect(awaitsAcceptance(entryOf('w', COMPLETED))).toBe(true);
    expect(awaitsAcceptance(entryOf('w', { ...COMPLETED, acceptedAtMs: 6_000 }))).toBe(false);
    const again = { ...RETURNED, completedAtMs: 8_000 };
    expect(awaitsAcceptance(entryOf('w', again))).toBe(true);
  });

  test('is not what was only logged, noted by its worker, or imported', () => {
    expect(awaitsAcceptance(entryOf('w', { completedAtMs: 5_000 }))).toBe(false);
    expect(awaitsAcceptance(entryOf('w', { ...COMPLETED, assignedById: 'ana' }))).toBe(false);
    expect(awaitsAcceptance(entryOf('w', { ...COMPLETED, importId: 'i' }))).toBe(false);
  });
});
