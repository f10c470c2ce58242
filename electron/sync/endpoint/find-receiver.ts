import { endpointUrl, type FoundReceiver } from '#shared/endpoint/address';

/** Listens for receivers until the time is over or `signal` ends it. Never rejects. */
export type FindReceivers = (signal: AbortSignal) => Promise<readonly FoundReceiver[]>;

/** Receivers answer within a second; a sleeping network card takes longer. */
const LISTEN_MS = 3_000;
const SERVICE_TYPE = 'outlog';
/** A network full of announcements is somebody's joke. */
const MOST_FOUND = 50;

/** Asks the network by mDNS (RFC 6762) for `_outlog._tcp`. Nothing is said about whoever asks. */
export const findReceivers: FindReceivers = async (signal) => {
  const { openBonjour } = await import('../../receiver/open-bonjour.ts');
  const found = new Map<string, FoundReceiver>();
  // A network without multicast finds nothing: that is an answer, too.
  const bonjour = openBonjour();
  try {
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, LISTEN_MS);
      const end = (): void => {
        clearTimeout(limit);
        resolve();
      };
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
      bonjour.find({ type: SERVICE_TYPE }, (service) => {
        const receiver = receiverOf(service);
        if (receiver === null || found.size >= MOST_FOUND) return;
        found.set(`${receiver.keyStart} ${receiver.urls[0]}`, receiver);
      });
    });
  } finally {
    await new Promise<void>((resolve) => {
      bonjour.destroy(() => resolve());
    });
  }
  return [...found.values()];
};

interface Announced {
  readonly port: number;
  readonly host: string;
  readonly addresses?: readonly string[];
  readonly txt?: unknown;
}

/** Null where it is of another version, or says where no receiver can be. */
export function receiverOf({ port, host, addresses = [], txt }: Announced): FoundReceiver | null {
  const told: Readonly<Record<string, unknown>> = { ...(typeof txt === 'object' && txt) };
  const keyStart = told['r'];
  if (told['v'] !== '1' || typeof keyStart !== 'string' || !/^[0-9a-f]{16}$/.test(keyStart)) {
    return null;
  }
  const isEncrypted = told['t'] === '1';
  const numbers = addresses.filter((each) => !each.startsWith('fe80:'));
  const hosts = [...numbers.toSorted(byVersion), host.replace(/\.$/, '')];
  const urls = hosts.flatMap((each) => {
    const shown = each.includes(':') ? `[${each}]` : each;
    return endpointUrl(`${isEncrypted ? 'https' : 'http'}://${shown}:${port}`) ?? [];
  });
  return urls.length === 0 ? null : { urls, keyStart, isEncrypted };
}

const byVersion = (a: string, b: string): number =>
  Number(a.includes(':')) - Number(b.includes(':'));
