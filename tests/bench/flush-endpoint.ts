import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { setupLink } from '#shared/endpoint/setup-link';
import { seededRandom } from '#shared/random';
import { changeLine } from '#shared/stream/chain';
import { decodeBatch } from '#shared/stream/batch-decode';
import { readerTools } from '../../electron/sync/batch-tools.ts';
import { openEngine } from '../../electron/sync/open-engine.ts';
import {
  SETUP_SECRET,
  testReceiver,
  type TestReceiver,
} from '../electron/sync/parts/test-receiver.ts';
import { plainProtector } from '../faults/plain-protector.ts';
import { must } from '../faults/served-desk.ts';
import { PROJECT } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { offlineEntries, writeOffline } from './offline-entries.ts';
import { type Line, shapedLine } from './shaped-line.ts';

const ENTRIES = 10_000;
/** Each of its own seed: breaks are few, and one round's luck says little. */
const ROUNDS = 4;
const MOST_RATIO = 1.15;
const LINE: Line = {
  bitsPerS: 1_000_000,
  roundTripMs: 200,
  resetRatio: 0.02,
  stretchBytes: 16 * 1024,
};
/** A broken sending is begun anew at once here: what is measured is bytes. */
const MOST_TRIES = 200;

interface Round {
  readonly wireBytes: number;
  readonly gzipBytes: number;
  readonly resets: number;
  readonly batches: number;
  readonly ms: number;
}

/**
 * 10,000 entries written offline, sent to a receiver over a line of 1 Mbit/s and 200 ms that breaks with
 * 2% in every 16 KiB: everything that passes it in both directions, encryption, headers, answers and what is
 * sent twice, beside the size of the same changes packed at once.
 */
export async function measureFlushEndpoint(): Promise<Figure> {
  const parent = path.join(PROJECT, 'out/bench');
  mkdirSync(parent, { recursive: true });
  const rounds: Round[] = [];
  for (let seed = 1; seed <= ROUNDS; seed += 1) rounds.push(await flushOnce(parent, seed));
  const sum = (of: (round: Round) => number): number =>
    rounds.reduce((total, round) => total + of(round), 0);
  const wireBytes = sum((each) => each.wireBytes);
  const gzipBytes = sum((each) => each.gzipBytes);
  const ms = sum((each) => each.ms);
  return {
    name: 'flush-endpoint',
    values: {
      ratio: wireBytes / gzipBytes,
      wireBytes,
      gzipBytes,
      resets: sum((each) => each.resets),
      batches: sum((each) => each.batches),
      changesPerS: (ENTRIES * ROUNDS * 1_000) / ms,
    },
    limited: 'ratio',
    limit: MOST_RATIO,
  };
}

async function flushOnce(parent: string, seed: number): Promise<Round> {
  const root = mkdtempSync(path.join(parent, 'flush-endpoint-'));
  const receiver = await testReceiver(root, { isEncrypted: true });
  const line = await shapedLine(portOf(receiver), LINE, seededRandom(seed));
  const engine = await openEngine(
    {
      dir: path.join(root, 'data'),
      protector: plainProtector,
      nowMs: () => Date.now(),
      random: (count) => randomBytes(count),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    },
    { isActive: false },
  );
  try {
    const names = { name: 'Fernlight', memberName: 'Robin', timeZone: 'UTC' };
    const entry = must(await engine.createWorkspace(names));
    const workspace = entry.id;
    const memberId = entry.seats[0]?.memberId ?? '';
    const address = { ...receiver.address, url: `https://127.0.0.1:${line.port}` };
    await claim(engine, workspace, setupLink({ address, secret: SETUP_SECRET }));
    line.cut(true);
    await writeOffline(engine, workspace, memberId, offlineEntries(memberId, ENTRIES, seed));
    line.cut(false);
    const before = { bytes: line.passedBytes(), resets: line.resetCount() };
    const startedMs = performance.now();
    let tries = 0;
    while (must(await engine.sendNow(workspace)).unsentCount > 0) {
      tries += 1;
      if (tries > MOST_TRIES) throw new Error('the entries do not come through');
    }
    const ms = performance.now() - startedMs;
    const wireBytes = line.passedBytes() - before.bytes;
    const resets = line.resetCount() - before.resets;
    return { wireBytes, resets, ms, ...(await receivedIn(receiver, workspace, memberId)) };
  } finally {
    await engine.close();
    await line.close();
    await receiver.close();
    rmSync(root, { recursive: true, force: true });
  }
}

const portOf = ({ address }: TestReceiver): number => Number(new URL(address.url).port);

/** The line may break here, too: this is not measured. */
async function claim(
  engine: Awaited<ReturnType<typeof openEngine>>,
  workspace: string,
  link: string,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if ((await engine.claimReceiver({ workspace, link })).ok) return;
  }
  throw new Error('the receiver cannot be claimed');
}

/** The member's changes as the receiver has them, each once, packed as one. */
async function receivedIn(
  { store }: TestReceiver,
  workspace: string,
  memberId: string,
): Promise<{ readonly gzipBytes: number; readonly batches: number }> {
  const audiences = [`m-${memberId}` as const];
  const { items } = await store.list({ workspace, audiences, after: null, limit: 500 });
  const lines: string[] = [];
  for (const { sha256 } of items) {
    const file = await store.read(workspace, sha256, audiences);
    const batch = file && decodeBatch(file, readerTools);
    if (batch?.ok) lines.push(...batch.changes.map((change) => `${changeLine(change)}\n`));
  }
  if (lines.length !== ENTRIES + 1) throw new Error(`${lines.length} changes were received`);
  return { gzipBytes: gzipSync(lines.join('')).length, batches: items.length };
}
