import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EndpointAddress } from '#shared/endpoint/address';
import { openReceiver } from '../../../../electron/receiver/open-receiver.ts';
import { ownCertificate } from '../../../../electron/receiver/own-certificate.ts';
import type { ReceiverStore } from '../../../../electron/receiver/receiver-store.ts';
import { openFolderStore } from '../../../../electron/receiver/stores/folder/folder-store.ts';

export const SETUP_SECRET = 'setup-secret-of-the-tests';

export interface TestReceiver {
  readonly address: EndpointAddress;
  readonly store: ReceiverStore;
  readonly close: () => Promise<void>;
}

/** The real receiver over a folder, on loopback; the same `root` again is the same receiver. */
export async function testReceiver(
  root: string,
  { isEncrypted = false, port = 0 }: { isEncrypted?: boolean; port?: number } = {},
): Promise<TestReceiver> {
  const folder = join(root, 'received');
  const ownDirectory = join(root, 'receiver');
  for (const directory of [folder, ownDirectory]) mkdirSync(directory, { recursive: true });
  const store = await openFolderStore({ folder, ownDirectory });
  const receiver = await openReceiver({
    store,
    host: '127.0.0.1',
    port,
    tls: isEncrypted ? await ownCertificate(ownDirectory) : null,
    setupSecret: SETUP_SECRET,
    nowMs: Date.now,
    random: (count) => randomBytes(count),
    log: () => undefined,
  });
  const [url = ''] = receiver.urls;
  const { receiverKey, certSha256 } = receiver;
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await receiver.close();
    await store.close();
  };
  return { address: { url, receiverKey, certSha256 }, store, close };
}
