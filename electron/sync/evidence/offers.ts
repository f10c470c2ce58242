import { join } from 'node:path';
import { isContentHash } from '#shared/evidence/evidence';
import { type Audience, isAudience } from '#shared/stream/change';
import { sha256Hex } from '../batch-tools.ts';
import { removeQuietly } from '../atomic-write.ts';
import { type FileSystem, flushDirectory, makeDirectory, orAbsent } from '../file-system.ts';

/** A file that a group of readers is to have. */
export interface Offer {
  readonly hash: string;
  readonly audience: Audience;
}

/**
 * What is offered to whom, and what of it is at the target. Each offer is an empty file whose name
 * says it all: one more costs the same however many there are, and a crash leaves all or nothing of it.
 * What was sent is kept for each target; should that be lost, everything is looked at again.
 */
export class Offers {
  #fs: FileSystem;
  #directory: string;
  #offers = new Map<string, Offer>();
  #sent = new Set<string>();
  #target: string | null = null;
  #opening: Promise<void> | null = null;

  constructor(fs: FileSystem, directory: string) {
    this.#fs = fs;
    this.#directory = directory;
  }

  /** Reads what there is for a target, by its id; nothing is read twice for the same one. */
  async open(target: string | null): Promise<void> {
    this.#opening ??= this.#readOffers();
    this.#opening.catch(() => (this.#opening = null));
    await this.#opening;
    if (target === this.#target) return;
    const names = target === null ? [] : await this.#namesIn(this.#sentTo(target));
    this.#sent = new Set(names);
    this.#target = target;
  }

  /** When this returns, the offer is on the disk. */
  async add(offer: Offer): Promise<void> {
    const key = keyOf(offer);
    if (this.#offers.has(key)) return;
    await this.#mark(this.#offered, key);
    await flushDirectory(this.#fs, this.#offered);
    this.#offers.set(key, offer);
  }

  all(): readonly Offer[] {
    return [...this.#offers.values()];
  }

  unsent(): readonly Offer[] {
    return [...this.#offers].filter(([key]) => !this.#sent.has(key)).map(([, offer]) => offer);
  }

  async noteSent(offer: Offer, target: string): Promise<void> {
    const key = keyOf(offer);
    if (target === this.#target) this.#sent.add(key);
    await this.#mark(this.#sentTo(target), key);
  }

  /** Before a target is taken, also again: what was once there may no longer be. */
  async startFresh(target: string): Promise<void> {
    const directory = this.#sentTo(target);
    for (const name of await this.#namesIn(directory)) {
      await removeQuietly(this.#fs, join(directory, name));
    }
    this.#target = null;
  }

  get #offered(): string {
    return join(this.#directory, 'offered');
  }

  #sentTo(target: string): string {
    return join(this.#directory, 'sent', sha256Hex(Buffer.from(target)).slice(0, 16));
  }

  async #readOffers(): Promise<void> {
    for (const name of await this.#namesIn(this.#offered)) {
      const [audience = '', hash = ''] = name.split('.');
      if (isAudience(audience) && isContentHash(hash)) this.#offers.set(name, { audience, hash });
    }
  }

  async #namesIn(directory: string): Promise<readonly string[]> {
    return ((await orAbsent(this.#fs.readdir(directory))) ?? []).toSorted();
  }

  async #mark(directory: string, name: string): Promise<void> {
    await makeDirectory(this.#fs, directory);
    const handle = await this.#fs.open(join(directory, name), 'w', 0o600);
    await handle.close();
  }
}

const keyOf = ({ audience, hash }: Offer): string => `${audience}.${hash}`;
