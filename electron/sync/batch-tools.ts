import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BatchReaderTools, BatchWriterTools } from '#shared/stream/batch-format';
import { verifySignature, type DeviceKey } from '../identity/device-key.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const sha256Hex = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
export const hashText = (text: string): string => hash('sha256', text, 'hex');

/** As zlib demands. */
const SMALLEST_CHUNK_BYTES = 64;

/** Node's part in reading a batch file. */
export const readerTools: BatchReaderTools = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  hashText,
  decodeText: (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  },
  gunzip: (bytes, maxBytes) => {
    try {
      // In one piece: what it gives is known, and joining many small ones takes longer than unpacking them.
      const chunkSize = maxBytes + SMALLEST_CHUNK_BYTES;
      return gunzipSync(bytes, { maxOutputLength: maxBytes, chunkSize });
    } catch {
      return null;
    }
  },
  verify: verifySignature,
};

/** Node's part in writing a batch file as the device with this key. */
export const writerTools = (key: DeviceKey): BatchWriterTools => ({
  sha256: readerTools.sha256,
  encodeText: (text) => Buffer.from(text, 'utf8'),
  gzip: (bytes) => gzipSync(bytes),
  sign: key.sign,
});
