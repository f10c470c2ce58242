import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openReceiver, type Receiver } from '../open-receiver.ts';
import { isSelfSigned, nameIn } from '../certificate-names.ts';
import { type Certificate, ownCertificate } from '../own-certificate.ts';
import type { ReceiverLog } from '../receiver-log.ts';
import type { ReceiverStore } from '../receiver-store.ts';
import type { HeadlessArguments } from './read-arguments.ts';
import { setupFile, setupSecret, writeSetup } from './setup-file.ts';

export interface HeadlessNeeds {
  readonly databaseUrl: string | null;
  readonly nowMs: () => number;
  readonly random: (count: number) => Uint8Array;
  readonly log: ReceiverLog;
  /** A line for whoever started it. */
  readonly say: (line: string) => void;
}

/** Starts a receiver without a window. Answers how to end it: requests in hand first, then the store. */
export async function startHeadless(
  args: HeadlessArguments,
  needs: HeadlessNeeds,
): Promise<() => Promise<void>> {
  const { nowMs, random, log, say } = needs;
  const data = resolve(args.data);
  const own = join(data, 'receiver');
  await mkdir(own, { recursive: true, mode: 0o700 });
  const tls = await certificateFor(args.tls, own);
  const { secret, isNew } = await setupSecret(own, random);
  const store = await openStore(data, own, needs);
  let receiver: Receiver;
  try {
    receiver = await openReceiver({
      store,
      host: args.host,
      port: args.port,
      tls,
      isBehindProxy: args.isBehindProxy,
      setupSecret: secret,
      nowMs,
      random,
      log,
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  const { port, receiverKey, certSha256, urls } = receiver;
  const url = args.publicUrl ?? namedUrl(tls, port) ?? urls[0] ?? '';
  const isPinned = tls !== null && !args.isBehindProxy && isSelfSigned(tls);
  const address = { url, receiverKey, certSha256: isPinned ? certSha256 : null };
  const link = await writeSetup(own, address, secret);
  say(`receiver: ${url}`);
  say(`key: ${receiverKey}`);
  if (certSha256 !== null) say(`certificate: ${certSha256}`);
  say(isNew ? `setup: ${link}` : `setup: in ${setupFile(own)}`);
  const hush = args.isAnnounced
    ? (await import('../announce.ts')).announce({ port, receiverKey, isEncrypted: tls !== null })
    : null;
  return async () => {
    await Promise.all([hush?.(), receiver.close()]);
    await store.close();
  };
}

/** Nothing else than its name would match a certificate that somebody vouches for. */
function namedUrl(tls: Certificate | null, port: number): string | null {
  const name = tls === null || isSelfSigned(tls) ? null : nameIn(tls);
  return name === null ? null : `https://${name}:${port}`;
}

async function certificateFor(
  tls: HeadlessArguments['tls'],
  own: string,
): Promise<Certificate | null> {
  if (tls === null) return null;
  if (tls === 'own') return await ownCertificate(own);
  const [cert, key] = await Promise.all([
    readFile(tls.certFile, 'utf8'),
    readFile(tls.keyFile, 'utf8'),
  ]);
  return { cert, key };
}

/** What the store is made of is loaded when it is chosen. */
async function openStore(
  data: string,
  ownDirectory: string,
  { databaseUrl, nowMs }: HeadlessNeeds,
): Promise<ReceiverStore> {
  if (databaseUrl !== null && databaseUrl !== '') {
    const { openPostgresStore } = await import('../stores/postgres/postgres-store.ts');
    return await openPostgresStore({ url: databaseUrl });
  }
  const { openFolderStore } = await import('../stores/folder/folder-store.ts');
  return await openFolderStore({ folder: data, ownDirectory, nowMs });
}
