import { isPicture, mediaTypeOf } from '#shared/evidence/media-type';
import { isDecodable } from '#shared/evidence/picture-size';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { readEvidence } from './evidence.ts';

/** Where a picture can be shown from; null where it cannot be shown, only kept as a file. */
export type PictureUrl = Result<string | null, IpcFailure>;

/** A picture that is shown somewhere. */
export interface HeldPicture {
  readonly url: Promise<PictureUrl>;
  /** It is no longer shown here. */
  readonly release: () => void;
}

interface Holding {
  holders: number;
  readonly url: Promise<PictureUrl>;
}

const whole = new Map<string, Holding>();

/**
 * A whole picture's address, the same for all who hold it; the last to release it frees its memory. Its
 * type is what its own bytes say, and only what is a picture gets an address.
 */
export function holdPicture(hash: string): HeldPicture {
  const holding = whole.get(hash) ?? { holders: 0, url: readPicture(hash) };
  holding.holders += 1;
  whole.set(hash, holding);
  const forget = () => {
    if (whole.get(hash) === holding) whole.delete(hash);
  };
  // What has not arrived is asked for anew by the next one.
  void holding.url.then((url) => url.ok || forget());
  const release = () => {
    holding.holders -= 1;
    if (holding.holders > 0) return;
    forget();
    void holding.url.then(revoke);
  };
  return { url: holding.url, release };
}

/** Small pictures kept at most: some ten kilobytes each. */
const KEPT_THUMBNAILS = 300;
/** A photo of 12 megapixels takes 48 MB while it is decoded. */
const DECODED_AT_ONCE = 2;

const thumbnails = new Map<string, Promise<PictureUrl>>();
let decoding = 0;
const queue: (() => void)[] = [];

/**
 * A small picture's address, at twice the shown size, kept for the next time. What has not arrived or
 * failed is asked for again.
 * @param edgePx the longer edge of what it is shown in, in CSS pixels: it gets about that squared, four times
 */
export function holdThumbnail(hash: string, edgePx: number): HeldPicture {
  const key = `${edgePx} ${hash}`;
  const known = thumbnails.get(key);
  thumbnails.delete(key);
  const url = known ?? makeThumbnail(hash, 2 * edgePx);
  thumbnails.set(key, url);
  void url.then((made) => made.ok || thumbnails.delete(key));
  const [oldest] = thumbnails.keys();
  if (thumbnails.size > KEPT_THUMBNAILS && oldest !== undefined) {
    void thumbnails.get(oldest)?.then(revoke);
    thumbnails.delete(oldest);
  }
  return { url, release: () => undefined };
}

function revoke(url: PictureUrl): void {
  if (url.ok && url.value !== null) URL.revokeObjectURL(url.value);
}

async function readPicture(hash: string): Promise<PictureUrl> {
  const picture = await pictureBlob(hash);
  if (!picture.ok || picture.value === null) return picture.ok ? ok(null) : picture;
  return ok(URL.createObjectURL(picture.value));
}

async function makeThumbnail(hash: string, edgePx: number): Promise<PictureUrl> {
  await turn();
  try {
    const picture = await pictureBlob(hash);
    if (!picture.ok || picture.value === null) return picture.ok ? ok(null) : picture;
    const small = await shrink(picture.value, edgePx);
    return ok(small && URL.createObjectURL(small));
  } finally {
    decoding -= 1;
    queue.shift()?.();
  }
}

async function turn(): Promise<void> {
  if (decoding >= DECODED_AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  decoding += 1;
}

async function pictureBlob(hash: string): Promise<Result<Blob | null, IpcFailure>> {
  const read = await readEvidence(hash);
  if (!read.ok) return read;
  const type = mediaTypeOf(read.value);
  const canShow = isPicture(type) && isDecodable(read.value, type);
  return ok(canShow ? new Blob([new Uint8Array(read.value)], { type }) : null);
}

/** Null where it cannot be decoded: cut short, damaged, or not what it says. */
async function shrink(picture: Blob, edgePx: number): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(picture);
    // By its area: a long one stays sharp where it is cut to a square, and costs no more than another.
    const ratio = Math.min(1, edgePx / Math.sqrt(bitmap.width * bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * ratio));
    const height = Math.max(1, Math.round(bitmap.height * ratio));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context) context.imageSmoothingQuality = 'high';
    context?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
  } catch {
    return null;
  }
}
