import { isHex } from '../hex.ts';
import type { BatchProblem } from '../ipc-failures.ts';
import type { BatchHeader } from './batch-format.ts';
import { BATCH_LIMITS } from './batch-format.ts';
import { isUnchecked, objectIn, type Unchecked } from './batch-header.ts';
import { jsonFault } from './canonical.ts';
import { chainedHash, type HashText } from './chain.ts';
import type { Change, Fields } from './change.ts';

/**
 * The changes in a body's lines, each checked against the one before: consecutive `seq`, unbroken
 * chain from the header's `prevChain`. A fault anywhere refuses the whole batch.
 */
export function readChanges(
  lines: readonly string[],
  header: Pick<BatchHeader, 'first' | 'prevChain'>,
  hashText: HashText,
): readonly Change[] | BatchProblem {
  const changes: Change[] = [];
  let previousH = header.prevChain;
  for (const line of lines) {
    const change = changeIn(line);
    if (change?.seq !== header.first + changes.length) return 'batch-damaged';
    if (change.h !== chainedHash(hashText, previousH, change)) return 'batch-damaged';
    previousH = change.h;
    changes.push(change);
  }
  return changes;
}

const KEY_COUNT = 6;

/** The change a line holds, or null. Unknown record types and fields pass: newer programs write them. */
function changeIn(line: string): Change | null {
  const value = objectIn(line);
  return value !== null && isChange(value) ? value : null;
}

const isChange = (value: Unchecked): value is Unchecked & Change =>
  Object.keys(value).length === KEY_COUNT &&
  Number.isSafeInteger(value['seq']) &&
  isHex(value['hlc'], 16) &&
  isHex(value['h'], 64) &&
  isRecordType(value['type']) &&
  isRecordId(value['id']) &&
  isFields(value['fields']);

export const isRecordType = (type: unknown): type is string =>
  typeof type === 'string' && /^[a-zA-Z]{1,32}$/.test(type);

export const isRecordId = (id: unknown): id is string =>
  typeof id === 'string' && /^[a-zA-Z0-9_.-]{1,96}$/.test(id);

/** One level of depth is the change itself. A change that sets nothing would leave no trace to merge. */
const isFields = (fields: unknown): fields is Fields =>
  isUnchecked(fields) &&
  Object.keys(fields).length > 0 &&
  jsonFault(fields, BATCH_LIMITS.depth - 1) === null;
