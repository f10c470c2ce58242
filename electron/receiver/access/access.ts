import { timingSafeEqual } from 'node:crypto';
import { tokenHash } from '../../identity/member-token.ts';
import type { ReceiverStore, ServedWorkspace } from '../receiver-store.ts';
import { AccessFold } from './fold-access.ts';

/** How old what is known of a workspace's access may be: another receiver may have been told of a revocation. */
const MAX_AGE_MS = 1_000;

interface Known {
  readonly fold: AccessFold;
  version: number;
  /** When it was last asked for, by this process's own steady clock. */
  askedAtMs: number;
  asking: Promise<void> | null;
}

/** Who may come in to each workspace, kept up with the store. */
export class Access {
  readonly #store: ReceiverStore;
  readonly #known = new Map<string, Known>();

  constructor(store: ReceiverStore) {
    this.#store = store;
  }

  /** As known now, at most a second old; null for a workspace that is not served here. */
  async of(workspace: string): Promise<AccessFold | null> {
    const known = this.#known.get(workspace) ?? (await this.#open(workspace));
    if (known === null) return null;
    if (performance.now() - known.askedAtMs > MAX_AGE_MS) await this.#ask(workspace, known);
    return known.fold;
  }

  /** After a batch was kept that may say who may come in: its word counts before it is answered. */
  async refresh(workspace: string): Promise<void> {
    const known = this.#known.get(workspace);
    if (known === undefined) return;
    // What is being asked for may have been read before the batch was there.
    await known.asking;
    await this.#ask(workspace, known);
  }

  async #open(workspace: string): Promise<Known | null> {
    const served = await this.#store.served(workspace);
    if (served === null) return null;
    const known = this.#known.get(workspace) ?? openKnown(served);
    this.#known.set(workspace, known);
    return known;
  }

  async #ask(workspace: string, known: Known): Promise<void> {
    known.asking ??= this.#read(workspace, known).finally(() => (known.asking = null));
    await known.asking;
  }

  async #read(workspace: string, known: Known): Promise<void> {
    const askedAtMs = performance.now();
    const { version, changes } = await this.#store.accessChanges(workspace, known.version);
    known.fold.add(changes);
    known.version = version;
    known.askedAtMs = askedAtMs;
  }
}

const openKnown = (served: ServedWorkspace): Known => ({
  fold: new AccessFold(served),
  version: 0,
  askedAtMs: -Infinity,
  asking: null,
});

/** Compares secrets in a time that depends on neither. */
export const isSameSecret = (shown: string, secret: string): boolean =>
  timingSafeEqual(
    Buffer.from(tokenHash(shown), 'latin1'),
    Buffer.from(tokenHash(secret), 'latin1'),
  );
