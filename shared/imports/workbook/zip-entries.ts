import { DecodeUTF8, Inflate } from 'fflate/browser';

/** A file within a ZIP archive, by its central directory (APPNOTE.TXT 6.3.10, 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly from: number;
  readonly compressedBytes: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const MAX_ENTRIES = 10_000;
/** Little by little: what deflates a thousandfold stays within some megabytes at a time. */
const PIECE_BYTES = 16 * 1024;
/** A sheet is some dozens of times smaller packed; what shrank more than this was made to. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 16 * 1024 * 1024;

/** The files in an archive; null where it is none, is cut off, or needs what a workbook does not (ZIP64, encryption). */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const flags = view.getUint16(at + 8, true);
    const nameBytes = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if ((flags & 1) !== 0 || local + 30 > bytes.length) return null;
    if (view.getUint32(local, true) !== LOCAL_SIGNATURE) return null;
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const compressedBytes = view.getUint32(at + 20, true);
    if (from + compressedBytes > bytes.length) return null;
    entries.push({
      name: nameText(bytes.subarray(at + 46, at + 46 + nameBytes)),
      method: view.getUint16(at + 10, true),
      from,
      compressedBytes,
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands last, before a comment of at most 64 KiB. */
function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}

/** Parts of workbooks have names of ASCII (ECMA-376 part 2, 6.2.2). */
const nameText = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 1024));

export type ZipReading = 'read' | 'too-large' | 'broken';

/**
 * Inflates one file as text, piece by piece, and stops at `limitBytes`, or where it
 * grows beyond all measure, whatever the archive claims: a
 * small file that would become gigabytes never does. `take` answers whether to go on.
 */
export function readEntry(
  bytes: Uint8Array,
  { method, from, compressedBytes }: ZipEntry,
  limitBytes: number,
  take: (text: string) => boolean,
): ZipReading {
  let inflatedBytes = 0;
  const allowedBytes = Math.min(
    limitBytes,
    Math.max(RATIO_FROM_BYTES, compressedBytes * MAX_RATIO),
  );
  const state = { isOpen: true };
  const decoder = new DecodeUTF8((text) => {
    if (state.isOpen && text !== '') state.isOpen = take(text);
  });
  const push = (piece: Uint8Array, isLast: boolean): void => {
    inflatedBytes += piece.length;
    if (state.isOpen && inflatedBytes <= allowedBytes) decoder.push(piece, isLast);
  };
  const body = bytes.subarray(from, from + compressedBytes);
  const inflate = method === 8 ? new Inflate(push) : null;
  if (!inflate && method !== 0) return 'broken';
  try {
    for (let at = 0; at < body.length && state.isOpen; at += PIECE_BYTES) {
      const piece = body.subarray(at, at + PIECE_BYTES);
      const isLast = at + PIECE_BYTES >= body.length;
      if (inflate) inflate.push(piece, isLast);
      else push(piece, isLast);
      if (inflatedBytes > allowedBytes) return 'too-large';
    }
  } catch (error) {
    // The decoders' errors have a code; what `take` throws is its own.
    if (error instanceof Error && 'code' in error) return 'broken';
    throw error;
  }
  return 'read';
}
