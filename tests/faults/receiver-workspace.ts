import { hash } from 'node:crypto';
import { batchPutPath } from '../../shared/endpoint/protocol.ts';
import type { BatchHeader } from '../../shared/stream/batch-format.ts';
import { keyFromSeed } from '../../electron/identity/device-key.ts';
import { memberToken, tokenHash } from '../../electron/identity/member-token.ts';
import type { ServedWorkspace } from '../../electron/receiver/receiver-store.ts';
import type { TestDevice } from '../electron/sync/parts/test-device.ts';

export const WORKSPACE = 'workspace-1';
const SEED = hash('sha256', 'the founder', 'buffer');
export const FOUNDER = keyFromSeed(SEED);
export const FOUNDER_TOKEN = memberToken(SEED, WORKSPACE);

export const SERVED: ServedWorkspace = {
  workspace: WORKSPACE,
  name: 'Team Lagoon',
  founderKey: FOUNDER.keyId,
  founderId: 'founder',
  founderTokenHash: tokenHash(FOUNDER_TOKEN),
};

export interface Upload {
  readonly sha256: string;
  readonly file: Uint8Array;
  /** The whole request, head and body. */
  readonly request: Uint8Array;
}

/** @param address where it says it comes from, behind the proxy: each device has its own */
function uploadOf(
  { stream, epoch }: Pick<BatchHeader, 'stream' | 'epoch'>,
  file: Uint8Array,
  token: string,
  address = '10.0.0.1',
): Upload {
  const sha256 = hash('sha256', file, 'hex');
  const path = batchPutPath({ workspace: WORKSPACE, stream, epoch, sha256 });
  const head = [
    `PUT ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    'content-type: application/octet-stream',
    `content-length: ${file.length}`,
    `x-forwarded-for: ${address}`,
    '\r\n',
  ].join('\r\n');
  return { sha256, file, request: Buffer.concat([Buffer.from(head, 'latin1'), file]) };
}

/** Everything a device wrote since `first`, as one upload. */
export const uploadFrom = (
  device: TestDevice,
  first: number,
  token: string,
  address?: string,
): Upload => uploadOf(device, device.batch(first), token, address);
