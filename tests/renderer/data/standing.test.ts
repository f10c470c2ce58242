import { describe, expect, test } from 'vitest';
import type { HeadEntry } from '#shared/ipc';
import { GENESIS_HASH } from '#shared/stream/change';
import { inImportOrder, standingOf } from '../../../renderer/data/standing.ts';
import type { Cursor } from '../../../renderer/data/stored.ts';

const head = (stream: string, seq: number, h = `h${seq}`): HeadEntry => ({
  stream,
  epoch: 'e1',
  audience: 'team',
  memberId: 'boss',
  keyId: 'k',
  isOwn: false,
  seq,
  h,
});

const cursor = (stream: string, seq: number, h = `h${seq}`): Cursor => {
  const { keyId: _, ...rest } = head(stream, seq, h);
  return { ...rest, key: `${stream}-e1`, substantiveSeq: seq };
};

describe('a database that holds', () => {
  test('what the streams say lacks nothing', () => {
    expect(standingOf([head('a', 3), head('b', 1)], [cursor('b', 1), cursor('a', 3)])).toEqual([]);
  });

  test('nothing lacks everything, from the beginning', () => {
    expect(standingOf([head('a', 3)], [])).toMatchObject([
      { source: { stream: 'a' }, afterSeq: 0, afterH: GENESIS_HASH, lastSeq: 3 },
    ]);
  });

  test('less lacks the rest', () => {
    const standing = standingOf([head('a', 3), head('b', 9)], [cursor('a', 3), cursor('b', 4)]);
    expect(standing).toMatchObject([
      { source: { stream: 'b' }, afterSeq: 4, afterH: 'h4', lastSeq: 9 },
    ]);
  });

  test.each([
    ['more', [head('a', 3)], [cursor('a', 4)]],
    ['another history', [head('a', 3)], [cursor('a', 3, 'other')]],
    ['a stream that nobody knows', [head('a', 3)], [cursor('a', 3), cursor('b', 1)]],
    ['something where there is nothing', [], [cursor('a', 1)]],
  ] as const)('%s is stale', (_, heads, cursors) => {
    expect(standingOf(heads, cursors)).toBe('stale');
  });
});

test("the founder's plan comes first, then other plans, then what they allow", () => {
  const behind = standingOf(
    [
      { ...head('log', 1), audience: 'm-ana', keyId: 'ana' },
      { ...head('notes', 1), audience: 'managers' },
      { ...head('second', 1), keyId: 'ben' },
      { ...head('founder', 1), keyId: 'founder' },
    ],
    [],
  );
  if (behind === 'stale') throw new Error('An empty database is never stale');
  const order = inImportOrder(behind, 'founder').map(({ source }) => source.stream);
  expect(order).toEqual(['founder', 'second', 'notes', 'log']);
});
