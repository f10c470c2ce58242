import type { Acknowledgement } from '#shared/sops/acknowledgement';
import { acknowledgementFrom } from '#shared/sops/acknowledgement';
import type { Suggestion, SuggestionDecision } from '#shared/sops/suggestion';
import {
  SUGGESTION_TYPE,
  decisionFrom,
  isUndecided,
  suggestionFrom,
} from '#shared/sops/suggestion';
import { memberAudience } from '#shared/stream/change';
import { currentProjection } from './current.ts';
import type { Delivery } from './entry.ts';
import { deliveryOf } from './entry.ts';
import { recordKey } from './record-key.ts';
import type { AboutSopRow } from './stored.ts';

export interface SuggestionEntry extends Suggestion, Delivery {
  /** What was decided before and decided anew later, oldest first. */
  readonly earlier: readonly SuggestionDecision[];
}

/** What was suggested about an SOP, or about all of them; latest first. */
export async function suggestions(sopId?: string): Promise<SuggestionEntry[]> {
  const table = currentProjection().suggestions;
  const rows = await (
    sopId === undefined ? table.toCollection() : table.where('sopId').equals(sopId)
  ).toArray();
  return latestFirst(rows.map(suggestionEntry));
}

/** What a member suggested; latest first. */
export async function suggestionsBy(memberId: string): Promise<SuggestionEntry[]> {
  const rows = currentProjection()
    .suggestions.where('key')
    .startsWith(recordKey(memberAudience(memberId), SUGGESTION_TYPE, ''));
  return latestFirst((await rows.toArray()).map(suggestionEntry));
}

/** How many suggestions wait for a decision, by SOP; those without any are absent. */
export async function waitingSuggestions(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await currentProjection().suggestions.each((row) => {
    const suggestion = suggestionFrom(row);
    if (!isUndecided(suggestion)) return;
    counts.set(suggestion.sopId, (counts.get(suggestion.sopId) ?? 0) + 1);
  });
  return counts;
}

const latestFirst = (entries: readonly SuggestionEntry[]): SuggestionEntry[] =>
  entries
    // Taken back while a manager decided on it elsewhere: what was decided is told all the same.
    .filter(({ isDeleted, decision }) => !isDeleted || decision !== null)
    .toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1));

const suggestionEntry = (row: AboutSopRow): SuggestionEntry => ({
  ...suggestionFrom(row),
  ...deliveryOf(row),
  earlier: (row.past ?? [])
    .filter(({ field }) => field === 'decision')
    .flatMap(({ value }) => decisionFrom(value) ?? [])
    .toSorted((a, b) => a.atMs - b.atMs),
});

/** Who has read which version of an SOP, or of all of them. */
export async function acknowledgements(sopId?: string): Promise<Acknowledgement[]> {
  const table = currentProjection().acknowledgements;
  const rows = await (
    sopId === undefined ? table.toCollection() : table.where('sopId').equals(sopId)
  ).toArray();
  return rows.map(acknowledgementFrom);
}
