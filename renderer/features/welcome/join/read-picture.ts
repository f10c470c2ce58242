/** Larger pictures are scaled down: a code that fills a screen is read all the same. */
const MAX_SIDE_PIXELS = 2_400;
const MAX_PICTURE_BYTES = 16 * 1024 * 1024;
/** How long a hard picture may be looked at. */
const LOOK_MS = 4_000;

/** The text of the QR code on a picture; null where none is found. */
export async function readQrPicture(picture: Blob): Promise<string | null> {
  if (picture.size > MAX_PICTURE_BYTES) return null;
  try {
    const [{ default: decodeQR }, image] = await Promise.all([
      import('qr/decode.js'),
      pixelsOf(picture),
    ]);
    return image && decodeQR(image, { format: 'RGBA', effort: 4, timeLimit: LOOK_MS });
  } catch {
    // No picture, or one without a code: the decoder says so by throwing.
    return null;
  }
}

async function pixelsOf(picture: Blob): Promise<ImageData | null> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, MAX_SIDE_PIXELS / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  if (!pen) return null;
  // What is transparent is paper.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return pen.getImageData(0, 0, width, height);
}
