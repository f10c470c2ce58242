/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in hex. Synchronous and without a platform's crypto,
 * because ids of imported rows are made by the hundred thousand wherever the table is read.
 */
export function sha256Hex(text: string): string {
  const length = writeUtf8(text);
  const end = writePadding(length);
  const state = new Int32Array(INITIAL);
  for (let at = 0; at < end; at += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(at + i * 4);
    compress(state, words);
  }
  let hex = '';
  for (const word of state) hex += (word >>> 0).toString(16).padStart(8, '0');
  return hex;
}

/** Used again for every text: a hundred thousand hashes must not leave a hundred thousand buffers. */
const words = new Int32Array(64);
let bytes = new Uint8Array(4096);
let view = new DataView(bytes.buffer);

/** A lone surrogate becomes U+FFFD, as in the Encoding Standard. Returns how many bytes were written. */
function writeUtf8(text: string): number {
  // Three bytes a code unit at most, and room for the padding.
  reserve(text.length * 3 + 72);
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const whole = text.codePointAt(i) ?? 0;
      code = whole > 0xffff ? whole : 0xfffd;
      if (whole > 0xffff) i += 1;
    }
    if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
      else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[at++] = 0x80 | (code & 63);
  }
  return at;
}

/** The bit 1, zeros, and the length in bits, up to a whole block. Returns where that ends. */
function writePadding(length: number): number {
  const end = ((length + 8) >> 6) * 64 + 64;
  bytes.fill(0, length, end);
  bytes[length] = 0x80;
  view.setUint32(end - 8, Math.floor(length / 2 ** 29));
  view.setUint32(end - 4, (length << 3) >>> 0);
  return end;
}

function reserve(length: number): void {
  if (bytes.length >= length) return;
  bytes = new Uint8Array(length * 2);
  view = new DataView(bytes.buffer);
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
