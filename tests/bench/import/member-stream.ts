import { encodeBatch } from '#shared/stream/batch-encode';
import type { BatchOrigin } from '#shared/stream/batch-encode';
import { batchPath, streamIdOf } from '#shared/stream/batch-format';
import { chainedHash } from '#shared/stream/chain';
import type { Change } from '#shared/stream/change';
import { GENESIS_HASH, memberAudience, streamKey } from '#shared/stream/change';
import { formatHlc } from '#shared/stream/clock';
import { keyFromSeed } from '../../../electron/identity/device-key.ts';
import type { DeviceKey } from '../../../electron/identity/device-key.ts';
import { proveJoin } from '../../../electron/identity/join-proof.ts';
import { hashText, sha256Hex, writerTools } from '../../../electron/sync/batch-tools.ts';
import type { HistoryChange } from './member-history.ts';

/** What a device that was away for long seals at once: well within a file. */
const BATCH_CHANGES = 1_000;
/** Of every member's stream. */
export const EPOCH = '0000beef';

export interface InvitedMember {
  readonly workspace: string;
  readonly memberId: string;
  readonly inviteKey: DeviceKey;
  /** 32 bytes that the device's key is made of. */
  readonly seed: Uint8Array;
}

export interface StreamFile {
  /** Below the workspace's directory of a sync folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The batches that a member's device would have written: signed, chained, begun with its proof of joining. */
export function* memberStream(
  { workspace, memberId, inviteKey, seed }: InvitedMember,
  history: Iterable<HistoryChange>,
): Generator<StreamFile> {
  const key = keyFromSeed(seed);
  const audience = memberAudience(memberId);
  const stream = streamIdOf(hashText, key.keyId, audience);
  const origin = { workspace, audience, stream, epoch: EPOCH, member: memberId, keyId: key.keyId };
  const directory = `${audience}/${streamKey(origin)}`;
  const proof = proveJoin(inviteKey, { workspace, memberId, keyId: key.keyId });
  const device = { inviteKey: inviteKey.keyId, memberId, name: 'Laptop', proof };
  let previous: Pick<BatchOrigin, 'prevBatch' | 'prevChain'> = {
    prevBatch: null,
    prevChain: GENESIS_HASH,
  };
  let changes: Change[] = [];
  let [h, seq] = [GENESIS_HASH, 0];
  const chain = (ms: number, type: string, id: string, fields: Change['fields']): void => {
    seq += 1;
    const unchained = { seq, hlc: formatHlc({ ms, counter: 0 }), type, id, fields };
    h = chainedHash(hashText, h, unchained);
    changes.push({ ...unchained, h });
  };
  const seal = (): StreamFile => {
    const bytes = encodeBatch({ ...origin, ...previous }, changes, writerTools(key));
    const [first] = changes;
    if (!bytes || !first) throw new Error('the changes do not fit one file');
    const sha256 = sha256Hex(bytes);
    const header = { first: first.seq, count: changes.length };
    previous = { prevBatch: sha256, prevChain: h };
    changes = [];
    return { path: `${directory}/${batchPath(header, first.hlc, sha256)}`, bytes };
  };
  for (const { atMs, id, fields } of history) {
    if (seq === 0) chain(atMs - 1, 'device', key.keyId, device);
    chain(atMs, 'deliverable', id, fields);
    if (changes.length >= BATCH_CHANGES) yield seal();
  }
  if (changes.length > 0) yield seal();
}
