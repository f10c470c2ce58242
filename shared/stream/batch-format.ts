import type { BatchProblem } from '../ipc-failures.ts';
import { parseHlc } from './clock.ts';
import type { Audience, Hlc } from './change.ts';
import type { HashText } from './chain.ts';

/**
 * Batch file, format 1: a header line, a body of exactly `encLen` bytes (JSON lines, plain or gzip),
 * a trailer line. The header is the bytes up to its line feed, without it. The signature is Ed25519 over
 * `"outlog-batch-v1\0"` ‖ SHA-256(header) ‖ SHA-256(body) ‖ the 32 bytes of the last change's `h`.
 * Any change of what is written needs a new version: tests/fixtures/frozen holds files of each.
 */
export const BATCH_VERSION = 1;
export const BATCH_FORMAT = 'outlog-batch';
export const BATCH_END = 'outlog-end';
/** The version of the records' fields inside. */
export const RECORD_SCHEMA = 1;

/** Checked before anything is allocated for what a file claims to hold. */
export const BATCH_LIMITS = {
  fileBytes: 1024 * 1024,
  rawBytes: 8 * 1024 * 1024,
  changeCount: 5_000,
  changeBytes: 64 * 1024,
  depth: 16,
  headerBytes: 4 * 1024,
  trailerBytes: 1024,
} as const;

export interface BatchHeader {
  readonly format: typeof BATCH_FORMAT;
  readonly v: number;
  readonly minReader: number;
  readonly schema: number;
  readonly workspace: string;
  readonly audience: Audience;
  readonly stream: string;
  readonly epoch: string;
  readonly member: string;
  readonly first: number;
  readonly count: number;
  /** SHA-256 of the stream's file before this one, or null for the first. A hint: the chain is what binds. */
  readonly prevBatch: string | null;
  /** `h` of the change before `first`. */
  readonly prevChain: string;
  readonly keyId: string;
  readonly codec: 'none' | 'gzip';
  readonly rawLen: number;
  readonly encLen: number;
}

export interface BatchTrailer {
  readonly bodySha256: string;
  /** `h` of the last change. */
  readonly chain: string;
  readonly sig: string;
}

/** What reading needs from the platform. */
export interface BatchReaderTools {
  sha256(bytes: Uint8Array): Uint8Array;
  readonly hashText: HashText;
  /** Null where the bytes are no UTF-8. */
  decodeText(bytes: Uint8Array): string | null;
  /** Null where the bytes are no gzip, or give more than `maxBytes`. */
  gunzip(bytes: Uint8Array, maxBytes: number): Uint8Array | null;
  verify(keyId: string, message: Uint8Array, signature: Uint8Array): boolean;
}

/** What writing needs from the platform. `sign` uses the key that the header names. */
export interface BatchWriterTools {
  sha256(bytes: Uint8Array): Uint8Array;
  encodeText(text: string): Uint8Array;
  gzip(bytes: Uint8Array): Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export type BatchFailure = { readonly ok: false; readonly problem: BatchProblem };
export const refuse = (problem: BatchProblem): BatchFailure => ({ ok: false, problem });

export const lastSeqOf = ({ first, count }: Pick<BatchHeader, 'first' | 'count'>): number =>
  first + count - 1;

/** First 32 hex digits of SHA-256("outlog-stream-v1\0" ‖ key id ‖ audience). */
export const streamIdOf = (hashText: HashText, keyId: string, audience: Audience): string =>
  hashText(`outlog-stream-v1\0${keyId}${audience}`).slice(0, 32);

const SIGNATURE_CONTEXT = Uint8Array.from('outlog-batch-v1\0', (letter) => letter.charCodeAt(0));

/** What a batch's signature covers. */
export function signedMessage(
  headerHash: Uint8Array,
  bodyHash: Uint8Array,
  chain: Uint8Array,
): Uint8Array {
  const message = new Uint8Array(SIGNATURE_CONTEXT.length + 96);
  message.set(SIGNATURE_CONTEXT, 0);
  message.set(headerHash, SIGNATURE_CONTEXT.length);
  message.set(bodyHash, SIGNATURE_CONTEXT.length + 32);
  message.set(chain, SIGNATURE_CONTEXT.length + 64);
  return message;
}

/** A batch's own name, also with what an encrypted file's ends in: a copy of one has another. */
const FILE_NAME = /^b-(\d{12,15})-(\d{1,15})-[0-9a-f]{16}\.outlog(?:\.age)?$/;

/** How many changes a batch file holds by its name, which anybody may have given it; 0 of any other name. */
export function changesNamedIn(fileName: string): number {
  const [, first, last] = FILE_NAME.exec(fileName) ?? [];
  const count = Number(last) - Number(first) + 1;
  return count > 0 && count <= BATCH_LIMITS.changeCount ? count : 0;
}

/** `<yyyymm>/b-<first>-<last>-<hash>.outlog`, the month being that of the first change's clock in UTC. */
export function batchPath(
  header: Pick<BatchHeader, 'first' | 'count'>,
  firstHlc: Hlc,
  fileSha256: string,
): string {
  const iso = new Date(parseHlc(firstHlc)?.ms ?? 0).toISOString();
  const month = /^[+-]/.test(iso) ? '999912' : iso.slice(0, 4) + iso.slice(5, 7);
  const first = String(header.first).padStart(12, '0');
  return `${month}/b-${first}-${lastSeqOf(header)}-${fileSha256.slice(0, 16)}.outlog`;
}
