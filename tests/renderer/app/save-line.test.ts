import { describe, expect, test } from 'vitest';
import type { SyncStatus } from '#shared/ipc';
import { saveLine } from '../../../renderer/app/save-line.ts';
import { t } from '../../../renderer/i18n/text.ts';
import { EVIDENCE_AT_REST } from '../support/evidence-at-rest.ts';

const settled: SyncStatus = {
  workspace: 'ws',
  target: { kind: 'folder', label: 'Team folder', isReachable: true, isEncrypted: false },
  phase: 'idle',
  waiting: 'none',
  unsentCount: 0,
  unreadCount: 0,
  oldestUnsentAtMs: null,
  lastSentAtMs: null,
  lastReadAtMs: null,
  nextTryAtMs: null,
  own: [],
  rejected: [],
  gaps: [],
  evidence: EVIDENCE_AT_REST,
  disk: 'ok',
};

const wordsOf = (...input: Parameters<typeof saveLine>): string => {
  const { text, more } = saveLine(...input);
  return more ? `${t(...text)} · ${t(...more)}` : t(...text);
};

const none = { saved: 0, sent: 0, received: 0 };

describe('the line that says where everything stands', () => {
  test('files that wait are spoken of only where somebody has to help', () => {
    const totals = { saved: 0, sent: 0, received: 42 };
    const waits = { ...EVIDENCE_AT_REST, waitingCount: 2, waitingBytes: 9 };
    expect(wordsOf(totals, { ...settled, evidence: waits })).toBe('All 42 received');
    const away = { ...waits, waiting: 'folder-unreachable' as const };
    expect(wordsOf(totals, { ...settled, evidence: away })).toBe('All 42 received');
    const full = { ...waits, waiting: 'folder-full' as const };
    expect(wordsOf(totals, { ...settled, evidence: full })).toBe(
      'All 42 received · 2 attached files cannot be sent',
    );
    expect(saveLine(totals, { ...settled, evidence: full }).tone).toBe('flawed');
  });

  test('a log in two versions is no file that was not taken', () => {
    const totals = { saved: 0, sent: 0, received: 42 };
    const fork = { name: 'b.outlog', problem: 'batch-fork' as const, seenAtMs: 0 };
    const words = wordsOf(totals, { ...settled, rejected: [fork] });
    expect(words).toBe('All 42 received · a device wrote two versions of its entries');
    const damaged = { ...fork, problem: 'batch-damaged' as const };
    expect(wordsOf(totals, { ...settled, rejected: [fork, damaged] })).toBe(
      'All 42 received · 1 file was not taken',
    );
  });

  test('all received', () => {
    const totals = { saved: 0, sent: 0, received: 42 };
    expect(wordsOf(totals, settled)).toBe('All 42 received');
    expect(saveLine(totals, settled).tone).toBe('good');
  });

  test('sent, some of it received: both are counted among the sent', () => {
    expect(wordsOf({ saved: 0, sent: 3, received: 39 }, settled)).toBe('42 sent, 39 received');
  });

  test('saved here while the folder is away', () => {
    const away = { ...settled, waiting: 'folder-unreachable', unsentCount: 9 } as const;
    const totals = { saved: 3, sent: 0, received: 42 };
    expect(wordsOf(totals, away)).toBe('3 saved here · waiting for the folder');
    expect(saveLine(totals, away).tone).toBe('waiting');
  });

  test('no folder or receiver yet is no trouble', () => {
    const local = { ...settled, target: null, waiting: 'no-folder', unsentCount: 1 } as const;
    expect(wordsOf({ ...none, saved: 1 }, local)).toBe('1 saved here · no folder or receiver yet');
    expect(saveLine({ ...none, saved: 1 }, local).tone).toBe('quiet');
  });

  test('what only a person can mend stands out', () => {
    for (const waiting of ['folder-read-only', 'folder-full', 'folder-foreign'] as const) {
      expect(saveLine(none, { ...settled, waiting, unsentCount: 1 }).tone).toBe('bad');
    }
  });

  test('who is shut out is told so when nothing of theirs waits, too', () => {
    const line = saveLine({ ...none, sent: 2 }, { ...settled, waiting: 'revoked', unsentCount: 0 });
    expect(line.tone).toBe('bad');
    expect(line.more && t(...line.more)).toBe('access was taken from this computer');
  });

  test('changes of a plan are counted where there are no entries', () => {
    expect(wordsOf(none, { ...settled, unsentCount: 1_204 })).toBe(
      '1,204 changes saved here · sent within 15 minutes',
    );
  });

  test('a hole in somebody’s log is said even when all of one’s own is sent', () => {
    const gap = { memberId: 'ana', stream: 's1', firstMissing: 215, lastMissing: 260 };
    const line = saveLine({ ...none, received: 2 }, { ...settled, gaps: [gap] });
    expect(line.tone).toBe('flawed');
    expect(line.more && t(...line.more)).toBe('entries are missing from one device');
  });

  test('a sample waits for no folder', () => {
    const sample = { ...settled, target: null, waiting: 'no-folder', unsentCount: 80 } as const;
    expect(wordsOf({ saved: 2, sent: 0, received: 40 }, sample, true)).toBe('2 saved here');
  });
});
