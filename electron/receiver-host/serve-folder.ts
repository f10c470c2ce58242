import type { ReceiverProblem } from '#shared/endpoint/receiver-status';
import { announce } from '../receiver/announce.ts';
import { openReceiver, type Receiver, type ReceiverOptions } from '../receiver/open-receiver.ts';
import { ownCertificate } from '../receiver/own-certificate.ts';
import type { IncomingBatch, ReceiverStore } from '../receiver/receiver-store.ts';
import { openFolderStore } from '../receiver/stores/folder/folder-store.ts';
import { errnoOf } from '../sync/file-system.ts';
import { THIS_COMPUTER } from './lan-hosts.ts';
import type { WorkerMessage, WorkerStart } from './worker-messages.ts';

const PULSE_EVERY_MS = 5_000;

interface ServingNeeds {
  readonly say: (message: WorkerMessage) => void;
  readonly nowMs: () => number;
  readonly random: (count: number) => Uint8Array;
}

/** Ends what was begun; resolves when the port is free and the store closed. */
export type EndServing = () => Promise<void>;

/** Serves a sync folder as the workspace's receiver. Null where it failed, which is said. */
export async function serveFolder(
  start: WorkerStart,
  needs: ServingNeeds,
): Promise<EndServing | null> {
  const { say } = needs;
  let store: ReceiverStore | null = null;
  try {
    const { folder, ownDirectory, served } = start;
    const tls = start.certificate ?? (await ownCertificate(ownDirectory));
    store = await openFolderStore({ folder, ownDirectory, nowMs: needs.nowMs });
    if ((await store.claim(served)) === 'foreign') return await giveUp(store, 'claimed', say);
    const receiver = await listenOnOne(start.ports, {
      store: tellingOfBatches(store, needs),
      host: start.host,
      tls,
      setupSecret: null,
      nowMs: needs.nowMs,
      random: needs.random,
      log: () => undefined,
    });
    if (receiver === null) return await giveUp(store, 'no-port', say);
    return goOn(start, store, receiver, say);
  } catch (error) {
    return await giveUp(store, problemOf(error), say);
  }
}

/** What is no failure of the disk or of the certificate is a mistake of ours. */
function problemOf(error: unknown): ReceiverProblem {
  const code = errnoOf(error);
  if (code.startsWith('ERR_OSSL')) return 'certificate';
  return /^E[A-Z]+$/.test(code) ? 'disk-failed' : 'crashed';
}

function goOn(
  start: WorkerStart,
  store: ReceiverStore,
  receiver: Receiver,
  say: ServingNeeds['say'],
): EndServing {
  const { port, receiverKey } = receiver;
  const isAnnounced = start.host !== THIS_COMPUTER;
  const unannounce = isAnnounced ? announce({ port, receiverKey, isEncrypted: true }) : null;
  say({
    kind: 'listening',
    port,
    receiverKey,
    certSha256: receiver.certSha256 ?? '',
    isAnnounced,
  });
  const pulse = setInterval(() => {
    void receiver
      .connectionCount()
      .then((connectionCount) => say({ kind: 'pulse', connectionCount }));
  }, PULSE_EVERY_MS);
  return async () => {
    clearInterval(pulse);
    await Promise.all([unannounce?.(), receiver.close()]);
    await store.close();
  };
}

/** The first of the ports that is free, or null. */
async function listenOnOne(
  ports: readonly number[],
  options: Omit<ReceiverOptions, 'port'>,
): Promise<Receiver | null> {
  for (const port of ports) {
    try {
      return await openReceiver({ ...options, port });
    } catch (error) {
      if (!TAKEN.has(errnoOf(error))) throw error;
    }
  }
  return null;
}

const TAKEN: ReadonlySet<string> = new Set(['EADDRINUSE', 'EACCES']);

async function giveUp(
  store: ReceiverStore | null,
  problem: ReceiverProblem,
  say: ServingNeeds['say'],
): Promise<null> {
  await store?.close().catch(() => undefined);
  say({ kind: 'failed', problem });
  return null;
}

/** The manager's app is told of each batch once it is durable: it need not wait for its own look. */
function tellingOfBatches(store: ReceiverStore, { say, nowMs }: ServingNeeds): ReceiverStore {
  const put = store.put.bind(store);
  return Object.assign(store, {
    put: async (incoming: IncomingBatch) => {
      const outcome = await put(incoming);
      const { member } = incoming.batch.header;
      if (outcome.kind === 'kept') say({ kind: 'arrived', member, atMs: nowMs() });
      return outcome;
    },
  });
}
