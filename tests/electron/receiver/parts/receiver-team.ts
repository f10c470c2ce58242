import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  openReceiver,
  type Receiver,
  type ReceiverOptions,
} from '../../../../electron/receiver/open-receiver.ts';
import type { ReceiverStore } from '../../../../electron/receiver/receiver-store.ts';
import { openFolderStore } from '../../../../electron/receiver/stores/folder/folder-store.ts';
import { type TeamOver, teamOver } from './team-over.ts';

export const SETUP_SECRET = 'setup-secret-of-the-tests';

export interface ReceiverTeam extends TeamOver {
  readonly receiver: Receiver;
  readonly store: ReceiverStore;
  readonly folder: string;
  /** Ends the receiver, and the store where no other was given. */
  readonly close: () => Promise<void>;
}

/** A receiver over a folder store, with a workspace that its founder has claimed. */
export async function receiverTeam(
  root: string,
  options: Partial<ReceiverOptions> = {},
): Promise<ReceiverTeam> {
  const folder = join(root, 'sync');
  mkdirSync(folder, { recursive: true });
  const ownDirectory = join(root, 'own');
  const store = options.store ?? (await openFolderStore({ folder, ownDirectory }));
  const receiver = await openReceiver({
    store,
    host: '127.0.0.1',
    port: 0,
    tls: null,
    setupSecret: SETUP_SECRET,
    nowMs: Date.now,
    random: (count) => randomBytes(count),
    log: () => undefined,
    ...options,
  });
  const team = await teamOver(receiver.urls[0] ?? '', SETUP_SECRET);
  const close = async (): Promise<void> => {
    await receiver.close();
    if (options.store === undefined) await store.close();
  };
  return { ...team, receiver, store, folder, close };
}
