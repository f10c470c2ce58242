import type { IpcFailure } from '#shared/ipc';
import type { Json } from '#shared/json';
import { fail, ok, type Result } from '#shared/result';
import { isRecordId, isRecordType } from '#shared/stream/batch-changes';
import { BATCH_LIMITS } from '#shared/stream/batch-format';
import { canonicalJson, jsonFault } from '#shared/stream/canonical';
import type { Edit, Fields } from '#shared/stream/change';

/** Room in a change's 64 KiB for everything that is not its fields. */
const CHANGE_OVERHEAD_BYTES = 512;
/** One append becomes one journal frame: all of it is saved or nothing. */
const APPEND_BYTES = 32 * 1024 * 1024;

export interface CheckedEdits {
  readonly edits: readonly Edit[];
  readonly sizeBytes: number;
}

/**
 * What may go into a stream. A lone surrogate, which UTF-8 cannot carry (half an emoji cut off by a
 * paste), becomes U+FFFD rather than cost somebody the entry. Failures: `bad-input`, `change-too-large`.
 */
export function checkEdits(edits: readonly Edit[]): Result<CheckedEdits, IpcFailure> {
  const checked: Edit[] = [];
  let sizeBytes = 0;
  for (const edit of edits) {
    const { type, id } = edit;
    const isEmpty = Object.keys(edit.fields).length === 0;
    if (!isRecordType(type) || !isRecordId(id) || isEmpty) return fail('bad-input', 'never');
    const fault = jsonFault(edit.fields, BATCH_LIMITS.depth - 1);
    const mended = fault === 'lone-surrogate' ? { ...edit, fields: wellFormedFields(edit) } : edit;
    if (fault !== null && jsonFault(mended.fields, BATCH_LIMITS.depth - 1) !== null) {
      return fail('bad-input', 'never');
    }
    const text = canonicalJson(mended.fields);
    const fieldsBytes = Buffer.byteLength(text);
    if (fieldsBytes + CHANGE_OVERHEAD_BYTES > BATCH_LIMITS.changeBytes) {
      return fail('change-too-large', 'after-fix', { type, sizeBytes: fieldsBytes });
    }
    sizeBytes += fieldsBytes + CHANGE_OVERHEAD_BYTES;
    // In canonical order from here on, so that nobody has to sort it again.
    checked.push({ ...mended, fields: JSON.parse(text) as Fields });
  }
  if (sizeBytes > APPEND_BYTES) return fail('change-too-large', 'after-fix', { sizeBytes });
  return ok({ edits: checked, sizeBytes });
}

const wellFormedFields = ({ fields }: Edit): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, each]) => [wellFormed(key), mend(each)]));

function mend(value: Json): Json {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(mend);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [wellFormed(key), mend(each)]),
  );
}

const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');

/** `Array.isArray` does not narrow read-only arrays. */
const isList = (value: object): value is readonly Json[] => Array.isArray(value);
