import type { BatchProblem } from '../ipc-failures.ts';
import type { BatchHeader } from './batch-format.ts';
import { BATCH_LIMITS } from './batch-format.ts';
import { isUnchecked, objectIn, type Unchecked } from './batch-header.ts';
import { jsonFault, jsonFaultInPlain, mayHoldSurrogates } from './canonical.ts';
import { type HashText, unchainedText } from './chain.ts';
import type { Change, Fields } from './change.ts';
import { KnownShapes } from './known-shapes.ts';
import { frameOf, type LineFrame, unchainedLine } from './line-frame.ts';

/** A change without what it says. */
export type ChangeHead = Omit<Change, 'fields'>;

/** A line whose fields were not read. */
interface UnreadLine extends LineFrame {
  readonly line: string;
}

type Entry = Change | UnreadLine;

/** The changes of a body, verified. What they say is read when somebody asks. */
export class VerifiedChanges {
  /** Good for looking: cut out of the body, whose whole text they keep alive. */
  readonly heads: readonly ChangeHead[];
  readonly #entries: readonly Entry[];
  #all: readonly Change[] | null = null;

  constructor(entries: readonly Entry[]) {
    this.heads = entries;
    this.#entries = entries;
  }

  /** One to be kept; counted from the end where the index is negative. */
  at(index: number): Change | undefined {
    const entry = this.#entries.at(index);
    return entry && readEntry(entry);
  }

  all(): readonly Change[] {
    return (this.#all ??= this.#entries.map(readEntry));
  }
}

/** What is parsed holds on to nothing of the text that it was parsed from. */
const readEntry = (entry: Entry): Change =>
  'fields' in entry ? entry : (JSON.parse(entry.line) as Change);

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
): VerifiedChanges | BatchProblem {
  const entries: Entry[] = [];
  const shapes = new KnownShapes();
  let previousH = header.prevChain;
  for (const line of lines) {
    const frame = frameOf(line);
    const isKnown = frame !== null && shapes.have(frame.fieldsText);
    const entry = isKnown
      ? { ...frame, line }
      : changeIn(line, isPlain || !mayHoldSurrogates(line));
    if (entry?.seq !== header.first + entries.length) return 'batch-damaged';
    const isRead = 'fields' in entry;
    const text = isRead ? unchainedText(entry) : unchainedLine(line);
    if (entry.h !== hashText(previousH + text)) return 'batch-damaged';
    if (isRead) shapes.learn(entry.fields);
    previousH = entry.h;
    entries.push(entry);
  }
  return new VerifiedChanges(entries);
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
