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
  const isIt = ({ keyStart }: { readonly keyStart: string }): boolean =>
    address.receiverKey.startsWith(keyStart);
  for (const { urls } of (await find(signal, isIt)).filter(isIt)) {
    for (const url of urls) {
      if (await provesItself({ ...address, url }, signal)) return url;
    }
  }
  return null;
}

async function provesItself(address: EndpointAddress, signal: AbortSignal): Promise<boolean> {
  const client = new ReceiverClient(address, '');
  try {
    await client.hello(signal);
    return true;
  } catch {
    return false;
  } finally {
    client.close();
  }
}
