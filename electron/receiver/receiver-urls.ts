import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Addresses at which a server that listens on `host` is reached. */
export function receiverUrls(scheme: string, host: string, port: number): readonly string[] {
  const isEvery = host === '0.0.0.0' || host === '::';
  const hosts = isEvery ? [...networkAddresses(), '127.0.0.1'] : [host];
  return hosts.map((each) => `${scheme}://${isIPv6(each) ? `[${each}]` : each}:${port}`);
}

/** This computer's addresses in its networks, version 4: what people can read out and type. */
const networkAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address),
  );
