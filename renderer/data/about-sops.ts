import type { Acknowledgement } from '#shared/sops/acknowledgement';
import { acknowledgementFrom } from '#shared/sops/acknowledgement';
import type { Suggestion } from '#shared/sops/suggestion';
import { suggestionFrom } from '#shared/sops/suggestion';
import { currentProjection } from './current.ts';
import type { Delivery } from './entry.ts';
import { deliveryOf } from './entry.ts';

export interface SuggestionEntry extends Suggestion, Delivery {}

/** What was suggested about an SOP, or about all of them; latest first. */
export async function suggestions(sopId?: string): Promise<SuggestionEntry[]> {
  const table = currentProjection().suggestions;
  const rows = await (
    sopId === undefined ? table.toCollection() : table.where('sopId').equals(sopId)
  ).toArray();
  return rows
    .map((row) => ({ ...suggestionFrom(row), ...deliveryOf(row) }))
    .filter(({ isDeleted }) => !isDeleted)
    .toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1));
}

/** Who has read which version of an SOP, or of all of them. */
export async function acknowledgements(sopId?: string): Promise<Acknowledgement[]> {
  const table = currentProjection().acknowledgements;
  const rows = await (
    sopId === undefined ? table.toCollection() : table.where('sopId').equals(sopId)
  ).toArray();
  return rows.map(acknowledgementFrom);
}
