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

/**
 * Names an export of a known tool: by the tool and what was exported. The tool's own ids tell its rows
 * apart wherever they come from, so that a board's CSV and its JSON are the same work; where it has none
 * (`hasIds`), they are told apart within what was exported. `copy` as above.
 */
export function toolTableKey(
  tool: string,
  source: string,
  { hasIds, copy }: { readonly hasIds: boolean; readonly copy: number },
): string {
  const scope = copy === 1 ? tool : `${tool}-${copy}`;
  return `${scope}${hasIds ? SCOPE_END : '-'}${hashed('source', tool, source).slice(0, 16)}`;
}

const SCOPE_END = '~';

/** Whether a key names an export of that tool. */
export const isToolKey = (tableKey: string, tool: string): boolean =>
  new RegExp(`^${tool}(?:-\\d+)?[~-][0-9a-f]{16}$`).test(tableKey);

/** What tells a table's rows apart from other tables': all of its key, or its tool alone. */
export const idScopeOf = (tableKey: string): string => tableKey.split(SCOPE_END, 1)[0] ?? tableKey;

/** The part of a deliverable's id that comes from its row's key (80 bits). */
export const rowIdPart = (tableKey: string, key: string): string =>
  hashed('row', tableKey, key).slice(0, 20);

/** What all cells of a row say together: with a count of its equals, the key of a row without one. */
export const cellsHash = (cells: readonly string[]): string =>
  hashed('cells', ...cells).slice(0, 32);

/** Whether a key is such a hash, or a copy of one. */
export const isCellsHash = (key: string): boolean => /^[0-9a-f]{32}(?:\.\d+)?$/.test(key);

export const importedSopId = (key: string): string => `is-${hashed('sop', key).slice(0, 16)}`;

export const importedMemberId = (name: string): string =>
  `im-${hashed('member', nameKey(name)).slice(0, 16)}`;

export const importedOutcomeId = (name: string): string =>
  `io-${hashed('outcome', nameKey(name)).slice(0, 16)}`;

/**
 * What a row said when it was imported last: while this stays, the row changes nothing. Two lanes of
 * 32 bits after Murmur3's mixing; it tells versions of one row apart and guards against nobody.
 */
export function sourceHashOf(text: string): string {
  let a = 0x9747b28c;
  let b = 0x3c6ef372;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    b = Math.imul(b ^ code, 0x1b873593);
    a = (a << 13) | (a >>> 19);
    b = (b << 15) | (b >>> 17);
  }
  return hex32(mixed(a ^ text.length) ^ b) + hex32(mixed(b ^ text.length) ^ a);
}

function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const hex32 = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
