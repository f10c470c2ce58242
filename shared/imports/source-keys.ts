import { nameKey } from './mapping.ts';
import { sha256Hex } from './sha256.ts';

/**
 * Ids that come from the table alone: whoever imports the same rows again, on any device, meets the
 * same records. The texts that are hashed are part of the format and never change.
 */
const hashed = (kind: string, ...parts: readonly string[]): string =>
  sha256Hex(['outlog-import-v1', kind, ...parts].join('\0'));

/**
 * Names a table by its headers, so that its next version is known whatever the file is called.
 * `copy` counts from 1 and tells tables apart that have the same headers.
 */
export function tableKeyOf(headers: readonly string[], copy = 1): string {
  const names = headers.map(nameKey).toSorted().join('\u001f');
  const key = hashed('table', names).slice(0, 16);
  return copy === 1 ? key : `${key}-${copy}`;
}

/** The part of a deliverable's id that comes from its row's key (80 bits). */
export const rowIdPart = (tableKey: string, key: string): string =>
  hashed('row', tableKey, key).slice(0, 20);

/** What all cells of a row say together: with a count of its equals, the key of a row without one. */
export const cellsHash = (cells: readonly string[]): string =>
  hashed('cells', ...cells).slice(0, 32);

export const importedMemberId = (name: string): string =>
  `im-${hashed('member', nameKey(name)).slice(0, 16)}`;

export const importedOutcomeId = (name: string): string =>
  `io-${hashed('outcome', nameKey(name)).slice(0, 16)}`;

/** What a row said when it was imported last: while this stays, the row changes nothing. */
export const sourceHashOf = (text: string): string => hashed('content', text).slice(0, 16);
