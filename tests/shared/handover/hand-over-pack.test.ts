import { describe, expect, test } from 'vitest';
import {
  handOverPackFrom,
  isPackOpen,
  itemFields,
  replyFields,
} from '#shared/handover/hand-over-pack';
import type { Fields } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';

const pack = (fields: Fields) =>
  handOverPackFrom({
    audience: 'm-ben',
    type: 'handOverPack',
    id: 'p1',
    fields,
    stamps: {},
  } as unknown as RecordState);

const items = itemFields([
  { kind: 'work', id: '202603-a-b', title: 'March listings' },
  { kind: 'outcome', id: 'uploads', title: 'Uploads' },
]);
const head = { fromId: 'ana', byId: 'mia', atMs: 1_000, note: '' };

describe('what was given to a colleague', () => {
  test('waits until each thing has its answer', () => {
    const given = pack({ ...items, ...head });
    expect(given.items.map(({ title, reply }) => [title, reply])).toEqual([
      ['Uploads', null],
      ['March listings', null],
    ]);
    expect(isPackOpen(given)).toBe(true);
    const keys = given.items.map(({ key }) => key);
    const one = replyFields(keys.slice(0, 1), { verdict: 'confirmed', reason: '', atMs: 2_000 });
    expect(isPackOpen(pack({ ...items, ...head, ...one }))).toBe(true);
    const both = replyFields(keys, { verdict: 'declined', reason: 'No time', atMs: 2_000 });
    const answered = pack({ ...items, ...head, ...both });
    expect(isPackOpen(answered)).toBe(false);
    expect(answered.items[1]?.reply).toEqual({
      verdict: 'declined',
      reason: 'No time',
      atMs: 2_000,
    });
  });

  test('is not asked for while its head has not arrived, nor when it was taken back', () => {
    expect(isPackOpen(pack(items))).toBe(false);
    expect(isPackOpen(pack({ ...items, ...head, deleted: true }))).toBe(false);
  });

  test('an answer that no program writes is none', () => {
    const odd = pack({ ...items, ...head, 'reply.outcome-uploads': { verdict: 'maybe' } });
    expect(odd.items[0]?.reply).toBeNull();
  });
});
