import type { DayKey } from '#shared/day';
import type { Deliverable, Stage, Standing } from '#shared/deliverables/deliverable';
import { stageOf } from '#shared/deliverables/deliverable';
import type { Currencies } from '#shared/deliverables/oddities';
import type { DaysBy } from '../days-by.ts';
import { memberDaysAround } from '../days-by.ts';
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
  /** Whose days they are: the member's own, unless it says otherwise. */
  readonly daysBy?: DaysBy;
  readonly stage?: 'open' | 'completed' | 'all';
  /** Work that stands at one of these, open or completed. */
  readonly stages?: readonly Stage[];
  /** Open work that stands so, and nothing completed. */
  readonly standing?: Standing;
  /** Open work that needs other work which is not done, and nothing completed. */
  readonly waitsForWork?: boolean;
  /** Work that one of these gave out. */
  readonly assignedByIds?: readonly string[];
  readonly recurrenceId?: string;
  readonly importId?: string;
  readonly reopenedOnly?: boolean;
  /** Only what was returned or reopened at least once. */
  readonly reworkedOnly?: boolean;
  /** Only work that a promise was broken to, or is late by this instant. */
  readonly lateAtMs?: number;
  /** Only what cannot be right, by what counts now (see `odditiesOf`). */
  readonly odd?: OddBy;
  /** Words that all occur in title, reference, note or client; case does not matter. */
  readonly text?: string;
}

/** What oddity depends on beside the entry. */
export interface OddBy {
  readonly currencies: Currencies;
  readonly lastDay: DayKey;
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
  readonly stages: ReadonlySet<Stage> | null;
  readonly standing: Standing | null;
  readonly waitsForWork: boolean;
  readonly daysBy: DaysBy;
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
  /** The members' days among which those days lie. */
  readonly memberDays: { readonly fromDay: DayKey; readonly toDay: DayKey };
  readonly members: ReadonlySet<string> | null;
  readonly outcomes: ReadonlySet<string> | null;
  readonly assigners: ReadonlySet<string> | null;
  readonly recurrenceId: string;
  readonly importId: string;
  readonly reopenedOnly: boolean;
  readonly reworkedOnly: boolean;
  readonly lateAtMs: number | null;
  readonly odd: OddBy | null;
  /** Lower case. */
  readonly words: readonly string[];
}

export function wantedBy(filter: EntryFilter): Wanted {
  const { fromDay = '', toDay = '\uffff', daysBy = 'member' } = filter;
  return {
    ...openAndCompleted(filter),
    stages: filter.stages ? new Set(filter.stages) : null,
    standing: filter.standing ?? null,
    waitsForWork: filter.waitsForWork ?? false,
    daysBy,
    fromDay,
    toDay,
    memberDays: memberDaysAround({ fromDay, toDay, daysBy }),
    members: filter.memberIds ? new Set(filter.memberIds) : null,
    outcomes: filter.outcomeIds ? new Set(filter.outcomeIds) : null,
    assigners: filter.assignedByIds ? new Set(filter.assignedByIds) : null,
    recurrenceId: filter.recurrenceId ?? '',
    importId: filter.importId ?? '',
    reopenedOnly: filter.reopenedOnly ?? false,
    reworkedOnly: filter.reworkedOnly ?? false,
    lateAtMs: filter.lateAtMs ?? null,
    odd: filter.odd ?? null,
    words: (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean),
  };
}

const COMPLETED_STAGES: ReadonlySet<Stage> = new Set(['completed', 'accepted']);

function openAndCompleted(filter: EntryFilter): Pick<Wanted, 'open' | 'completed'> {
  if (filter.standing || filter.waitsForWork) return { open: true, completed: false };
  const { stage, stages } = filter;
  const hasDays = filter.fromDay !== undefined || filter.toDay !== undefined;
  const asked = stage ?? (hasDays && !stages ? 'completed' : 'all');
  return {
    open: asked !== 'completed' && (stages?.some((each) => !COMPLETED_STAGES.has(each)) ?? true),
    completed: asked !== 'open' && (stages?.some((each) => COMPLETED_STAGES.has(each)) ?? true),
  };
}

/** Whether completed work lies in the wanted days. */
export function isInDays(
  { day, clientDay }: Pick<Deliverable, 'day' | 'clientDay'>,
  { fromDay, toDay, daysBy }: Wanted,
): boolean {
  const counted = daysBy === 'client' ? clientDay : day;
  return counted >= fromDay && counted <= toDay;
}

export const isAtStage = (entry: Deliverable, { stages }: Wanted): boolean =>
  !stages || stages.has(stageOf(entry));

/** Whether an entry's words hold each of the wanted ones. */
export function holdsWords(entry: Entry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${entry.title}\n${entry.reference}\n${entry.note}\n${entry.client}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
