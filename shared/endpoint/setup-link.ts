import type { EndpointAddress } from './address.ts';
import { endpointUrl } from './address.ts';

/** What a manager's app needs to have a receiver serve a workspace: where it is, and its setup secret. */
export interface ReceiverSetup {
  readonly address: EndpointAddress;
  readonly secret: string;
}

const LINK =
  /^outlog:(?:\/\/)?setup\/?#1\.([0-9a-f]{64})\.([0-9a-f]{64}|-)\.([A-Za-z0-9_-]{16,128})\.(\S{1,300})$/i;
const NO_CERTIFICATE = '-';

/**
 * A receiver's setup as one line to copy: `outlog://setup#1.`, its key, the SHA-256 of its certificate or
 * `-`, the secret and the address, with a dot between them.
 */
export const setupLink = ({ address, secret }: ReceiverSetup): string =>
  `outlog://setup#1.${address.receiverKey}.${address.certSha256 ?? NO_CERTIFICATE}.${secret}.${address.url}`;

/** Null where it is no setup link, or names a place that Outlog does not speak to. */
export function parseSetupLink(text: string): ReceiverSetup | null {
  const [, key, cert, secret, place] = LINK.exec(text.replaceAll(/[\s<>]+/g, '')) ?? [];
  const url = endpointUrl(place ?? '');
  if (key === undefined || cert === undefined || secret === undefined || url === null) return null;
  const certSha256 = cert === NO_CERTIFICATE ? null : cert.toLowerCase();
  return { address: { url, receiverKey: key.toLowerCase(), certSha256 }, secret };
}
