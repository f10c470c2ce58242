import type { Random } from '../../../shared/random.ts';

/** One to three of: a flipped bit, a cut, an omission, a repetition, a stretch of something else. */
export function mutateBytes(file: Uint8Array, random: Pick<Random, 'whole'>): Buffer {
  let bytes: Buffer = Buffer.from(file);
  for (let left = random.whole(1, 3); left > 0; left -= 1) bytes = mutateOnce(bytes, random);
  return bytes;
}

function mutateOnce(bytes: Buffer, { whole }: Pick<Random, 'whole'>): Buffer {
  const at = whole(0, Math.max(0, bytes.length - 1));
  const length = whole(1, 40);
  const stretch = bytes.subarray(at, at + length);
  const before = bytes.subarray(0, at);
  switch (whole(0, 5)) {
    case 0:
    case 1:
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << whole(0, 7));
      return bytes;
    case 2:
      return Buffer.from(before);
    case 3:
      return Buffer.concat([before, bytes.subarray(at + length)]);
    case 4:
      return Buffer.concat([before, stretch, bytes.subarray(at)]);
    default:
      return Buffer.concat([before, Buffer.alloc(length, whole(0, 255)), bytes.subarray(at)]);
  }
}
