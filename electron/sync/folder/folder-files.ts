import { join } from 'node:path';
import type { Audience } from '#shared/stream/change';
import { sha256Hex } from '../batch-tools.ts';
import { type FolderKeys, identityIn } from '../encryption/audience-keys.ts';
import { openKeys } from '../encryption/kept-keys.ts';
import {
  isSealedFile,
  openSealedFile,
  SEALED_ENDING,
  sealFile,
} from '../encryption/sealed-file.ts';
import { type FileSystem, orAbsent } from '../file-system.ts';
import type { Workspace } from '../workspace.ts';
import { type Delivery, deliverFile } from './deliver-file.ts';

/** A file on its way into a folder, for whoever reads this audience. */
interface OutgoingFile extends Pick<Delivery, 'parts' | 'bytes' | 'signal'> {
  readonly audience: Audience;
}

/** `locked`: sealed with a key that this computer has not got. `damaged`: it has, and it does not open. */
type OpenedFile = Uint8Array | 'locked' | 'damaged';

/** Puts files into one workspace's folder and reads what lies there, sealed where the team's folder is. */
export class FolderFiles {
  readonly isEncrypted: boolean;
  #fs: FileSystem;
  #folder: string;
  #keys: FolderKeys | null;

  constructor({ fs, file, context }: Workspace, folder: string) {
    this.#fs = fs;
    this.#folder = folder;
    this.isEncrypted = file.encryption !== null;
    this.#keys = openKeys(context.options.protector, file.encryption);
  }

  /** The keys are at hand, for a folder whose files have to be sealed. */
  get hasKeys(): boolean {
    return this.#keys !== null;
  }

  /** When this returns, what was given can be read back. Throws the file error otherwise. */
  async deliver({ audience, parts, bytes, signal }: OutgoingFile): Promise<void> {
    const delivery = { fs: this.#fs, folder: this.#folder, signal };
    if (!this.isEncrypted) return await deliverFile({ ...delivery, parts, bytes });
    const identity = this.#keys && identityIn(this.#keys, audience);
    // Never in plain where it was promised to be sealed.
    if (!identity) throw Object.assign(new Error('No key for this audience.'), { code: 'EACCES' });
    const sealedParts = [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${SEALED_ENDING}`];
    const path = join(this.#folder, ...sealedParts);
    if (await this.#holds(path, identity, sha256Hex(bytes))) return;
    const sealed = await sealFile(bytes, identity);
    await deliverFile({ ...delivery, parts: sealedParts, bytes: sealed });
  }

  /** What is in a file that was found there. */
  async open(bytes: Uint8Array, audience: Audience): Promise<OpenedFile> {
    if (!isSealedFile(bytes)) return bytes;
    const identity = this.#keys && identityIn(this.#keys, audience);
    if (!identity) return 'locked';
    return (await openSealedFile(bytes, identity)) ?? 'damaged';
  }

  /** Sealing the same twice gives different bytes: what is there is told by what is in it. */
  async #holds(path: string, identity: string, sha256: string): Promise<boolean> {
    const found = await orAbsent(this.#fs.readFile(path));
    const opened = found && (await openSealedFile(found, identity));
    return opened !== null && sha256Hex(opened) === sha256;
  }
}
