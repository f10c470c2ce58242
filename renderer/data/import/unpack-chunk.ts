import { type ChunkPart, rawLengthOf } from '#shared/stream/chunk-part';
import type { IncomingChunk } from './importer.ts';

/** A chunk whose JSON lines can be read. */
export interface UnpackedChunk extends Omit<IncomingChunk, 'parts'> {
  readonly lines: Uint8Array;
}

/** Rejects with an `isUnpackFailure` where a part does not give exactly the bytes that it names. */
export async function unpackChunk({ parts, ...chunk }: IncomingChunk): Promise<UnpackedChunk> {
  return { ...chunk, lines: await unpackParts(parts) };
}

const UNPACK_FAILURE = 'UnpackFailure';

/** A part could not be unpacked here, or in the worker, which tells the name alone. */
export const isUnpackFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === UNPACK_FAILURE;

const unpackFailure = (problem: string): Error =>
  Object.assign(new Error(`A part of a chunk ${problem}`), { name: UNPACK_FAILURE });

async function unpackParts(parts: readonly ChunkPart[]): Promise<Uint8Array> {
  const [only] = parts;
  if (parts.length === 1 && only?.codec === 'none') return plainLines(only);
  const lines = new Uint8Array(rawLengthOf(parts));
  let at = 0;
  for (const part of parts) {
    const target = lines.subarray(at, at + part.rawLen);
    if (part.codec === 'none') target.set(plainLines(part));
    else await unpackInto(target, part.bytes);
    at += part.rawLen;
  }
  return lines;
}

function plainLines({ bytes, rawLen }: ChunkPart): Uint8Array {
  if (bytes.length !== rawLen) throw unpackFailure(`has ${bytes.length} bytes, not ${rawLen}`);
  return bytes;
}

/** Stops at the first byte too many. */
async function unpackInto(target: Uint8Array, packed: Uint8Array): Promise<void> {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  const fed = feed(writable, packed);
  let at = 0;
  try {
    for (let next = await nextOf(reader); next; next = await nextOf(reader)) {
      if (at + next.length > target.length)
        throw unpackFailure(`gives more than ${target.length} bytes`);
      target.set(next, at);
      at += next.length;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    await fed;
  }
  if (at !== target.length) throw unpackFailure(`gives ${at} bytes, not ${target.length}`);
}

/** A little at a time: what one write gives is unpacked whole, however much it is. */
const FED_BYTES = 64 * 1024;

/** What goes wrong here is told to whoever reads. */
async function feed(writable: WritableStream<BufferSource>, packed: Uint8Array): Promise<void> {
  const writer = writable.getWriter();
  try {
    for (let at = 0; at < packed.length; at += FED_BYTES) {
      await writer.write(packed.slice(at, at + FED_BYTES));
    }
    await writer.close();
  } catch {
    // The reader fails too.
  }
}

async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | null> {
  try {
    const { value } = await reader.read();
    return value ?? null;
  } catch {
    throw unpackFailure('is no gzip');
  }
}
