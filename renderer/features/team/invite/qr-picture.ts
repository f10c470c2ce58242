import { encodeQR } from 'qr';

/** Of a module on the picture: large enough to survive being shown smaller, or photographed. */
const MODULE_PIXELS = 8;
const QUIET_MODULES = 4;

/** A text as a QR code in a PNG picture. */
export async function qrPicture(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  const size = modules.length * MODULE_PIXELS;
  const canvas = new OffscreenCanvas(size, size);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This window cannot draw');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = '#000';
  for (const [y, row] of modules.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (!isDark) continue;
      pen.fillRect(x * MODULE_PIXELS, y * MODULE_PIXELS, MODULE_PIXELS, MODULE_PIXELS);
    }
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}
