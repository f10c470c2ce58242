import { deliverableFrom } from '#shared/deliverables/deliverable';
import { referenceKey } from '#shared/deliverables/pasted-work';
import { currentProjection } from './current.ts';

/** The references of work that is open or was completed lately, by which work that comes again is known. */
export async function heldReferences(): Promise<ReadonlySet<string>> {
  const rows = await currentProjection().deliverables.toArray();
  const references = rows
    .map(deliverableFrom)
    .filter(({ isDeleted, isMoved }) => !isDeleted && !isMoved)
    .map(({ reference }) => referenceKey(reference));
  return new Set(references.filter((reference) => reference !== ''));
}
