/** How many of a file's first bytes tell what it is. */
export const SNIFFED_BYTES = 4096;

/**
 * What a file is, by its first bytes (signatures: WHATWG MIME Sniffing; ISO/IEC 14496-12 for `ftyp`;
 * PKWARE APPNOTE for zip). What only claims to be a picture, and SVG and HTML, which are programs as much
 * as pictures, come out as text or as bytes.
 */
export function mediaTypeOf(head: Uint8Array): string {
  const bytes = head.subarray(0, SNIFFED_BYTES);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  const text = latin1(bytes);
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp') return mediaOfBrand(text.slice(8, 12));
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (text.startsWith('PK\u0003\u0004')) return mediaOfZip(text);
  return isText(bytes) ? 'text/plain' : 'application/octet-stream';
}

const PICTURES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
]);

/** Whether it may be shown as a picture, as far as its type says. */
export const isPicture = (mediaType: string): boolean => PICTURES.has(mediaType);

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((each, i) => bytes[i] === each);

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return text;
}

function mediaOfBrand(brand: string): string {
  if (brand === 'avif') return 'image/avif';
  if (['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'].includes(brand)) return 'image/heic';
  return brand === 'qt  ' ? 'video/quicktime' : 'video/mp4';
}

/** Office files are zips that name their kind among their first entries. */
function mediaOfZip(text: string): string {
  const office = 'application/vnd.openxmlformats-officedocument';
  if (text.includes('word/')) return `${office}.wordprocessingml.document`;
  if (text.includes('xl/')) return `${office}.spreadsheetml.sheet`;
  if (text.includes('ppt/')) return `${office}.presentationml.presentation`;
  return 'application/zip';
}

/** Well-formed UTF-8, perhaps cut off in its last character, without control characters. */
function isText(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      if ((byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f) return false;
      continue;
    }
    const following = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    if (following === 0 || byte >= 0xf5) return false;
    for (let k = 1; k <= following && i + k < bytes.length; k += 1) {
      if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return false;
    }
    i += following;
  }
  return bytes.length > 0;
}
