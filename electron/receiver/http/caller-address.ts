import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom to count a request for: an address of version 4, or the network of 64 bits that one of version 6
 * lies in, which is what a provider gives to one household. Behind a proxy it is the last that the
 * proxy itself has added.
 */
export function callerAddress(request: IncomingMessage, isBehindProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? '';
  if (!isBehindProxy) return countedAddress(direct);
  const told = request.headers['x-forwarded-for'];
  const last =
    String(told ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return countedAddress(isIPv4(last) || isIPv6(last) ? last : direct);
}

export function countedAddress(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(8 - start.length - end.length).fill('0');
  return [...start, ...zeros, ...end].slice(0, 4).join(':');
}

export const isThisComputer = (address: string): boolean =>
  address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.');
