import { addDays, dayIn } from '#shared/day';
import { referenceKey } from '#shared/deliverables/pasted-work';
import { findEntries } from './find/find-entries.ts';

/** So long work that was completed may come again by mistake. */
const LATELY_DAYS = 14;

/** The references of work that is open or was completed lately, by which work that comes again is known. */
export async function heldReferences(nowMs: number): Promise<ReadonlySet<string>> {
  const today = dayIn('UTC', nowMs);
  const filter = { fromDay: addDays(today, -LATELY_DAYS), toDay: addDays(today, 1) };
  const { entries } = await findEntries({ ...filter, stage: 'all' }, Infinity);
  const references = entries.map(({ reference }) => referenceKey(reference));
  return new Set(references.filter((reference) => reference !== ''));
}
