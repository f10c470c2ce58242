import { createHash } from 'node:crypto';
import { objectIn } from '#shared/stream/batch-header';
import { sha256Hex } from '../batch-tools.ts';
import { ArchiveError } from './archive-error.ts';
import {
  ARCHIVE_END_LINE,
  ARCHIVE_LIMITS,
  ARCHIVE_VERSION,
  type EntryKind,
  entryLineSchema,
  introSchema,
} from './archive-format.ts';
import { ByteReader } from './byte-reader.ts';

export interface ArchiveEntry {
  readonly kind: EntryKind;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** Of this entry in the file. */
  readonly index: number;
  /** SHA-256 over the lines of all entries before this one. */
  readonly entriesBefore: string;
}

/**
 * The entries of an archive, in order, each no larger than its kind may be and with the hash that its line
 * says. Throws `ArchiveError`; what was answered before that is not to be used.
 */
export async function* readArchive(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const reader = new ByteReader(chunks);
  const intro = introSchema.safeParse(objectIn(await reader.line(ARCHIVE_LIMITS.lineBytes)));
  if (!intro.success) throw new ArchiveError('not-archive');
  if (intro.data.v > ARCHIVE_VERSION) throw new ArchiveError('archive-newer');
  const entries = createHash('sha256');
  let bytesInAll = 0;
  for (let index = 0; ; index += 1) {
    const line = await reader.line(ARCHIVE_LIMITS.lineBytes);
    if (line === ARCHIVE_END_LINE) break;
    const entry = entryLineSchema.safeParse(objectIn(line)).data;
    if (!entry) throw new ArchiveError('archive-damaged');
    const { kind, size, sha256 } = entry;
    bytesInAll += size;
    const isTooMuch =
      size > ARCHIVE_LIMITS.entryBytes[kind] ||
      index >= ARCHIVE_LIMITS.entryCount ||
      bytesInAll > ARCHIVE_LIMITS.bytes;
    if (isTooMuch) throw new ArchiveError('archive-too-large');
    const bytes = await reader.bytes(size);
    if (sha256Hex(bytes) !== sha256) throw new ArchiveError('archive-damaged');
    yield { kind, sha256, bytes, index, entriesBefore: entries.copy().digest('hex') };
    entries.update(`${line}\n`);
  }
  if (!(await reader.isAtEnd())) throw new ArchiveError('archive-damaged');
}
