import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BatchListing } from '#shared/endpoint/protocol';
import { setupLink } from '#shared/endpoint/setup-link';
import type { IpcFailure, SyncStatus } from '#shared/ipc';
import type { Result } from '#shared/result';
import { decodeBatch } from '#shared/stream/batch-decode';
import type { Engine } from '../../electron/sync/engine.ts';
import { readerTools } from '../../electron/sync/batch-tools.ts';
import type { EngineFaults } from '../../electron/sync/open-engine.ts';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { httpFront, type HttpFront } from '../electron/sync/parts/http-front.ts';
import {
  SETUP_SECRET,
  testReceiver,
  type TestReceiver,
} from '../electron/sync/parts/test-receiver.ts';
import { plainProtector } from './plain-protector.ts';

const ROOT = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();

/** A manager's engine, a real receiver that serves it, and whatever is put between them. */
export interface ServedDesk {
  readonly engine: Engine;
  readonly receiver: TestReceiver;
  readonly front: HttpFront;
  readonly workspace: string;
  readonly log: (id: string) => Promise<void>;
  readonly send: () => Promise<SyncStatus>;
  /** Every batch that the receiver lists. */
  readonly listed: () => Promise<BatchListing['items']>;
  /** How often each record's change lies in what the receiver has, by stream and place in it. */
  readonly received: () => Promise<ReadonlyMap<string, number>>;
  readonly close: () => Promise<void>;
}

export async function servedDesk(faults: EngineFaults): Promise<ServedDesk> {
  const root = mkdtempSync(path.join(ROOT, 'outlog-http-'));
  const receiver = await testReceiver(root);
  const front = await httpFront(receiver.address.url);
  const engine = await openEngine(
    {
      dir: path.join(root, 'data'),
      protector: plainProtector,
      nowMs: () => Date.now(),
      random: (count) => randomBytes(count),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    },
    { isActive: false, ...faults },
  );
  const entry = must(
    await engine.createWorkspace({ name: 'Fernlight', memberName: 'Robin', timeZone: 'UTC' }),
  );
  const workspace = entry.id;
  const memberId = entry.seats[0]?.memberId ?? '';
  const address = { ...receiver.address, url: front.url };
  const link = setupLink({ address, secret: SETUP_SECRET });
  must(await engine.claimReceiver({ workspace, link }));
  const log = async (id: string): Promise<void> => {
    const fields = { title: `Entry ${id}`, quantity: 1 };
    const audience = `m-${memberId}` as const;
    const edits = [{ audience, type: 'deliverable', id: `202611-${id}`, fields }];
    must(await engine.append({ workspace, memberId, edits }));
  };
  const send = async () => must(await engine.sendNow(workspace));
  const listed: ServedDesk['listed'] = async () => {
    const items = [];
    for (let after: string | null = null, hasMore = true; hasMore;) {
      const query = { workspace, audiences: null, after, limit: 500 };
      const page: BatchListing = await receiver.store.list(query);
      items.push(...page.items);
      after = page.next;
      ({ hasMore } = page);
    }
    return items;
  };
  const received: ServedDesk['received'] = async () => {
    const counts = new Map<string, number>();
    for (const { stream, sha256 } of await listed()) {
      const file = await receiver.store.read(workspace, sha256, null);
      const batch = file && decodeBatch(file, readerTools);
      if (!batch?.ok) throw new Error('The receiver keeps a batch that does not decode.');
      for (const { seq, id } of batch.changes) {
        const key = `${stream} ${seq} ${id}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    return counts;
  };
  const close = async (): Promise<void> => {
    await engine.close();
    await front.close();
    await receiver.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { engine, receiver, front, workspace, log, send, listed, received, close };
}

export function must<T>(result: Result<T, IpcFailure>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail)}`);
  return result.value;
}
