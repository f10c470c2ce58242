import type { DecodeBytes } from '#shared/imports/decode-text';

/** Strict: bytes that are not of the encoding are no text of it. The mark is taken off before. */
export const decodeBytes: DecodeBytes = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};
