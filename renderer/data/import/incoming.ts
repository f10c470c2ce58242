import type { Fields } from '#shared/stream/change';
import { isRecordId, isRecordType } from '#shared/stream/batch-changes';
import { BATCH_LIMITS } from '#shared/stream/batch-format';
import { frameOf } from '#shared/stream/line-frame';
import type { MergedChange } from '../change-source.ts';

/** What one line of a chunk is: a change, or something that no Outlog of any version writes. */
export type IncomingLine =
  | { readonly seq: number; readonly line: string; readonly change: MergedChange }
  | { readonly seq: number; readonly line: string; readonly change: null };

const HLC = /^[0-9a-f]{16}$/;
const MAX_FIELD_NAME = 96;

/** Takes a chunk's JSON lines apart, one after the other; the first stands for the change numbered `firstSeq`. */
export function* readLines(bytes: Uint8Array, firstSeq: number): Generator<IncomingLine, void> {
  const text = new TextDecoder().decode(bytes);
  let seq = firstSeq;
  for (let from = 0; from < text.length; seq += 1) {
    const feed = text.indexOf('\n', from);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(from, end);
    yield { seq, line, change: plainChange(line, seq) ?? changeOf(parsedLine(line), seq) };
    from = end + 1;
  }
}

/**
 * The change of a line in canonical form: its fields alone are read as JSON, and kept as they are written
 * where nothing in them is escaped.
 * Null where the line has another form, or says what no change may say.
 */
function plainChange(line: string, seq: number): MergedChange | null {
  const frame = frameOf(line);
  if (frame?.seq !== seq) return null;
  const { hlc, type, id, fieldsText } = frame;
  // Two values beside each other, or none, are no JSON by themselves.
  const fields = parsedLine(fieldsText);
  if (!isFields(fields)) return null;
  // A text can be escaped in several ways, and is looked for as it would be written here.
  const isOneWay = !fieldsText.includes('\\');
  return { seq, hlc, type, id, fields, ...(isOneWay && { fieldsText }) };
}

/** A change of the expected number, or null where its shape is wrong. Unknown types pass. */
export function changeOf(value: unknown, seq: number): MergedChange | null {
  if (!isObject(value) || value['seq'] !== seq) return null;
  const { hlc, type, id, fields } = value;
  if (typeof hlc !== 'string' || !HLC.test(hlc)) return null;
  if (!isRecordType(type) || !isRecordId(id)) return null;
  return isFields(fields) ? { seq, hlc, type, id, fields } : null;
}

function isFields(value: unknown): value is Fields {
  if (!isObject(value) || Array.isArray(value)) return false;
  let isEmpty = true;
  // What JSON.parse makes has no inherited names, and this is twice as fast as Object.entries.
  for (const name in value) {
    if (name === '' || name.length > MAX_FIELD_NAME || isForbidden(name)) return false;
    const each = value[name];
    if (isObject(each) && !isHarmless(each, BATCH_LIMITS.depth - 2)) return false;
    isEmpty = false;
  }
  return !isEmpty;
}

/** No key that could reach a prototype, and no nesting that could exhaust the stack. */
function isHarmless(value: Readonly<Record<string, unknown>>, depthLeft: number): boolean {
  if (depthLeft === 0) return false;
  for (const name in value) {
    if (isForbidden(name)) return false;
    const each = value[name];
    if (isObject(each) && !isHarmless(each, depthLeft - 1)) return false;
  }
  return true;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isForbidden = (name: string): boolean =>
  name === '__proto__' || name === 'constructor' || name === 'prototype';

/** What a line says; null where it is no JSON. */
export function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
