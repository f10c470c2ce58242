import type { EndpointAddress } from '#shared/endpoint/address';
import type { TargetProblem } from '../target.ts';
import type { FindReceivers } from './find-receiver.ts';
import { ReceiverClient } from './receiver-client.ts';

/** What may mean that the receiver has another address by now. */
const MAY_HAVE_MOVED: ReadonlySet<TargetProblem> = new Set([
  'offline',
  'receiver-wrong',
  'not-outlog',
]);

/** So many places are asked, at once, and for so long: anybody on the network can call out any number. */
const MOST_ASKED = 64;
const PROVING_MS = 10_000;

/**
 * Where on this network the receiver answers now, or null. It must show its key behind its certificate
 * before it is believed; without a certificate to know it by it is not looked for.
 */
export async function findMoved(
  find: FindReceivers,
  address: EndpointAddress,
  problem: TargetProblem,
  signal: AbortSignal,
): Promise<string | null> {
  if (address.certSha256 === null || !MAY_HAVE_MOVED.has(problem)) return null;
  // Whoever calls out first may be an impostor: all are heard.
  const urls = (await find(signal))
    .filter(({ keyStart }) => address.receiverKey.startsWith(keyStart))
    .flatMap((found) => found.urls)
    .slice(0, MOST_ASKED);
  const proven = new AbortController();
  const over = AbortSignal.timeout(PROVING_MS);
  const prove = (url: string): Promise<string> =>
    proveAt({ ...address, url }, AbortSignal.any([signal, proven.signal, over]));
  try {
    return await Promise.any(urls.map(prove));
  } catch {
    return null;
  } finally {
    proven.abort();
  }
}

/** The address, once whoever answers there has shown the key. Rejects otherwise. */
async function proveAt(address: EndpointAddress, signal: AbortSignal): Promise<string> {
  const client = new ReceiverClient(address, '');
  try {
    await client.hello(signal);
    return address.url;
  } finally {
    client.close();
  }
}
