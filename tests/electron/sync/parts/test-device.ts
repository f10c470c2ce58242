import { createHash } from 'node:crypto';
import type { BatchHeader } from '#shared/stream/batch-format';
import { streamIdOf } from '#shared/stream/batch-format';
import { encodeBatch } from '#shared/stream/batch-encode';
import { chainedHash } from '#shared/stream/chain';
import { type Audience, type Change, type Fields, GENESIS_HASH } from '#shared/stream/change';
import { formatHlc } from '#shared/stream/clock';
import { keyFromSeed, type DeviceKey } from '../../../../electron/identity/device-key.ts';
import { proveJoin } from '../../../../electron/identity/join-proof.ts';
import { hashText, sha256Hex, writerTools } from '../../../../electron/sync/batch-tools.ts';

/** A key that is the same for the same words. */
export const testKey = (words: string): DeviceKey =>
  keyFromSeed(createHash('sha256').update(words).digest());

export interface TestDeviceOptions {
  readonly workspace: string;
  readonly member: string;
  readonly audience: Audience;
  readonly key?: DeviceKey;
  readonly epoch?: string;
  /** Makes the first change an invited device's, proven by this key. */
  readonly invite?: DeviceKey;
}

const FIRST_MS = Date.UTC(2026, 10, 2, 8);

/** A colleague's device, without a program around it: writes changes and cuts them into batches at will. */
export class TestDevice {
  readonly changes: Change[] = [];
  readonly key: DeviceKey;
  readonly stream: string;
  readonly epoch: string;
  readonly #options: TestDeviceOptions;

  constructor(options: TestDeviceOptions) {
    this.#options = options;
    this.key = options.key ?? testKey(options.member);
    this.stream = streamIdOf(hashText, this.key.keyId, options.audience);
    this.epoch = options.epoch ?? '0a0b0c0d';
    if (options.invite) this.write('device', this.key.keyId, this.#deviceFields(options.invite));
  }

  get h(): string {
    return this.changes.at(-1)?.h ?? GENESIS_HASH;
  }

  write(type: string, id: string, fields: Fields, atMs = FIRST_MS + this.changes.length * 1000) {
    const hlc = formatHlc({ ms: atMs, counter: 0 });
    const unchained = { seq: this.changes.length + 1, hlc, type, id, fields };
    const change = { ...unchained, h: chainedHash(hashText, this.h, unchained) };
    this.changes.push(change);
    return change;
  }

  writeMany(count: number, words = 'entry'): this {
    for (let i = 0; i < count; i += 1) {
      const fields = { title: `${words} ${i}`, quantity: i, note: 'n'.repeat(i % 40) };
      this.write('deliverable', `202611-${words}${i}`, fields);
    }
    return this;
  }

  /** The file that holds `first` to `last`, as this device would have sealed it. */
  batch(first = 1, last = this.changes.length, header: Partial<BatchHeader> = {}): Uint8Array {
    const origin = {
      workspace: this.#options.workspace,
      audience: this.#options.audience,
      stream: this.stream,
      epoch: this.epoch,
      member: this.#options.member,
      keyId: this.key.keyId,
      prevBatch: first === 1 ? null : sha256Hex(Buffer.from(String(first))),
      prevChain: this.changes[first - 2]?.h ?? GENESIS_HASH,
      ...header,
    };
    const file = encodeBatch(origin, this.changes.slice(first - 1, last), writerTools(this.key));
    if (file === null) throw new Error('These changes do not fit one batch.');
    return file;
  }

  /** All changes, cut after the given sequence numbers. */
  batches(...cuts: readonly number[]): readonly Uint8Array[] {
    const ends = [...cuts, this.changes.length];
    return ends.map((last, i) => this.batch((ends[i - 1] ?? 0) + 1, last));
  }

  /** A twin that shares the first `count` changes and then goes its own way. */
  cloneAt(count: number): TestDevice {
    const { invite: _, ...options } = this.#options;
    const twin = new TestDevice({ ...options, key: this.key, epoch: this.epoch });
    twin.changes.push(...this.changes.slice(0, count));
    return twin;
  }

  #deviceFields(invite: DeviceKey): Fields {
    const { workspace, member } = this.#options;
    const joining = { workspace, memberId: member, keyId: this.key.keyId };
    return { memberId: member, inviteKey: invite.keyId, proof: proveJoin(invite, joining) };
  }
}
