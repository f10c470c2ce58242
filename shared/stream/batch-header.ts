import { isHex } from '../hex.ts';
import type { BatchProblem } from '../ipc-failures.ts';
import { isAudience, GENESIS_HASH } from './change.ts';
import type { BatchHeader, BatchTrailer } from './batch-format.ts';
import { BATCH_END, BATCH_FORMAT, BATCH_LIMITS, BATCH_VERSION } from './batch-format.ts';

/** The header a line holds, or why it is none that this version reads. */
export function parseHeader(line: string): BatchHeader | BatchProblem {
  const header = objectIn(line);
  if (header === null)
    return line.startsWith(`{"format":"${BATCH_FORMAT}"`) ? 'batch-damaged' : 'batch-not-outlog';
  if (header['format'] !== BATCH_FORMAT) return 'batch-not-outlog';
  // A newer format may mean anything by the other fields: ask for the update before reading them.
  if (!isCount(header['minReader'])) return 'batch-damaged';
  if (header['minReader'] > BATCH_VERSION) return 'batch-newer';
  const isOverCap =
    Number(header['rawLen']) > BATCH_LIMITS.rawBytes ||
    Number(header['encLen']) > BATCH_LIMITS.fileBytes ||
    Number(header['count']) > BATCH_LIMITS.changeCount;
  if (isOverCap) return 'batch-too-large';
  return isHeader(header) ? header : 'batch-damaged';
}

/**
 * The trailer a line holds, or null. Nothing signs the trailer itself, so only its one spelling is
 * taken: the same batch must not come as files of different bytes.
 */
export function parseTrailer(line: string): BatchTrailer | null {
  const trailer = objectIn(line);
  return trailer !== null && isTrailer(trailer) && trailerText(trailer) === line ? trailer : null;
}

export const trailerText = ({ bodySha256, chain, sig }: BatchTrailer): string =>
  JSON.stringify({ bodySha256, chain, sig, end: BATCH_END });

/** A parsed object of which nothing is known yet. */
export type Unchecked = { readonly [key: string]: unknown };

/** The object that a text of JSON stands for, or null. */
export function objectIn(line: string): Unchecked | null {
  try {
    const value: unknown = JSON.parse(line);
    return isUnchecked(value) ? value : null;
  } catch {
    return null;
  }
}

export const isUnchecked = (value: unknown): value is Unchecked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;

const isName = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value);

function isHeader(header: Unchecked): header is Unchecked & BatchHeader {
  const isFirst = header['first'] === 1;
  return (
    isCount(header['v']) &&
    isCount(header['schema']) &&
    isName(header['workspace']) &&
    typeof header['audience'] === 'string' &&
    isAudience(header['audience']) &&
    isHex(header['stream'], 32) &&
    isHex(header['epoch'], 8) &&
    isName(header['member']) &&
    isCount(header['first']) &&
    isCount(header['count']) &&
    (header['prevBatch'] === null || isHex(header['prevBatch'], 64)) &&
    isHex(header['prevChain'], 64) &&
    isFirst === (header['prevChain'] === GENESIS_HASH) &&
    isHex(header['keyId'], 64) &&
    (header['codec'] === 'none' || header['codec'] === 'gzip') &&
    isCount(header['rawLen']) &&
    isCount(header['encLen'])
  );
}

const isTrailer = (trailer: Unchecked): trailer is Unchecked & BatchTrailer =>
  trailer['end'] === BATCH_END &&
  isHex(trailer['bodySha256'], 64) &&
  isHex(trailer['chain'], 64) &&
  isHex(trailer['sig'], 128);
