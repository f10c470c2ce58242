import { openBonjour } from './open-bonjour.ts';

export interface Announcing {
  readonly port: number;
  /** 64 hex digits. */
  readonly receiverKey: string;
  readonly isEncrypted: boolean;
}

/** Service type `_outlog._tcp`. */
export const SERVICE_TYPE = 'outlog';

/** How long a goodbye may take on a network that does not answer. */
const GOODBYE_MS = 1_000;

/** How many characters of the receiver's key are told: enough to tell receivers apart, not to trust one. */
const KEY_CHARACTERS = 16;

/**
 * Lets this network know where the receiver answers, and nothing else: no person's name, none of a
 * workspace or of this computer. Ends with a goodbye. A network without multicast is no failure.
 */
export function announce({ port, receiverKey, isEncrypted }: Announcing): () => Promise<void> {
  const start = receiverKey.slice(0, KEY_CHARACTERS);
  const bonjour = openBonjour();
  const service = bonjour.publish({
    name: `outlog-${start}`,
    host: `outlog-${start}.local`,
    type: SERVICE_TYPE,
    port,
    txt: { v: '1', r: start, t: isEncrypted ? '1' : '0' },
    // The name is of a key: nobody else has it, except this receiver a moment ago.
    probe: false,
  });
  service.on('error', () => undefined);
  return () =>
    new Promise((resolve) => {
      const destroy = (): void => bonjour.destroy(() => resolve());
      const limit = setTimeout(destroy, GOODBYE_MS);
      bonjour.unpublishAll(() => {
        clearTimeout(limit);
        destroy();
      });
    });
}
