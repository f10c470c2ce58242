import { addDays } from '../day.ts';
import type { Absence } from '../plan/absence.ts';
import { leaveByMember, standInsFor } from '../plan/absence.ts';
import type { Json } from '../json.ts';
import type { Edit, Fields } from '../stream/change.ts';
import { memberAudience } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import { canonicalJson } from '../stream/canonical.ts';
import { instantOfLocal, localMidnightMs } from '../worktime/zone-offset.ts';
import { recurrenceFrom, RECURRENCE_TYPE } from './recurrence.ts';

/**
 * Recurring work during somebody's leave lies, for those days, as a rule of its own in the log of whoever
 * stands in: nobody can read a colleague's log, and only a member's own device makes their work. Managers'
 * devices write it, and mend it when the leave or the rule changes.
 */
const standInRecurrenceId = (id: string, fromDay: string): string => `s-${id}-${fromDay}`;

/** How far back a rule is still mended: what was over earlier is history. */
const MENDED_BACK_DAYS = 31;

/**
 * The edits by which the rules of stand-ins say what absences and members' own rules ask for; none where
 * they do already. `states` are all rules of everybody, in any order; `today` is any zone's, roughly.
 */
export function standInEdits(
  absences: readonly Absence[],
  states: readonly RecordState[],
  today: string,
): readonly Edit[] {
  const held = new Map(states.map((state) => [`${state.audience}|${state.id}`, state]));
  const wanted = new Map<string, { readonly edit: Edit }>();
  const since = addDays(today, -MENDED_BACK_DAYS);
  const leave = leaveByMember(absences);
  for (const state of states) {
    const own = recurrenceFrom(state);
    if (own.isDeleted || own.standInForId !== '' || !leave.has(own.memberId)) continue;
    for (const { toId, fromDay, toDay } of standInsFor(absences, own.memberId, own.outcomeId)) {
      if (toDay < since) continue;
      const id = standInRecurrenceId(own.id, fromDay);
      const audience = memberAudience(toId);
      const fields = copiedFields(state.fields, own.memberId, {
        sinceMs: Math.max(own.sinceMs, instantOfLocal(own.zone, localMidnightMs(fromDay))),
        untilMs: instantOfLocal(own.zone, localMidnightMs(addDays(toDay, 1))),
      });
      wanted.set(`${audience}|${id}`, { edit: { audience, type: RECURRENCE_TYPE, id, fields } });
    }
  }
  const edits: Edit[] = [];
  for (const [key, { edit }] of wanted) {
    const fields = missingFields(held.get(key)?.fields ?? {}, edit.fields);
    if (Object.keys(fields).length > 0) edits.push({ ...edit, fields });
  }
  for (const [key, state] of held) {
    const { standInForId, isDeleted, untilMs } = recurrenceFrom(state);
    const isOver = untilMs !== null && untilMs < localMidnightMs(since);
    if (standInForId === '' || isDeleted || isOver || wanted.has(key)) continue;
    const { audience, id } = state;
    edits.push({ audience, type: RECURRENCE_TYPE, id, fields: { deleted: true } });
  }
  return edits;
}

function copiedFields(
  fields: Fields,
  forId: string,
  span: { readonly sinceMs: number; readonly untilMs: number },
): Fields {
  const copied: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name !== 'deleted' && name !== 'importId') copied[name] = value;
  }
  return { ...copied, ...span, standInForId: forId, deleted: false };
}

const missingFields = (held: Fields, wanted: Fields): Fields =>
  Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => {
      const before = held[name] ?? (name === 'deleted' ? false : null);
      return canonicalJson(before) !== canonicalJson(value);
    }),
  );
