import { join } from 'node:path';
import { z } from 'zod';
import { isHex } from '#shared/hex';
import { objectIn } from '#shared/stream/batch-header';
import { SEED_BYTES } from '../../../identity/device-key.ts';
import { removeQuietly, writeAtomically } from '../../../sync/atomic-write.ts';
import { type FileSystem, orAbsent } from '../../../sync/file-system.ts';
import type { KeptJoin, ServedWorkspace } from '../../receiver-store.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const servedSchema = z.object({
  workspace: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string(),
  founderKey: hex64,
  founderId: z.string(),
  founderTokenHash: hex64,
});

const joinSchema = z.object({
  workspace: z.string(),
  expiresAtMs: z.number(),
  bytes: z.string(),
});

const LOCATOR = /^[A-Za-z0-9]{1,16}$/;

/** What is the receiver's alone: its key, whom it serves, the invites that lie under a code. */
export class OwnFiles {
  readonly #fs: FileSystem;
  readonly #directory: string;
  readonly #served = new Map<string, ServedWorkspace>();
  #seed: Promise<Uint8Array> | null = null;

  constructor(fs: FileSystem, directory: string) {
    this.#fs = fs;
    this.#directory = directory;
  }

  get served(): ReadonlyMap<string, ServedWorkspace> {
    return this.#served;
  }

  async open(): Promise<void> {
    const directory = join(this.#directory, 'workspaces');
    for (const name of (await orAbsent(this.#fs.readdir(directory))) ?? []) {
      if (!name.endsWith('.json')) continue;
      const text = await this.#fs.readFile(join(directory, name), 'utf8');
      const served = servedSchema.parse(objectIn(text));
      this.#served.set(served.workspace, served);
    }
  }

  keySeed(random: (count: number) => Uint8Array): Promise<Uint8Array> {
    this.#seed ??= this.#readOrMakeSeed(random).catch((error: unknown) => {
      this.#seed = null;
      throw error;
    });
    return this.#seed;
  }

  async serve(served: ServedWorkspace): Promise<void> {
    const path = join(this.#directory, 'workspaces', `${served.workspace}.json`);
    await writeAtomically(this.#fs, path, Buffer.from(JSON.stringify(served)));
    this.#served.set(served.workspace, served);
  }

  async putJoin(locator: string, { workspace, expiresAtMs, bytes }: KeptJoin): Promise<void> {
    const path = this.#joinPath(locator);
    if (path === null) throw new Error('That is no code.');
    const kept = { workspace, expiresAtMs, bytes: Buffer.from(bytes).toString('base64') };
    await writeAtomically(this.#fs, path, Buffer.from(JSON.stringify(kept)));
  }

  async readJoin(locator: string, nowMs: number): Promise<KeptJoin | null> {
    const path = this.#joinPath(locator);
    const text = path && (await orAbsent(this.#fs.readFile(path, 'utf8')));
    if (path === null || text === null) return null;
    const kept = joinSchema.safeParse(objectIn(text));
    if (!kept.success) return null;
    if (kept.data.expiresAtMs <= nowMs) {
      await removeQuietly(this.#fs, path);
      return null;
    }
    return { ...kept.data, bytes: Buffer.from(kept.data.bytes, 'base64') };
  }

  #joinPath(locator: string): string | null {
    return LOCATOR.test(locator) ? join(this.#directory, 'joins', `${locator}.json`) : null;
  }

  async #readOrMakeSeed(random: (count: number) => Uint8Array): Promise<Uint8Array> {
    const path = join(this.#directory, 'key');
    const text = (await orAbsent(this.#fs.readFile(path, 'utf8')))?.trim();
    if (text !== undefined) {
      // A new key would make every invite that names the old one worthless: a person has to look.
      if (!isHex(text, SEED_BYTES * 2)) throw new Error(`${path} holds no key.`);
      return Buffer.from(text, 'hex');
    }
    const seed = random(SEED_BYTES);
    await writeAtomically(this.#fs, path, Buffer.from(`${Buffer.from(seed).toString('hex')}\n`));
    return seed;
  }
}
