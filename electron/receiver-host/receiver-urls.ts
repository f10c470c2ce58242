import type { networkInterfaces } from 'node:os';
import { lanHosts, THIS_COMPUTER } from './lan-hosts.ts';

/**
 * The addresses of a receiver, the likeliest to be reached first: by the names of its certificate,
 * which nothing else would match, or by those of the computer on its networks.
 */
export function receiverUrls(
  listening: { readonly port: number; readonly hosts: readonly string[] } | null,
  listenHost: string,
  interfaces: ReturnType<typeof networkInterfaces>,
): { readonly urls: readonly string[]; readonly isOffline: boolean } {
  const lan = listenHost === THIS_COMPUTER ? [] : lanHosts(interfaces);
  if (listening === null) return { urls: [], isOffline: lan.length === 0 };
  const named = listening.hosts.length > 0 ? listening.hosts : lan;
  const hosts = named.length > 0 ? named : [THIS_COMPUTER];
  return {
    urls: hosts.map((host) => `https://${host.toLowerCase()}:${listening.port}`),
    isOffline: lan.length === 0,
  };
}
