import { batchPutPath } from '../../../shared/endpoint/protocol.ts';
import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import type { TestDevice } from '../../electron/sync/parts/test-device.ts';
import { WORKSPACE } from '../../electron/receiver/parts/team-over.ts';

export type HeaderLine = readonly [name: string, value: string];

export interface Written {
  readonly method?: string;
  readonly path: string;
  readonly token?: string | null;
  readonly headers?: readonly HeaderLine[];
  readonly body?: Uint8Array;
  /** Said of the body instead of the truth; null: nothing. */
  readonly length?: string | null;
  readonly type?: string | null;
}

/** A request as it goes over the wire, with every freedom to be wrong. */
export function writeRequest(written: Written): Uint8Array {
  const { method = 'GET', path, token = null, headers = [], body, length, type } = written;
  const lines: HeaderLine[] = [['Host', '127.0.0.1']];
  if (token !== null) lines.push(['Authorization', `Bearer ${token}`]);
  const said = length === undefined ? body && String(body.length) : length;
  if (said !== undefined && said !== null) lines.push(['Content-Length', said]);
  const kind = type === undefined ? body && 'application/octet-stream' : type;
  if (kind !== undefined && kind !== null) lines.push(['Content-Type', kind]);
  const head = [
    `${method} ${path} HTTP/1.1`,
    ...[...lines, ...headers].map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), body ?? new Uint8Array()]);
}

/** Where a batch of this log belongs. */
export const placeOf = ({ stream, epoch }: TestDevice, file: Uint8Array): string =>
  batchPutPath({ workspace: WORKSPACE, stream, epoch, sha256: sha256Hex(file) });

export const putRequest = (
  token: string | null,
  log: TestDevice,
  file: Uint8Array,
  change: Partial<Written> = {},
): Uint8Array =>
  writeRequest({ method: 'PUT', path: placeOf(log, file), token, body: file, ...change });
