import type { Json } from '../json.ts';
import { numberOf, objectsIn, textOf } from '../record-fields.ts';

/** A file that shows what was done, named by its content. It travels apart from the log. */
export interface Evidence {
  /** SHA-256 of its bytes, 64 hex digits. */
  readonly hash: string;
  /** What the file was called. */
  readonly name: string;
  readonly sizeBytes: number;
  /** As its first bytes say, never as its name does. */
  readonly mediaType: string;
}

/** The largest file that can be attached. */
export const MAX_EVIDENCE_BYTES = 25 * 1024 * 1024;

/** How many files one answer may hold. */
export const MOST_FILES = 20;

export const evidenceJson = ({ hash, name, sizeBytes, mediaType }: Evidence): Json => ({
  hash,
  name,
  sizeBytes,
  mediaType,
});

/** The evidence in a stored value; what is none is left out. */
export const evidenceIn = (value: Json | undefined): readonly Evidence[] =>
  objectsIn(value).flatMap((each) => {
    const hash = textOf(each, 'hash');
    if (!isContentHash(hash)) return [];
    return [
      {
        hash,
        name: textOf(each, 'name'),
        sizeBytes: numberOf(each, 'sizeBytes') ?? 0,
        mediaType: textOf(each, 'mediaType'),
      },
    ];
  });

export const isContentHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
