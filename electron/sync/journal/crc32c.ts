/** CRC-32C (Castagnoli, RFC 3720 appendix B.4), eight bytes a step ("slicing by 8", Kounavis and Berry 2005). */
const POLYNOMIAL = 0x82f63b78;
const TABLE_SIZE = 256;

/** Eight tables in a row: the k-th gives a byte's effect after k more zero bytes. */
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(8 * TABLE_SIZE);
  for (let byte = 0; byte < TABLE_SIZE; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = TABLE_SIZE; i < tables.length; i += 1) {
    const before = at(tables, i - TABLE_SIZE);
    tables[i] = at(tables, before & 255) ^ (before >>> 8);
  }
  return tables;
}

/** Indexes below are masked to the tables' length or checked against the bytes'. */
function at(numbers: Int32Array | Uint8Array, index: number): number {
  return numbers[index] ?? 0;
}

const after = (zeroBytes: number, byte: number): number =>
  at(TABLES, zeroBytes * TABLE_SIZE + byte);

/** The checksum as an unsigned 32-bit number. */
export function crc32c(bytes: Uint8Array): number {
  let crc = -1;
  let i = 0;
  for (; i + 8 <= bytes.length; i += 8) {
    crc ^=
      at(bytes, i) | (at(bytes, i + 1) << 8) | (at(bytes, i + 2) << 16) | (at(bytes, i + 3) << 24);
    crc =
      after(7, crc & 255) ^
      after(6, (crc >>> 8) & 255) ^
      after(5, (crc >>> 16) & 255) ^
      after(4, crc >>> 24) ^
      after(3, at(bytes, i + 4)) ^
      after(2, at(bytes, i + 5)) ^
      after(1, at(bytes, i + 6)) ^
      after(0, at(bytes, i + 7));
  }
  for (; i < bytes.length; i += 1) crc = after(0, (crc ^ at(bytes, i)) & 255) ^ (crc >>> 8);
  return ~crc >>> 0;
}
