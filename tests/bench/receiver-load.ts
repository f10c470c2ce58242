import { hash } from 'node:crypto';
import { keyFromSeed } from '../../electron/identity/device-key.ts';
import { memberToken, tokenHash } from '../../electron/identity/member-token.ts';
import type { ReceiverStore } from '../../electron/receiver/receiver-store.ts';
import { TestDevice } from '../electron/sync/parts/test-device.ts';
import { removeBuiltReceiver } from '../faults/build-receiver.ts';
import { DeviceSocket } from '../faults/device-socket.ts';
import { type ReceiverProcess, startReceiver } from '../faults/receiver-process.ts';
import {
  FOUNDER,
  FOUNDER_TOKEN,
  SERVED,
  type Upload,
  uploadFrom,
  WORKSPACE,
} from '../faults/receiver-workspace.ts';
import { cpuMs as cpuMsOf, residentBytes } from './process-cost.ts';

const DEVICE_COUNT = 1_000;
/** Parts that what is sent is measured in, each beside the bare writing of the same bytes. */
const ROUNDS = 3;
const BATCHES_IN_ROUND = 2;
/** What is written in a quarter of an hour of busy work. */
const CHANGES_IN_BATCH = 20;

interface Device {
  readonly socket: DeviceSocket;
  readonly rounds: readonly (readonly Upload[])[];
}

export interface Ingest {
  readonly batchesPerS: number;
  readonly barePerS: number;
  /** Batches a second of the receiver beside those of the bare writing, one after another. */
  readonly ratio: number;
  /** The bare writing eight at a time: what the disk can do beyond what one writer asks of it. */
  readonly bareAtOncePerS: number;
  /** Processor time of the receiver's process for one batch. */
  readonly cpuMsPerBatch: number;
  readonly batchBytes: number;
  readonly batches: number;
  readonly connections: number;
  readonly residentMB: number;
}

/** A receiver behind what calls itself a proxy: every device can have an address of its own. */
export const startForLoad = (data: string, databaseUrl: string | null): Promise<ReceiverProcess> =>
  startReceiver(data, { databaseUrl, flags: ['--behind-proxy'] });

/** Writes these bytes and nothing else, durably. */
export type BareWrite = (file: Uint8Array) => Promise<void>;

const AT_ONCE = 8;

/**
 * A thousand devices of a thousand members, each on a connection of its own, send what they wrote; each
 * sends a batch when the one before is answered. Round by round the same bytes are written bare.
 */
export async function measureIngest(
  openStore: () => Promise<ReceiverStore>,
  spawn: () => Promise<ReceiverProcess>,
  writeBare: BareWrite,
): Promise<Ingest & { readonly receiver: ReceiverProcess; readonly close: () => void }> {
  const store = await openStore();
  await store.claim(SERVED);
  await store.close();
  const receiver = await spawn();
  try {
    return await ingestInto(receiver, writeBare);
  } catch (error) {
    await receiver.kill();
    throw error;
  } finally {
    await removeBuiltReceiver();
  }
}

async function ingestInto(
  receiver: ReceiverProcess,
  writeBare: BareWrite,
): Promise<Ingest & { readonly receiver: ReceiverProcess; readonly close: () => void }> {
  const devices = await introduceDevices(receiver.port);
  let ingestMs = 0;
  let cpuMs = 0;
  let bareMs = 0;
  let bareAtOnceMs = 0;
  let batches = 0;
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedMs = performance.now();
    const startedCpuMs = cpuMsOf(receiver.pid);
    await Promise.all(devices.map((device) => sendAll(device.socket, device.rounds[round] ?? [])));
    ingestMs += performance.now() - startedMs;
    cpuMs += cpuMsOf(receiver.pid) - startedCpuMs;
    const files = devices.flatMap(({ rounds }) => (rounds[round] ?? []).map(({ file }) => file));
    bareMs += await msOfWriting(files, writeBare, 1);
    bareAtOnceMs += await msOfWriting(files, writeBare, AT_ONCE);
    batches += files.length;
    bytes += files.reduce((sum, file) => sum + file.length, 0);
  }
  return {
    batchesPerS: batches / (ingestMs / 1000),
    barePerS: batches / (bareMs / 1000),
    bareAtOncePerS: batches / (bareAtOnceMs / 1000),
    ratio: bareMs / ingestMs,
    cpuMsPerBatch: cpuMs / batches,
    batchBytes: bytes / batches,
    batches,
    connections: devices.length,
    residentMB: residentBytes(receiver.pid) / 1e6,
    receiver,
    close: () => {
      for (const { socket } of devices) socket.close();
    },
  };
}

async function msOfWriting(
  files: readonly Uint8Array[],
  writeBare: BareWrite,
  atOnce: number,
): Promise<number> {
  const startedMs = performance.now();
  const left = files.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const file of left) await writeBare(file);
    }),
  );
  return performance.now() - startedMs;
}

/** The founder invites everybody, and every device shows its invite with its first batches. */
async function introduceDevices(port: number): Promise<readonly Device[]> {
  const members = Array.from({ length: DEVICE_COUNT }, (_, i) => memberOf(i));
  const founder = await DeviceSocket.open(port);
  const plan = { workspace: WORKSPACE, member: 'founder', key: FOUNDER, audience: 'team' } as const;
  const team = new TestDevice(plan);
  team.write('device', FOUNDER.keyId, { memberId: 'founder' });
  for (const { memberId, invite, token } of members) {
    team.write('member', memberId, { name: memberId, seat: 'assistant' });
    team.write('invite', invite.keyId, { memberId, tokenHash: tokenHash(token) });
  }
  await sendAll(founder, [uploadFrom(team, 1, FOUNDER_TOKEN)]);
  founder.close();
  return await Promise.all(members.map((member) => introduce(port, member)));
}

function memberOf(i: number) {
  const seed = hash('sha256', `invite ${i}`, 'buffer');
  return {
    memberId: `member-${i}`,
    invite: keyFromSeed(seed),
    token: memberToken(seed, WORKSPACE),
    address: `10.1.${i >> 8}.${i & 255}`,
  };
}

async function introduce(
  port: number,
  { memberId: member, invite, token, address }: ReturnType<typeof memberOf>,
): Promise<Device> {
  const socket = await DeviceSocket.open(port);
  const seat = { workspace: WORKSPACE, member, invite };
  const own = new TestDevice({ ...seat, audience: `m-${member}` });
  await sendAll(socket, [
    uploadFrom(new TestDevice({ ...seat, audience: 'team' }), 1, token, address),
    uploadFrom(own, 1, token, address),
  ]);
  const rounds = Array.from({ length: ROUNDS }, () =>
    Array.from({ length: BATCHES_IN_ROUND }, () => {
      const first = own.changes.length + 1;
      writeWork(own);
      return uploadFrom(own, first, token, address);
    }),
  );
  return { socket, rounds };
}

/** Entries of about the length of real ones, that do not pack to nothing. */
function writeWork(device: TestDevice): void {
  for (let i = 0; i < CHANGES_IN_BATCH; i += 1) {
    const id = `202611-${device.changes.length}`;
    const words = hash('sha256', `${device.key.keyId} ${id}`, 'base64').slice(0, 24);
    const completedAtMs = Date.UTC(2026, 10, 2, 9) + device.changes.length * 60_000;
    const title = `Answered ${words}`;
    device.write('deliverable', id, { title, quantity: 1 + (i % 5), completedAtMs, zone: 'UTC' });
  }
}

async function sendAll(socket: DeviceSocket, uploads: readonly Upload[]): Promise<void> {
  for (const { request } of uploads) {
    const { status, body } = await socket.ask(request);
    if (status !== 201) throw new Error(`${status}: ${body}`);
  }
}
