/** A picture's size in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** More is not decoded: four bytes a pixel, whatever few bytes the file has. */
const MOST_PIXELS = 100_000_000;

/**
 * Whether a picture may be decoded, by the size that its own header states (PNG 1.2 §4.1.1, GIF89a §18,
 * JFIF's frame headers, WebP's VP8, VP8L and VP8X chunks, AVIF's `ispe` box).
 */
export function isDecodable(bytes: Uint8Array, mediaType: string): boolean {
  const size = pictureSize(bytes, mediaType);
  return (
    size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= MOST_PIXELS
  );
}

/** Null where the header does not say. */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (mediaType) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 'image/gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
      case 'image/jpeg':
        return jpegSize(view);
      case 'image/webp':
        return webpSize(view);
      case 'image/avif':
        return avifSize(view);
      default:
        return null;
    }
  } catch (error) {
    // It ends before its header does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Follows the markers to the first frame header: SOF0 to SOF15 without DHT, JPG and DAC. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Fill bytes stand alone; every other marker has a length of at least its own two bytes.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
}

function webpSize(view: DataView): PictureSize | null {
  switch (fourCharacters(view, 12)) {
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

/** The largest of the sizes named: a picture may be put together from several. */
function avifSize(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  const end = Math.min(view.byteLength - 16, 4096);
  for (let at = 4; at < end; at += 1) {
    if (fourCharacters(view, at) !== 'ispe') continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height)
      largest = size;
  }
  return largest;
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) + (view.getUint8(at + 2) << 16);

const fourCharacters = (view: DataView, at: number): string =>
  String.fromCodePoint(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
