import type { TableFailure } from './table-failure.ts';
import { fail } from '../result.ts';

/** First bytes of files that people mistake for tables (Gary Kessler's table of file signatures). */
const SIGNATURES: readonly {
  readonly bytes: readonly number[];
  readonly code: 'table-binary' | 'table-workbook';
  readonly format: string;
}[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], code: 'table-workbook', format: 'XLSX' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    code: 'table-workbook',
    format: 'XLS',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], code: 'table-binary', format: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], code: 'table-binary', format: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], code: 'table-binary', format: 'GIF' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], code: 'table-binary', format: 'PDF' },
  { bytes: [0x1f, 0x8b], code: 'table-binary', format: 'gzip' },
  { bytes: [0x52, 0x61, 0x72, 0x21], code: 'table-binary', format: 'RAR' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], code: 'table-binary', format: '7z' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], code: 'table-binary', format: 'SQLite' },
];

/** The failure of a file that is plainly no table by its first bytes, or null. */
export function refuseBySignature(bytes: Uint8Array): TableFailure | null {
  const found = SIGNATURES.find(({ bytes: first }) =>
    first.every((byte, index) => bytes[index] === byte),
  );
  return found ? fail(found.code, 'after-fix', { format: found.format }).error : null;
}

const ZIP_START = [0x50, 0x4b, 0x03, 0x04] as const;

/** Whether a file is an archive, as workbooks are. */
export const isZip = (bytes: Uint8Array): boolean =>
  ZIP_START.every((byte, index) => bytes[index] === byte);

const PROBE_BYTES = 64 * 1024;
const CONTROL_RATIO_LIMIT = 0.02;

/** Whether the beginning holds more control bytes than any text does; NULs of UTF-16 are not for here. */
export function looksBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, PROBE_BYTES);
  let controls = 0;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && !isTextControl(byte)) controls += 1;
  }
  return controls > 4 && controls / end > CONTROL_RATIO_LIMIT;
}

const isTextControl = (byte: number): boolean =>
  byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c || byte === 0x1b;

/** The failure of a text that is another kind of document, or null. */
export function refuseByText(text: string): TableFailure | null {
  const start = text.slice(0, 200).trimStart();
  if (/^<(?:!doctype|html|\?xml|table)/i.test(start)) {
    return fail('table-markup', 'after-fix').error;
  }
  if (/^(?:\{\s*["}]|\[\s*[[{])/.test(start)) return fail('table-json', 'after-fix').error;
  return null;
}
