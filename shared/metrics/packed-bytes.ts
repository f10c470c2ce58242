/** Whole numbers in as few bytes as they need (LEB128: seven bits a byte, the lowest first). */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A whole number from 0 to 2^53 − 1. */
  whole(value: number): void {
    this.#makeRoom(8);
    let left = value;
    while (left >= 0x80) {
      this.#bytes[this.#length++] = (left & 0x7f) | 0x80;
      left = left < 0x8000_0000 ? left >>> 7 : Math.floor(left / 0x80);
    }
    this.#bytes[this.#length++] = left;
  }

  /** Any number: a small whole one in a byte or two, any other in nine. */
  amount(value: number): void {
    if (value >= 0 && Number.isInteger(value) && Number.isSafeInteger(value * 2)) {
      this.whole(value * 2);
      return;
    }
    this.whole(NO_WHOLE);
    this.#makeRoom(8);
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value);
    this.#length += 8;
  }

  append(other: ByteWriter): void {
    this.#makeRoom(other.#length);
    this.#bytes.set(other.#bytes.subarray(0, other.#length), this.#length);
    this.#length += other.#length;
  }

  /** Begins anew in the same room. */
  clear(): void {
    this.#length = 0;
  }

  /** What was written, as bytes of its own. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #makeRoom(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Odd, as no whole amount is written. */
const NO_WHOLE = 1;

/** Reads what `ByteWriter` wrote, in the same order. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  whole(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 0x80;
    do {
      byte = bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    } while (byte >= 0x80);
    return value;
  }

  amount(): number {
    const value = this.whole();
    if (value !== NO_WHOLE) return value / 2;
    const { buffer, byteOffset } = this.bytes;
    const amount = new DataView(buffer, byteOffset).getFloat64(this.at);
    this.at += 8;
    return amount;
  }
}
