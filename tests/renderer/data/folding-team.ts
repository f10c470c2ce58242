import { onTestFinished, expect, vi } from 'vitest';
import { FoldedAhead } from '../../../renderer/data/folded-ahead.ts';
import type { ImporterOptions, IncomingChunk } from '../../../renderer/data/import/importer.ts';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import { Projection } from '../../../renderer/data/projection.ts';
import { SEGMENT_SIZE } from '../../../renderer/data/segments/room.ts';
import { readTerms } from '../../../renderer/data/terms.ts';
import { logDone, noonMs } from './entries.ts';
import { recomputed } from './recomputed.ts';
import { snapshotOf } from './snapshot.ts';
import { FOUNDER_KEY, TestStream, ownStream } from './streams.ts';

/** People whose logs come in lots: who is known, who is not, and what is stored of them at the end. */

export const NOW_MS = Date.UTC(2026, 10, 22, 12);
export const OPTIONS: ImporterOptions = { founderKey: FOUNDER_KEY, nowMs: NOW_MS };
const REVOKED_MS = NOW_MS - 200 * 86_400_000;
export const OUTCOMES = ['uploads', 'tickets'];
/** Ana is on this device, the others on theirs; the invite of the last comes late. */
export const MEMBERS = ['ana', 'ben', 'cyd', 'dee', 'eve'];
/** Of whom something is read before all others. */
export const FIRST = 'zoe';
const keyOf = (memberId: string): string => memberId.charAt(0).repeat(64);
const inviteOf = (memberId: string): string => `1${memberId.charAt(0)}`.repeat(32);

export function invite(plan: TestStream, memberId: string): void {
  const fields = { memberId, createdAtMs: 2 };
  plan.add(2, { type: 'invite', id: inviteOf(memberId), fields });
}

export function revoke(plan: TestStream, memberId: string): void {
  plan.add(8, { type: 'invite', id: inviteOf(memberId), fields: { revokedAtMs: REVOKED_MS } });
}

/** Whoever was revoked is let in again. */
export function restore(plan: TestStream, memberId: string): void {
  plan.add(NOW_MS, { type: 'invite', id: inviteOf(memberId), fields: { revokedAtMs: null } });
}

export function promise(plan: TestStream, id: string, minutes: number): void {
  const sla = [{ to: 'completed', minutes, fromDay: '2020-01-01' }];
  plan.add(5 + plan.changes.length, { type: 'outcome', id, fields: { name: id, sla } });
}

export function streamOf(memberId: string, audience: TestStream['source']['audience']): TestStream {
  const isOwn = memberId === 'ana';
  const stream = new TestStream({ audience, memberId, keyId: keyOf(memberId), isOwn });
  const fields = { memberId, inviteKey: inviteOf(memberId), proof: 'p' };
  stream.add(3, { type: 'device', id: keyOf(memberId), fields });
  return stream;
}

/** As many entries in each month as fill a segment. */
export function logMonths(stream: TestStream, months: number): string[] {
  const ids: string[] = [];
  for (let month = 0; month < months; month += 1) {
    const year = 2022 + Math.floor(month / 12);
    const day = `${year}-${String((month % 12) + 1).padStart(2, '0')}-11`;
    for (let at = 0; at < SEGMENT_SIZE; at += 1) ids.push(logDone(stream, day));
  }
  return ids;
}

export const damaged = (chunk: IncomingChunk): IncomingChunk => ({
  ...chunk,
  parts: [{ codec: 'gzip', bytes: new Uint8Array([1, 2, 3]), rawLen: 100 }],
});

let opened = 0;

export function freshProjection(): Projection {
  opened += 1;
  return new Projection(`folded-ahead-${opened}`);
}

/** A database and an importer that has read something, so that it folds ahead from now on. */
export async function begun(changesAtOnce = 20) {
  const db = freshProjection();
  onTestFinished(async () => await db.delete());
  const importer = new LocalImporter(db, { ...OPTIONS, changesAtOnce });
  const plan = new TestStream({ audience: 'team' });
  for (const id of [...MEMBERS, FIRST]) {
    plan.add(1, { type: 'member', id, fields: { seat: 'assistant' } });
    invite(plan, id);
  }
  promise(plan, 'uploads', 600);
  const zoe = logOf(FIRST, 1);
  await importer.merge(plan.chunk());
  await importer.merge(zoe.chunk());
  return { db, importer, plan, zoe };
}

export function logOf(memberId: string, entries: number): TestStream {
  const stream = ownStream(memberId);
  for (let at = 0; at < entries; at += 1) logDone(stream, '2026-10-05', BELATED);
  return stream;
}

/** In time by some promises and late by others. */
export const BELATED = {
  requestedAtMs: noonMs('2026-10-05') - 2 * 3_600_000,
  startedAtMs: noonMs('2026-10-05') - 3_600_000,
};

/** How many lots were written as they had been folded, and how many were folded anew. */
export function countFolded(): { readonly ahead: number; readonly anew: number } {
  const counts = { ahead: 0, anew: 0 };
  const { isTrue } = FoldedAhead.prototype;
  vi.spyOn(FoldedAhead.prototype, 'isTrue').mockImplementation(async function count(
    this: FoldedAhead,
  ) {
    const isAhead = await isTrue.call(this);
    counts[isAhead ? 'ahead' : 'anew'] += 1;
    return isAhead;
  });
  return counts;
}

export async function expectStored(db: Projection, streams: readonly TestStream[]): Promise<void> {
  const { duplicates, ...known } = await snapshotOf(db);
  expect(duplicates).toEqual([]);
  expect(known).toEqual(recomputed(streams, await readTerms(db)));
}
