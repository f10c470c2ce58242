import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { fromHex, toHex } from '#shared/hex';
import type { IpcFailure } from '#shared/ipc';
import type { OpenedHandOver } from '#shared/ipc-outputs';
import { fail, ok, type Result } from '#shared/result';
import { objectIn } from '#shared/stream/batch-header';
import { verifySignature } from '../../identity/device-key.ts';
import { sha256Hex } from '../batch-tools.ts';
import type { Workspace } from '../workspace.ts';

/**
 * A hand-over as a file that says what it is, format 1, built as a batch file is: one JSON line, a body of
 * `encLen` bytes (gzip of JSON), one JSON line with the body's hash and an Ed25519 signature over
 * `"outlog-handover-v1\0"` ‖ the header line ‖ 0 ‖ the body's hash in hex.
 */
const FORMAT = 'outlog-handover';
const VERSION = 1;
export const HAND_OVER_MOST_BYTES = 16 * 1024 * 1024;
const RAW_MOST_BYTES = 64 * 1024 * 1024;
const HEADER_MOST_BYTES = 2_000;
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const headerSchema = z.object({
  format: z.literal(FORMAT),
  v: z.int().positive(),
  workspace: z.string(),
  member: z.string(),
  keyId: hex64,
  encLen: z.int().nonnegative(),
});
const trailerSchema = z.object({
  bodySha256: hex64,
  sig: z.string().regex(/^[0-9a-f]{128}$/),
  end: z.literal(`${FORMAT}-end`),
});

const messageOf = (header: string, bodySha256: string): Uint8Array =>
  Buffer.from(`outlog-handover-v1\0${header}\0${bodySha256}`, 'utf8');

/** Failures: `no-seat` where the member's key is not on this device. */
export function writeHandOver(
  ws: Workspace,
  memberId: string,
  text: string,
): Result<Uint8Array, IpcFailure> {
  const seat = ws.seats.get(memberId);
  if (!seat) return fail('no-seat', 'never');
  const body = gzipSync(Buffer.from(text, 'utf8'));
  const header = JSON.stringify({
    format: FORMAT,
    v: VERSION,
    workspace: ws.id,
    member: memberId,
    keyId: seat.key.keyId,
    encLen: body.length,
  });
  const bodySha256 = sha256Hex(body);
  const sig = toHex(seat.key.sign(messageOf(header, bodySha256)));
  const trailer = JSON.stringify({ bodySha256, sig, end: `${FORMAT}-end` });
  return ok(Buffer.concat([Buffer.from(`${header}\n`), body, Buffer.from(`${trailer}\n`)]));
}

/** Failures: `not-hand-over`, `hand-over-newer`, `hand-over-damaged`. Who signed it is for the reader to judge. */
export function readHandOver(file: Uint8Array): Result<OpenedHandOver, IpcFailure> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const headerEnd = bytes.subarray(0, HEADER_MOST_BYTES).indexOf(10);
  const headerText = headerEnd < 0 ? '' : bytes.subarray(0, headerEnd).toString('utf8');
  const header = headerSchema.safeParse(objectIn(headerText)).data;
  if (!header) return fail('not-hand-over', 'after-fix');
  if (header.v > VERSION) return fail('hand-over-newer', 'after-fix');
  const bodyEnd = headerEnd + 1 + header.encLen;
  const body = bytes.subarray(headerEnd + 1, bodyEnd);
  const trailer = trailerSchema.safeParse(objectIn(bytes.subarray(bodyEnd).toString('utf8'))).data;
  const isSound =
    trailer !== undefined &&
    sha256Hex(body) === trailer.bodySha256 &&
    verifySignature(header.keyId, messageOf(headerText, trailer.bodySha256), fromHex(trailer.sig));
  if (!isSound) return fail('hand-over-damaged', 'after-fix');
  try {
    const text = gunzipSync(body, { maxOutputLength: RAW_MOST_BYTES }).toString('utf8');
    return ok({ text, workspace: header.workspace, memberId: header.member, keyId: header.keyId });
  } catch {
    return fail('hand-over-damaged', 'after-fix');
  }
}
