import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import { looksBinary, refuseBySignature } from './recognise-format.ts';
import type { TableFailure } from './table-failure.ts';
import { TABLE_LIMITS } from './table-failure.ts';

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Strict decoding of bytes without a byte-order mark; null where they are not of that encoding. Passed in: `shared` has no TextDecoder. */
export type DecodeBytes = (bytes: Uint8Array, encoding: Encoding) => string | null;

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Nothing in the file says the encoding, and its bytes fit several: the reader should look. */
  readonly isGuessed: boolean;
  readonly hasBom: boolean;
  /** NUL characters that were left out. */
  readonly nulCount: number;
}

/** Bytes of a file to text: by its byte-order mark, else strict UTF-8, else Windows-1252; `wanted` overrules all. */
export function decodeText(
  bytes: Uint8Array,
  decode: DecodeBytes,
  wanted: Encoding | null = null,
): Result<DecodedText, TableFailure> {
  if (bytes.length > TABLE_LIMITS.fileBytes) {
    return fail('table-too-large', 'after-fix', { limit: TABLE_LIMITS.fileBytes });
  }
  if (bytes.length === 0) return fail('table-empty', 'after-fix');
  const refused = refuseBySignature(bytes);
  if (refused) return { ok: false, error: refused };
  const bom = bomOf(bytes);
  const body = bom ? bytes.subarray(bom.length) : bytes;
  if (wanted) return decodedAs(body, wanted, decode, false, bom !== null);
  if (bom) return decodedAs(body, bom.encoding, decode, false, true);
  const wide = guessUtf16(bytes);
  if (wide) return decodedAs(body, wide, decode, false, false);
  if (looksBinary(bytes)) return fail('table-binary', 'after-fix', { format: '' });
  const utf8 = decode(body, 'utf-8');
  if (utf8 !== null) return ok(withoutNuls(utf8, 'utf-8', false, false));
  return decodedAs(body, 'windows-1252', decode, true, false);
}

function decodedAs(
  body: Uint8Array,
  encoding: Encoding,
  decode: DecodeBytes,
  isGuessed: boolean,
  hasBom: boolean,
): Result<DecodedText, TableFailure> {
  const text = decode(body, encoding);
  return text === null
    ? fail('table-bad-encoding', 'after-fix', { encoding })
    : ok(withoutNuls(text, encoding, isGuessed, hasBom));
}

function withoutNuls(
  text: string,
  encoding: Encoding,
  isGuessed: boolean,
  hasBom: boolean,
): DecodedText {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return { text: clean, encoding, isGuessed, hasBom, nulCount: text.length - clean.length };
}

function bomOf(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: Western text has a zero in every other byte. */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  const end = Math.min(bytes.length & ~1, 4096);
  if (end < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = end / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** Words with letters beyond ASCII, by which a reader sees at a glance whether the encoding is right. */
export function tellingWords(text: string, limit: number): readonly string[] {
  const words = new Set<string>();
  for (const { index } of text.matchAll(/\P{ASCII}/gu)) {
    words.add(wordAt(text, index));
    if (words.size >= limit) break;
  }
  return [...words];
}

const WORD_REACH = 24;

function wordAt(text: string, index: number): string {
  const before = /[^\s,;|"]*$/.exec(text.slice(Math.max(0, index - WORD_REACH), index));
  const after = /^[^\s,;|"]*/.exec(text.slice(index, index + WORD_REACH));
  return `${before?.[0] ?? ''}${after?.[0] ?? ''}`;
}
