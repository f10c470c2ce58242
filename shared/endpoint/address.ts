import { z } from 'zod';

/** Where a receiver answers, and how it is known to be the right one. */
export const endpointAddressSchema = z.object({
  /** `https://host[:port]`, or `http:` on this very computer; without a path or a slash at its end. */
  url: z.string().max(300),
  /** The receiver's public key, 64 hex digits: what signs its receipts. */
  receiverKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** SHA-256 of the one certificate to accept, in hex; null where the system's authorities decide. */
  certSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

export type EndpointAddress = z.infer<typeof endpointAddressSchema>;

/** A receiver that made itself known on this network. Only a proof of its key says that it is the right one. */
export interface FoundReceiver {
  /** Where it may be reached, numbers first. */
  readonly urls: readonly string[];
  /** The beginning of its public key, 16 hex digits. */
  readonly keyStart: string;
  readonly isEncrypted: boolean;
}

const ADDRESS = /^(https?):\/\/(\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253})(:\d{1,5})?\/?$/;
const THIS_COMPUTER: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address in its one spelling, or null where Outlog does not speak to such a place: without
 * encryption only to a proxy or receiver on this computer.
 */
export function endpointUrl(text: string): string | null {
  const [, scheme, host = '', port = ''] = ADDRESS.exec(text.trim().toLowerCase()) ?? [];
  if (scheme === undefined || Number(port.slice(1)) > 65_535) return null;
  if (scheme === 'http' && !THIS_COMPUTER.has(host)) return null;
  return `${scheme}://${host}${port}`;
}
