import type { DayKey } from '#shared/day';
import type { Standing } from '#shared/deliverables/deliverable';
import type { Entry } from '../entry.ts';

/**
 * Which entries to find; what is left out does not limit. Days are days of completion, both ends
 * included: with them and without a `stage`, only completed work is found, so that a drill-down agrees
 * with its totals. Open work has no day of completion, so days never limit it.
 */
export interface EntryFilter {
  readonly memberIds?: readonly string[];
  readonly outcomeIds?: readonly string[];
  readonly fromDay?: DayKey;
  readonly toDay?: DayKey;
  readonly stage?: 'open' | 'completed' | 'all';
  /** Open work that stands so, and nothing completed. */
  readonly standing?: Standing;
  readonly importId?: string;
  readonly reopenedOnly?: boolean;
  /** Words that all occur in title, reference, note or client; case does not matter. */
  readonly text?: string;
}

/** Part of what was found, newest first, and how many there are in all. */
export interface EntryPage {
  readonly entries: Entry[];
  readonly total: number;
}

/** What a filter asks for, with the defaults made explicit. */
export interface Wanted {
  readonly open: boolean;
  readonly completed: boolean;
  readonly standing: Standing | null;
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
  readonly members: ReadonlySet<string> | null;
  readonly outcomes: ReadonlySet<string> | null;
  readonly importId: string;
  readonly reopenedOnly: boolean;
  /** Lower case. */
  readonly words: readonly string[];
}

export function wantedBy(filter: EntryFilter): Wanted {
  const hasDays = filter.fromDay !== undefined || filter.toDay !== undefined;
  const stage = filter.standing ? 'open' : (filter.stage ?? (hasDays ? 'completed' : 'all'));
  return {
    open: stage !== 'completed',
    completed: stage !== 'open',
    standing: filter.standing ?? null,
    fromDay: filter.fromDay ?? '',
    toDay: filter.toDay ?? '\uffff',
    members: filter.memberIds ? new Set(filter.memberIds) : null,
    outcomes: filter.outcomeIds ? new Set(filter.outcomeIds) : null,
    importId: filter.importId ?? '',
    reopenedOnly: filter.reopenedOnly ?? false,
    words: (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean),
  };
}

export const isInDays = (day: DayKey, { fromDay, toDay }: Wanted): boolean =>
  day >= fromDay && day <= toDay;

/** Whether an entry's words hold each of the wanted ones. */
export function holdsWords(entry: Entry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${entry.title}\n${entry.reference}\n${entry.note}\n${entry.client}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
