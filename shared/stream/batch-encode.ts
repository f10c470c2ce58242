import { fromHex, toHex } from '../hex.ts';
import type { BatchHeader, BatchWriterTools } from './batch-format.ts';
import {
  BATCH_FORMAT,
  BATCH_LIMITS,
  BATCH_VERSION,
  RECORD_SCHEMA,
  signedMessage,
} from './batch-format.ts';
import { trailerText } from './batch-header.ts';
import { changeLine } from './chain.ts';
import type { Change } from './change.ts';

/** Who wrote the batch, and what it follows. */
export type BatchOrigin = Pick<
  BatchHeader,
  'workspace' | 'audience' | 'stream' | 'epoch' | 'member' | 'keyId' | 'prevBatch' | 'prevChain'
>;

/** Below this a gzip header costs more than it saves, and a plain body can be read by eye. */
const GZIP_FROM_BYTES = 512;

/**
 * The bytes of a batch file that holds `changes` (consecutive, already chained), or null where they do
 * not fit one file: the caller then seals fewer of them.
 */
export function encodeBatch(
  origin: BatchOrigin,
  changes: readonly Change[],
  tools: BatchWriterTools,
): Uint8Array | null {
  const [firstChange] = changes;
  const last = changes.at(-1);
  if (firstChange === undefined || last === undefined) return null;
  if (changes.length > BATCH_LIMITS.changeCount) return null;
  const raw = tools.encodeText(changes.map((change) => `${changeLine(change)}\n`).join(''));
  if (raw.length > BATCH_LIMITS.rawBytes) return null;
  const packed = raw.length >= GZIP_FROM_BYTES ? tools.gzip(raw) : raw;
  const isPacked = packed.length < raw.length;
  const body = isPacked ? packed : raw;
  const header: BatchHeader = {
    format: BATCH_FORMAT,
    v: BATCH_VERSION,
    minReader: BATCH_VERSION,
    schema: RECORD_SCHEMA,
    workspace: origin.workspace,
    audience: origin.audience,
    stream: origin.stream,
    epoch: origin.epoch,
    member: origin.member,
    first: firstChange.seq,
    count: changes.length,
    prevBatch: origin.prevBatch,
    prevChain: origin.prevChain,
    keyId: origin.keyId,
    codec: isPacked ? 'gzip' : 'none',
    rawLen: raw.length,
    encLen: body.length,
  };
  const file = joinParts(header, body, last.h, tools);
  return file.length > BATCH_LIMITS.fileBytes ? null : file;
}

function joinParts(
  header: BatchHeader,
  body: Uint8Array,
  chain: string,
  tools: BatchWriterTools,
): Uint8Array {
  const headerText = JSON.stringify(header);
  const bodyHash = tools.sha256(body);
  const message = signedMessage(
    tools.sha256(tools.encodeText(headerText)),
    bodyHash,
    fromHex(chain),
  );
  const sig = toHex(tools.sign(message));
  const trailer = trailerText({ bodySha256: toHex(bodyHash), chain, sig });
  const head = tools.encodeText(`${headerText}\n`);
  const tail = tools.encodeText(`${trailer}\n`);
  const file = new Uint8Array(head.length + body.length + tail.length);
  file.set(head, 0);
  file.set(body, head.length);
  file.set(tail, head.length + body.length);
  return file;
}
