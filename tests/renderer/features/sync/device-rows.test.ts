import { describe, expect, test } from 'vitest';
import type { BatchProblem } from '#shared/ipc-failures';
import type { RefusedFile, StreamStanding, SyncPeers } from '#shared/sync-report';
import { clockWords } from '../../../../renderer/features/sync/clock-words.ts';
import { deviceNames } from '../../../../renderer/features/sync/device-names.ts';
import { deviceRows, needsAttention } from '../../../../renderer/features/sync/device-rows.ts';
import { gapRows } from '../../../../renderer/features/sync/problem-rows.ts';
import { receiptRows, receiptText } from '../../../../renderer/features/sync/receipt-rows.ts';

const stream = (keyId: string, more: Partial<StreamStanding> = {}): StreamStanding => ({
  stream: keyId.padEnd(32, '0'),
  epoch: '0a0b0c0d',
  audience: 'm-ana',
  memberId: 'ana',
  keyId,
  isOwn: false,
  seq: 40,
  lastWrittenAtMs: null,
  gaps: [],
  branchCount: 1,
  ...more,
});

const peersOf = (...streams: readonly StreamStanding[]): SyncPeers => ({
  streams,
  devices: [],
  receiverOffset: null,
  freeBytes: null,
});

const refusedOf = (problem: BatchProblem, keyId: string): RefusedFile => ({
  key: `f-${'0'.repeat(32)}`,
  name: 'b.outlog',
  problem,
  seenAtMs: 0,
  memberId: 'ana',
  keyId,
});

const rowsOf = (peers: SyncPeers, known: Partial<Parameters<typeof deviceRows>[0]> = {}) =>
  deviceRows({ peers, refused: [], sync: { own: [] }, unaccepted: new Set(), ...known });

describe('devices', () => {
  test('that need somebody stand first, behind this computer', () => {
    const gap = { firstMissing: 215, lastMissing: 260 };
    const peers = peersOf(
      stream('fine'),
      stream('newer'),
      stream('holed', { gaps: [gap] }),
      stream('twin', { branchCount: 2 }),
      stream('own', { isOwn: true }),
    );
    const rows = rowsOf(peers, { refused: [refusedOf('batch-newer', 'newer')] });
    expect(rows.map(({ keyId, state }) => [keyId, state])).toEqual([
      ['own', 'current'],
      ['newer', 'update'],
      ['holed', 'missing'],
      ['twin', 'forked'],
      ['fine', 'current'],
    ]);
    expect(rows.filter(needsAttention).length).toBe(3);
    expect(rows.find(({ keyId }) => keyId === 'holed')?.missingCount).toBe(46);
  });

  test('have one row, whatever they write for, and their epochs add up', () => {
    const peers = peersOf(
      stream('a', { seq: 30 }),
      stream('a', { seq: 12, epoch: '11111111' }),
      stream('a', { seq: 5, audience: 'team' }),
    );
    expect(rowsOf(peers)).toMatchObject([{ keyId: 'a', ownSeq: 42, teamSeq: 5 }]);
  });

  test('whose file is only damaged need no update', () => {
    const rows = rowsOf(peersOf(stream('a')), { refused: [refusedOf('batch-damaged', 'a')] });
    expect(rows.map(({ state }) => state)).toEqual(['current']);
  });

  test('of one kind are told apart by a number, in the order in which they joined', () => {
    const device = (keyId: string, joinedAtMs: number, memberId = 'ana') => ({
      keyId,
      memberId,
      name: 'Mac',
      joinedAtMs,
    });
    const names = deviceNames([device('late', 9), device('early', 1), device('bens', 5, 'ben')]);
    expect(Object.fromEntries(names)).toEqual({ early: 'Mac', late: 'Mac 2', bens: 'Mac' });
  });
});

test('holes are told longest first', () => {
  const gaps = [
    { firstMissing: 3, lastMissing: 3 },
    { firstMissing: 10, lastMissing: 30 },
  ];
  const rows = gapRows(peersOf(stream('a', { gaps })));
  expect(rows.map(({ firstMissing }) => firstMissing)).toEqual([10, 3]);
});

describe('a clock', () => {
  const MINUTE_MS = 60_000;
  test.each([
    [{ atLeastMs: 7 * MINUTE_MS, atMostMs: null }, 'ahead by 7 min or more', true],
    [{ atLeastMs: null, atMostMs: -90 * MINUTE_MS }, 'behind by 1 h 30 min or more', true],
    [{ atLeastMs: -4_000, atMostMs: 900 }, 'right', false],
    [{ atLeastMs: -40 * MINUTE_MS, atMostMs: 0 }, 'right within 40 min', false],
    [{ atLeastMs: -40 * MINUTE_MS, atMostMs: null }, 'cannot be told yet', false],
    [{ atLeastMs: -40 * 24 * 60 * MINUTE_MS, atMostMs: 0 }, 'cannot be told yet', false],
  ])('of which %j is known', (offset, text, isOff) => {
    expect(clockWords(offset)).toEqual({ text, isOff });
  });
});

describe('a receipt', () => {
  const own = { ...stream('own'), savedSeq: 1_300, sentSeq: 1_204 };
  const noonMs = new Date(2026, 10, 18, 14, 2).getTime();
  const receipt = (memberId: string, atMs: number) => ({
    id: `r-${memberId}`,
    audience: own.audience,
    streamKey: `${own.stream}-${own.epoch}`,
    memberId,
    seq: 1_204,
    h: '',
    atMs,
  });

  test('is told with who, how far and when', () => {
    const rows = receiptRows([receipt('maria', noonMs)], [own]);
    expect(rows.map((row) => receiptText(row, 'Maria', noonMs + 3_600_000))).toEqual([
      'Maria imported up to entry 1,204 today 14:02',
    ]);
    expect(rows.map((row) => receiptText(row, 'Maria', noonMs + 24 * 3_600_000))).toEqual([
      'Maria imported up to entry 1,204 yesterday 14:02',
    ]);
  });

  test('of one’s own, or of a log that is not ours, is none', () => {
    const others = { ...receipt('maria', 1), streamKey: 'another' };
    expect(receiptRows([receipt('ana', 1), others], [own])).toEqual([]);
  });
});
