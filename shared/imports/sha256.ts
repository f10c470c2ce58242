/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in hex. Synchronous and without a platform's crypto,
 * because ids of imported rows are made by the hundred thousand wherever the table is read.
 */
export function sha256Hex(text: string): string {
  const blocks = padded(text);
  const state = new Int32Array(INITIAL);
  const words = new Int32Array(64);
  for (let at = 0; at < blocks.length; at += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = blocks.getInt32(at + i * 4);
    compress(state, words);
  }
  let hex = '';
  for (const word of state) hex += (word >>> 0).toString(16).padStart(8, '0');
  return hex;
}

interface Blocks {
  readonly length: number;
  getInt32(at: number): number;
}

function padded(text: string): Blocks {
  const utf8 = utf8Bytes(text);
  const length = ((utf8.length + 8) >> 6) * 64 + 64;
  const bytes = new Uint8Array(length);
  bytes.set(utf8);
  bytes[utf8.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(length - 8, Math.floor(utf8.length / 2 ** 29));
  view.setUint32(length - 4, (utf8.length << 3) >>> 0);
  return { length, getInt32: (at) => view.getInt32(at) };
}

/** A lone surrogate becomes U+FFFD, as in the Encoding Standard. */
function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const char of text) {
    let code = char.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
      bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
  }
  return bytes;
}

/** The first 32 bits of the fractional parts of the roots of the first primes. */
function rootFractions(count: number, root: (prime: number) => number): number[] {
  const fractions: number[] = [];
  for (let n = 2; fractions.length < count; n += 1) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) isPrime = false;
    if (isPrime) fractions.push(((root(n) % 1) * 2 ** 32) | 0);
  }
  return fractions;
}

const INITIAL = rootFractions(8, Math.sqrt);
const ROUNDS = new Int32Array(rootFractions(64, Math.cbrt));

const rotated = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

function compress(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const x = w[i - 15] ?? 0;
    const y = w[i - 2] ?? 0;
    const s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
    const s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
    w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + (ROUNDS[i] ?? 0) + (w[i] ?? 0)) | 0;
    const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + s0 + majority) | 0;
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + value;
}
