import { fromHex, toHex } from '../hex.ts';
import type { BatchProblem } from '../ipc-failures.ts';
import { mayEscapeSurrogates } from './canonical.ts';
import type { BatchFailure, BatchHeader, BatchReaderTools, BatchTrailer } from './batch-format.ts';
import { BATCH_FORMAT, BATCH_LIMITS, refuse, signedMessage, streamIdOf } from './batch-format.ts';
import { type ChangeHead, readChanges } from './batch-changes.ts';
import { parseHeader, parseTrailer } from './batch-header.ts';
import type { Change } from './change.ts';

/** A batch file's three parts, before anything inside is believed. */
export interface BatchParts {
  readonly ok: true;
  readonly header: BatchHeader;
  readonly trailer: BatchTrailer;
  readonly headerBytes: Uint8Array;
  readonly body: Uint8Array;
}

export interface VerifiedBatch {
  readonly ok: true;
  readonly header: BatchHeader;
  readonly trailer: BatchTrailer;
  /** Of each change all but what it says. For looking: each keeps the whole batch's text alive. */
  readonly heads: readonly ChangeHead[];
  /** What one says, read when it is asked for; counted from the end where the index is negative. */
  readonly changeAt: (index: number) => Change | undefined;
  readonly changes: readonly Change[];
}

const LINE_FEED = 10;
const MAGIC = `{"format":"${BATCH_FORMAT}"`;

/** Takes a file apart and checks lengths; no hash, no signature, nothing unpacked. */
export function splitBatch(file: Uint8Array, tools: BatchReaderTools): BatchParts | BatchFailure {
  if (file.length > BATCH_LIMITS.fileBytes) return refuse('batch-too-large');
  const headerEnd = file.subarray(0, BATCH_LIMITS.headerBytes).indexOf(LINE_FEED);
  if (headerEnd < 0) return refuse(problemWithoutHeader(file, tools));
  const headerBytes = file.subarray(0, headerEnd);
  const headerText = tools.decodeText(headerBytes);
  const header = headerText === null ? 'batch-not-outlog' : parseHeader(headerText);
  if (typeof header === 'string') return refuse(header);
  const bodyEnd = headerEnd + 1 + header.encLen;
  if (bodyEnd > file.length) return refuse('batch-truncated');
  const tail = file.subarray(bodyEnd);
  if (tail.length > BATCH_LIMITS.trailerBytes) return refuse('batch-damaged');
  if (tail.at(-1) !== LINE_FEED) return refuse('batch-truncated');
  const trailerText = tools.decodeText(tail.subarray(0, -1));
  const trailer = trailerText === null ? null : parseTrailer(trailerText);
  if (trailer === null) return refuse('batch-damaged');
  return { ok: true, header, trailer, headerBytes, body: file.subarray(headerEnd + 1, bodyEnd) };
}

/** An empty or cut-off file is one still on its way, not somebody else's. */
function problemWithoutHeader(file: Uint8Array, tools: BatchReaderTools): BatchProblem {
  const start = tools.decodeText(file.subarray(0, MAGIC.length)) ?? '?';
  return MAGIC.startsWith(start) ? 'batch-truncated' : 'batch-not-outlog';
}

/**
 * Everything in a batch file, believed: lengths, hashes, signature, stream id, every change and the
 * chain through them. All or nothing. Whether its device may write there is asked elsewhere.
 */
export function decodeBatch(
  file: Uint8Array,
  tools: BatchReaderTools,
): VerifiedBatch | BatchFailure {
  const parts = splitBatch(file, tools);
  if (!parts.ok) return parts;
  const { header, trailer } = parts;
  const bodyHash = tools.sha256(parts.body);
  if (toHex(bodyHash) !== trailer.bodySha256) return refuse('batch-damaged');
  const message = signedMessage(tools.sha256(parts.headerBytes), bodyHash, fromHex(trailer.chain));
  const isSigned =
    tools.verify(header.keyId, message, fromHex(trailer.sig)) &&
    streamIdOf(tools.hashText, header.keyId, header.audience) === header.stream;
  if (!isSigned) return refuse('batch-signature');
  const raw = unpackBody(parts, tools);
  if (raw === null) return refuse('batch-damaged');
  const text = textOf(raw, header.count, tools);
  if (typeof text !== 'string') return text;
  const lines = text.slice(0, -1).split('\n');
  // As many letters as bytes: all of it is ASCII.
  const isPlain = text.length === raw.length && !mayEscapeSurrogates(text);
  const read = readChanges(lines, header, tools.hashText, isPlain);
  if (typeof read === 'string') return refuse(read);
  const { heads } = read;
  if (heads.at(-1)?.h !== trailer.chain) return refuse('batch-damaged');
  return {
    ok: true,
    header,
    trailer,
    heads,
    changeAt: (index) => read.at(index),
    get changes() {
      return read.all();
    },
  };
}

/** The body's JSON lines as bytes, or null where it does not give exactly what the header says. */
export function unpackBody(
  { header, body }: Pick<BatchParts, 'header' | 'body'>,
  tools: BatchReaderTools,
): Uint8Array | null {
  const raw = header.codec === 'gzip' ? tools.gunzip(body, header.rawLen) : body;
  return raw?.length === header.rawLen ? raw : null;
}

/** Lengths are measured in the bytes before one line is turned into text. */
function textOf(raw: Uint8Array, count: number, tools: BatchReaderTools): string | BatchFailure {
  let start = 0;
  for (let seen = 0; seen < count; seen += 1) {
    const end = raw.indexOf(LINE_FEED, start);
    if (end < 0) return refuse('batch-damaged');
    if (end - start > BATCH_LIMITS.changeBytes) return refuse('batch-too-large');
    start = end + 1;
  }
  if (start !== raw.length) return refuse('batch-damaged');
  return tools.decodeText(raw) ?? refuse('batch-damaged');
}
