import type { PlannedWork } from '#shared/cadence/check-in';
import type { DayKey } from '#shared/day';
import { openBlock } from '#shared/deliverables/deliverable';
import { objectOf, textOf, textsOf } from '#shared/record-fields';
import type { Json } from '#shared/json';
import type { Entry } from '../../data/deliverables.ts';
import { readJsonDraft, writeDraft } from '../../state/drafts.ts';
import type { OwnCheckIn } from './use-own-check-in.ts';

/** A check-in being written, kept on this computer until it is given. */
export interface CheckInDraft {
  /** Ids of the work to take up. */
  readonly picked: readonly string[];
  readonly alsoPlanned: string;
  readonly heldUpBy: string;
  /** Instructions in the member's words, by id. */
  readonly saidBack: Readonly<Record<string, string>>;
}

/** So many pieces a day's plan begins with. */
const PICKED_AT_FIRST = 5;

/** The draft that was kept, else what was said already, else what presses: nothing has to be ticked to be done. */
export function openedDraft(facts: OwnCheckIn): CheckInDraft {
  const kept = readCheckInDraft(facts.day);
  if (kept) return kept;
  const { given } = facts;
  if (given) {
    const picked = given.planned.map(({ workId }) => workId);
    const { alsoPlanned, heldUpBy } = given;
    return { picked, alsoPlanned, heldUpBy, saidBack: {} };
  }
  const planned = new Set(facts.before?.planned.map(({ workId }) => workId));
  const picked = facts.open
    .filter((work) => !openBlock(work) && presses(work, facts.dayEndsAtMs, planned))
    .slice(0, PICKED_AT_FIRST)
    .map(({ id }) => id);
  return { picked, alsoPlanned: '', heldUpBy: '', saidBack: {} };
}

const presses = (
  { id, dueAtMs, startedAtMs }: Entry,
  dayEndsAtMs: number,
  planned: ReadonlySet<string>,
): boolean =>
  planned.has(id) || startedAtMs !== null || (dueAtMs !== null && dueAtMs < dayEndsAtMs);

/** The picked work in the order of the list; what was planned before and is done since stays planned. */
export function plannedWork(
  picked: readonly string[],
  open: readonly Entry[],
  given: readonly PlannedWork[],
  titleOf: (work: Entry) => string,
): readonly PlannedWork[] {
  const ids = new Set(picked);
  const openIds = new Set(open.map(({ id }) => id));
  return [
    ...given.filter(({ workId }) => ids.has(workId) && !openIds.has(workId)),
    ...open
      .filter(({ id }) => ids.has(id))
      .map((work) => ({ workId: work.id, outcomeId: work.outcomeId, title: titleOf(work) })),
  ];
}

export function keepCheckInDraft(day: DayKey, draft: CheckInDraft | null): void {
  writeDraft(draftName(day), draft ? JSON.stringify(draft) : '');
}

function readCheckInDraft(day: DayKey): CheckInDraft | null {
  const kept = readJsonDraft(draftName(day));
  // What this computer kept is JSON, whatever it says.
  const fields = objectOf(kept as Json);
  if (!fields) return null;
  return {
    picked: textsOf(fields, 'picked'),
    alsoPlanned: textOf(fields, 'alsoPlanned'),
    heldUpBy: textOf(fields, 'heldUpBy'),
    saidBack: textsIn(objectOf(fields['saidBack']) ?? {}),
  };
}

const textsIn = (fields: Readonly<Record<string, Json>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : [])),
  );

const draftName = (day: DayKey): string => `check-in/${day}`;
