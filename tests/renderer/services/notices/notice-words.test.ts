import { beforeAll, describe, expect, it } from 'vitest';
import '../../../../renderer/i18n/view-words.ts';
import type { NamedOccasion } from '../../../../renderer/services/notices/named-occasion.ts';
import { noticesOf } from '../../../../renderer/services/notices/notice-words.ts';

const NOW_MS = Date.parse('2026-11-18T02:00:00Z');
const SETTING = { hasTitles: false, zone: 'Asia/Manila', nowMs: NOW_MS, home: 'today' } as const;

const occasion = (key: string, kind: NamedOccasion['kind'] = 'run'): NamedOccasion => ({
  key,
  kind,
  atMs: NOW_MS,
  untilMs: NOW_MS + 3_600_000,
  title: 'Refund of Acme Ltd, £320',
  namedAtMs: NOW_MS + 3_600_000,
  route:
    kind === 'run' ? { view: 'run', params: { runId: key } } : { view: 'check-in', params: {} },
});

let alone: ReturnType<typeof noticesOf>;
beforeAll(() => {
  alone = noticesOf([occasion('r1')], SETTING);
});

describe('a notice', () => {
  it('names nothing of clients unless that is asked for', () => {
    expect(alone).toEqual([
      { title: 'Checklist due', body: 'Open Outlog to see it.', route: 'run?runId=r1' },
    ]);
    const [named] = noticesOf([occasion('r1')], { ...SETTING, hasTitles: true });
    expect(named?.body).toBe('Refund of Acme Ltd, £320, until 11:00');
  });

  it('is one of many where many are due, by their kinds, and leads to where they are', () => {
    const many = [occasion('a'), occasion('b'), occasion('c', 'promise'), occasion('d', 'checkIn')];
    expect(noticesOf(many, { ...SETTING, hasTitles: true })).toEqual([
      {
        title: '4 things are due',
        body: '2 checklists, 1 promise at risk, your check-in',
        route: 'today',
      },
    ]);
    const runs = [occasion('a'), occasion('b'), occasion('c')];
    expect(noticesOf(runs, SETTING)[0]?.route).toBe('checklists');
  });
});
