import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { objectIn } from '../../shared/stream/batch-header.ts';
import { seededRandom } from '../../shared/random.ts';
import type { Random } from '../../shared/random.ts';
import type { ReceiverStore } from '../../electron/receiver/receiver-store.ts';
import { openFolderStore } from '../../electron/receiver/stores/folder/folder-store.ts';
import { openPostgresStore } from '../../electron/receiver/stores/postgres/postgres-store.ts';
import { startPostgres } from '../electron/receiver/parts/postgres-server.ts';
import { TestDevice } from '../electron/sync/parts/test-device.ts';
import { removeBuiltReceiver } from './build-receiver.ts';
import { DeviceSocket } from './device-socket.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { type ReceiverProcess, startReceiver } from './receiver-process.ts';
import {
  FOUNDER,
  FOUNDER_TOKEN,
  SERVED,
  type Upload,
  uploadFrom,
  WORKSPACE,
} from './receiver-workspace.ts';

/** From the first answer to well past many groups. */
const KILL_AFTER_MS = { least: 0, most: 60 };
/** Each sender has an address of its own. */
const FLAGS = ['--behind-proxy'];
const AUDIENCES = ['team', 'managers', 'm-ana', 'm-ben', 'm-cleo', 'm-dora'] as const;

/**
 * `kill -9` of a real receiver in the middle of requests, `count` times on each store; the database server
 * lives on. Whatever was answered 201 or 202 must be listed and read back byte for byte, and sent again it
 * must get the receipt that it had. Six logs are sent side by side, so that every kill hits some midway.
 */
export const receiverKill: Fault = { defaultCount: 500, run };

interface Series {
  readonly lost: number;
  readonly acknowledged: number;
  /** Requests that were cut off by a kill. */
  readonly interrupted: number;
  readonly changedReceipts: number;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  let done = 0;
  const onKill = (): void => onProgress(++done);
  const [folder, postgres] = await Promise.all([
    onFolder(count, seededRandom(`${seed}/folder`), onKill),
    onPostgres(count, seededRandom(`${seed}/postgres`), onKill),
  ]).finally(removeBuiltReceiver);
  const lost = folder.lost + postgres.lost;
  const figures = {
    kills: 2 * count,
    acknowledgedByFolder: folder.acknowledged,
    acknowledgedByPostgres: postgres.acknowledged,
    interrupted: folder.interrupted + postgres.interrupted,
    changedReceipts: folder.changedReceipts + postgres.changedReceipts,
  };
  const isTried =
    folder.acknowledged >= count && postgres.acknowledged >= count && figures.interrupted >= count;
  const isGood = lost === 0 && figures.changedReceipts === 0 && isTried;
  return { name: 'receiver-kill', count, lost, figures, isGood };
}

async function onFolder(kills: number, random: Random, onKill: () => void): Promise<Series> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'outlog-receiver-kill-'));
  try {
    const ownDirectory = path.join(data, 'receiver');
    const open = () => openFolderStore({ folder: data, ownDirectory });
    const spawn = () => startReceiver(data, { flags: FLAGS });
    return await runSeries({ open, spawn, kills, random, onKill });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function onPostgres(kills: number, random: Random, onKill: () => void): Promise<Series> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'outlog-receiver-kill-'));
  const server = await startPostgres({ isFlushed: true });
  try {
    mkdirSync(data, { recursive: true });
    const url = await server.makeDatabase();
    const open = () => openPostgresStore({ url });
    const spawn = () => startReceiver(data, { databaseUrl: url, flags: FLAGS });
    return await runSeries({ open, spawn, kills, random, onKill });
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

interface SeriesOptions {
  readonly open: () => Promise<ReceiverStore>;
  readonly spawn: () => Promise<ReceiverProcess>;
  readonly kills: number;
  readonly random: Random;
  readonly onKill: () => void;
}

async function runSeries({ open, spawn, kills, random, onKill }: SeriesOptions): Promise<Series> {
  const claiming = await open();
  await claiming.claim(SERVED);
  await claiming.close();
  const senders = AUDIENCES.map((audience) => new Sender(audience));
  for (let done = 0; done < kills; done += 1) {
    const receiver = await spawn();
    await sendUntilKilled(receiver, senders, random);
    onKill();
  }
  const store = await open();
  try {
    return await verify(store, senders);
  } finally {
    await store.close();
  }
}

async function sendUntilKilled(
  receiver: ReceiverProcess,
  senders: readonly Sender[],
  random: Random,
): Promise<void> {
  let isPlanned = false;
  let killing: Promise<void> | null = null;
  const onAnswer = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(
      () => {
        killing = receiver.kill();
      },
      random.whole(KILL_AFTER_MS.least, KILL_AFTER_MS.most),
    );
  };
  await Promise.all(senders.map((sender) => sender.send(receiver.port, onAnswer)));
  await killing;
}

/** One log of the founder's, sent batch by batch; what was cut off is sent again to the next receiver. */
class Sender {
  readonly acknowledged = new Map<string, { readonly upload: Upload; readonly atMs: number }>();
  interrupted = 0;
  changedReceipts = 0;
  readonly #device: TestDevice;
  #next: Upload | null = null;

  constructor(audience: (typeof AUDIENCES)[number]) {
    this.#device = new TestDevice({
      workspace: WORKSPACE,
      member: 'founder',
      key: FOUNDER,
      audience,
    });
    this.#device.write('device', FOUNDER.keyId, { memberId: 'founder' });
  }

  /** Until the connection ends. Now and then it asks again for what it has a receipt of. */
  async send(port: number, onAnswer: () => void): Promise<void> {
    const socket = await DeviceSocket.open(port);
    try {
      for (;;) {
        const upload = (this.#next ??= this.#write());
        await this.#put(socket, upload);
        this.#next = null;
        onAnswer();
        if (this.acknowledged.size % 7 === 0) await this.#put(socket, upload);
      }
    } catch (error) {
      if (error instanceof WrongAnswer) throw error;
      this.interrupted += 1;
    } finally {
      socket.close();
    }
  }

  async #put(socket: DeviceSocket, upload: Upload): Promise<void> {
    const { status, body } = await socket.ask(upload.request);
    const atMs = Number(objectIn(body)?.['atMs']);
    if (status !== 201 || Number.isNaN(atMs)) throw new WrongAnswer(`${status} ${body}`);
    const known = this.acknowledged.get(upload.sha256);
    if (known && known.atMs !== atMs) this.changedReceipts += 1;
    this.acknowledged.set(upload.sha256, { upload, atMs });
  }

  #write(): Upload {
    const first = this.#device.changes.length === 1 ? 1 : this.#device.changes.length + 1;
    this.#device.writeMany(3, `e${this.#device.changes.length}-`);
    return uploadFrom(this.#device, first, FOUNDER_TOKEN);
  }
}

class WrongAnswer extends Error {}

async function verify(store: ReceiverStore, senders: readonly Sender[]): Promise<Series> {
  const listed = await listAll(store);
  let lost = 0;
  for (const { upload } of senders.flatMap(({ acknowledged }) => [...acknowledged.values()])) {
    const read = await store.read(WORKSPACE, upload.sha256, null);
    if (!listed.has(upload.sha256) || !read || !Buffer.from(read).equals(upload.file)) lost += 1;
  }
  const sum = (of: (sender: Sender) => number): number =>
    senders.reduce((total, sender) => total + of(sender), 0);
  return {
    lost,
    acknowledged: sum(({ acknowledged }) => acknowledged.size),
    interrupted: sum(({ interrupted }) => interrupted),
    changedReceipts: sum(({ changedReceipts }) => changedReceipts),
  };
}

async function listAll(store: ReceiverStore): Promise<ReadonlySet<string>> {
  const listed = new Set<string>();
  for (let after: string | null = null; ;) {
    const page = await store.list({ workspace: WORKSPACE, audiences: null, after, limit: 500 });
    for (const { sha256 } of page.items) listed.add(sha256);
    after = page.next;
    if (!page.hasMore) return listed;
  }
}
