import { crc32c } from './crc32c.ts';

/** A frame: payload length and CRC-32C of the payload (both 32 bits, little-endian), then JSON in UTF-8. */
export const FRAME_HEAD_BYTES = 8;
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

export function encodeFrame(value: unknown): Buffer {
  const text = JSON.stringify(value);
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(FRAME_HEAD_BYTES + length);
  frame.write(text, FRAME_HEAD_BYTES);
  frame.writeUInt32LE(length, 0);
  frame.writeUInt32LE(crc32c(frame.subarray(FRAME_HEAD_BYTES)), 4);
  return frame;
}

/** The payload's length that a frame at `offset` claims, or null where there is no room for a frame's head. */
export function payloadLengthAt(bytes: Buffer, offset: number): number | null {
  return offset + FRAME_HEAD_BYTES <= bytes.length ? bytes.readUInt32LE(offset) : null;
}

export interface FrameAt {
  readonly value: unknown;
  readonly end: number;
}

/** The whole, sound frame at `offset`, or null: torn, damaged, or the end. */
export function readFrame(bytes: Buffer, offset: number): FrameAt | null {
  const length = payloadLengthAt(bytes, offset);
  if (length === null || length === 0 || length > MAX_PAYLOAD_BYTES) return null;
  const start = offset + FRAME_HEAD_BYTES;
  const end = start + length;
  if (end > bytes.length) return null;
  const payload = bytes.subarray(start, end);
  if (crc32c(payload) !== bytes.readUInt32LE(offset + 4)) return null;
  return { value: JSON.parse(payload.toString('utf8')), end };
}
