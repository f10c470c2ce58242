import type { BatchProblem } from '../ipc-failures.ts';
import type { BatchHeader } from './batch-format.ts';
import { BATCH_LIMITS } from './batch-format.ts';
import { isUnchecked, objectIn, type Unchecked } from './batch-header.ts';
import { jsonFault, jsonFaultInPlain, mayHoldSurrogates } from './canonical.ts';
import { chainedHash, type HashText } from './chain.ts';
import type { Change, Fields } from './change.ts';

/**
 * The changes in a body's lines, each checked against the one before: consecutive `seq`, unbroken
 * chain from the header's `prevChain`. A fault anywhere refuses the whole batch. `isPlain`: it is known
 * that no line has a surrogate.
 */
export function readChanges(
  lines: readonly string[],
  header: Pick<BatchHeader, 'first' | 'prevChain'>,
  hashText: HashText,
  isPlain = false,
): readonly Change[] | BatchProblem {
  const changes: Change[] = [];
  let previousH = header.prevChain;
  for (const line of lines) {
    const change = changeIn(line, isPlain || !mayHoldSurrogates(line));
    if (change?.seq !== header.first + changes.length) return 'batch-damaged';
    if (change.h !== chainedHash(hashText, previousH, change)) return 'batch-damaged';
    previousH = change.h;
    changes.push(change);
  }
  return changes;
}

const KEY_COUNT = 6;
const HLC = /^[0-9a-f]{16}$/;
const RECORD_TYPE = /^[a-zA-Z]{1,32}$/;
const RECORD_ID = /^[a-zA-Z0-9_.-]{1,96}$/;

/** The change a line holds, or null. Unknown record types and fields pass: newer programs write them. */
function changeIn(line: string, isPlain: boolean): Change | null {
  const value = objectIn(line);
  return value !== null && isChange(value, isPlain) ? value : null;
}

/** That `h` is what it should be is for the chain to say. */
function isChange(value: Unchecked, isPlain: boolean): value is Unchecked & Change {
  const { seq, hlc, h, type, id, fields } = value;
  return (
    Number.isSafeInteger(seq) &&
    typeof hlc === 'string' &&
    HLC.test(hlc) &&
    typeof h === 'string' &&
    isRecordType(type) &&
    isRecordId(id) &&
    isFields(fields, isPlain) &&
    Object.keys(value).length === KEY_COUNT
  );
}

export const isRecordType = (type: unknown): type is string =>
  type === 'deliverable' || (typeof type === 'string' && RECORD_TYPE.test(type));

export const isRecordId = (id: unknown): id is string =>
  typeof id === 'string' && RECORD_ID.test(id);

/** One level of depth is the change itself. A change that sets nothing would leave no trace to merge. */
function isFields(fields: unknown, isPlain: boolean): fields is Fields {
  if (!isUnchecked(fields) || isEmpty(fields)) return false;
  const depth = BATCH_LIMITS.depth - 1;
  return (isPlain ? jsonFaultInPlain(fields, depth) : jsonFault(fields, depth)) === null;
}

function isEmpty(fields: Unchecked): boolean {
  for (const name in fields) if (Object.hasOwn(fields, name)) return false;
  return true;
}
