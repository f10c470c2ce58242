import { FIRST_DAY } from '../day.ts';
import { UNNAMED_CURRENCY } from '../deliverables/oddities.ts';
import type { Currencies } from '../deliverables/oddities.ts';
import { daysOfLeave } from '../plan/absence.ts';
import type { LeaveDays } from '../plan/absence.ts';
import type { Calendar, CalendarVersion } from '../plan/calendar.ts';
import { officeHours } from '../plan/calendar.ts';
import type { CalendarStay } from '../plan/member-calendar.ts';
import { versionsOfMember, withoutDays } from '../plan/member-calendar.ts';
import type { Member } from '../plan/member.ts';
import { slasOn } from '../plan/outcome.ts';
import type { Outcome, Sla } from '../plan/outcome.ts';
import type { Workspace } from '../plan/workspace.ts';
import type { Span } from '../worktime/spans.ts';
import { workClock } from '../worktime/work-clock.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import { workDays } from '../worktime/work-days.ts';
import type { WorkDays } from '../worktime/work-days.ts';
import { instantOfLocal, localMidnightMs } from '../worktime/zone-offset.ts';

/** What the work of one member for one outcome is measured by. */
export interface Terms {
  /** The working time that counts: the outcome's calendar, else the member's, else office hours. */
  readonly clock: WorkClock;
  /** The member's own work days. */
  readonly days: WorkDays;
  /** The member's zone. */
  readonly zone: string;
  /** Every promise that ever held. */
  readonly slas: readonly Sla[];
  /** The promises to work requested at an instant, by its date in `zone`: one a stage at most. */
  slasAt(requestedAtMs: number): readonly Sla[];
  /** What excuses the member, sorted and apart from each other. */
  readonly outages: readonly Span[];
  /** In what currencies, as written, value and cost count. */
  readonly currencies: Currencies;
}

interface MemberTerms {
  readonly zone: string;
  readonly calendarId: string;
  /** Absent where there was no other. */
  readonly calendarsBefore?: readonly CalendarStay[];
  /** Absent where they are never away. */
  readonly leave?: readonly LeaveDays[];
}

/** All that terms come from, as plain JSON: it can be kept beside what was measured by it. */
export interface TermsSource {
  readonly members: Readonly<Record<string, MemberTerms>>;
  /** Outcomes that have a calendar or a promise of their own. */
  readonly outcomes: Readonly<
    Record<string, { readonly calendarId: string; readonly slas: readonly Sla[] }>
  >;
  readonly calendars: Readonly<Record<string, readonly CalendarVersion[]>>;
  /** What excuses each member who had any: `[fromMs, toMs]`, united. Absent where nobody had. */
  readonly outages?: Readonly<Record<string, readonly (readonly [fromMs: number, toMs: number])[]>>;
  /** Absent where the workspace is not known: then only what names no currency counts. */
  readonly currencies?: Currencies;
}

export function termsSource(
  plan: {
    readonly members: readonly Member[];
    readonly outcomes: readonly Outcome[];
    readonly calendars: readonly Calendar[];
    readonly workspace?: Workspace | null;
  },
  outages: ReadonlyMap<string, readonly Span[]> = new Map(),
): TermsSource {
  const outcomes = plan.outcomes.filter(({ calendarId, slas }) => calendarId || slas.length > 0);
  return {
    members: Object.fromEntries(
      plan.members.map(({ id, timeZone, calendarId, calendarsBefore, leave }) => [
        id,
        {
          zone: timeZone,
          calendarId,
          ...(calendarsBefore && { calendarsBefore }),
          ...(leave && { leave: leave.map(({ fromDay, toDay }) => ({ fromDay, toDay })) }),
        },
      ]),
    ),
    outcomes: Object.fromEntries(
      outcomes.map(({ id, calendarId, slas }) => [id, { calendarId, slas }]),
    ),
    calendars: Object.fromEntries(plan.calendars.map(({ id, versions }) => [id, versions])),
    ...(outages.size > 0 && { outages: packedOutages(outages) }),
    ...(plan.workspace && { currencies: plan.workspace.currencies }),
  };
}

const packedOutages = (outages: ReadonlyMap<string, readonly Span[]>) =>
  Object.fromEntries(
    [...outages].map(([memberId, spans]) => [
      memberId,
      spans.map(({ from, to }) => [from, to] as const),
    ]),
  );

/** The part of a source that one member's terms come from. */
export function termsOfMember(source: TermsSource, memberId: string): TermsSource {
  const member = own(source.members, memberId);
  const calendarIds = Object.values(source.outcomes).map(({ calendarId }) => calendarId);
  const before = member?.calendarsBefore?.map(({ calendarId }) => calendarId) ?? [];
  const used = new Set([...calendarIds, ...before, member?.calendarId]);
  const outages = own(source.outages ?? {}, memberId);
  return {
    members: member ? { [memberId]: member } : {},
    outcomes: source.outcomes,
    calendars: Object.fromEntries(
      Object.entries(source.calendars).filter(([calendarId]) => used.has(calendarId)),
    ),
    ...(outages && { outages: { [memberId]: outages } }),
    ...(source.currencies && { currencies: source.currencies }),
  };
}

/** Equal for two sources exactly when the terms are: what was measured under one then holds under the other. */
export function termsKey(source: TermsSource, memberId: string, outcomeId: string): string {
  const { zone, slas, memberCalendar, calendar } = resolved(source, memberId, outcomeId);
  // Where nothing is promised there is nothing to excuse.
  const outages = slas.length > 0 ? own(source.outages ?? {}, memberId) : undefined;
  const { currencies = UNNAMED_CURRENCY } = source;
  const { versions } = memberCalendar;
  return JSON.stringify([zone, versions, calendar.versions, slas, outages ?? [], currencies]);
}

export interface TermsBook {
  of(memberId: string, outcomeId: string): Terms;
}

/** Clocks and work days by what their calendars say: whoever works by the same hours shares them. */
export class CompiledCalendars {
  readonly #clocks = new Map<string, WorkClock>();
  readonly #days = new Map<string, WorkDays>();

  clockOf(calendar: Calendar): WorkClock {
    return held(this.#clocks, JSON.stringify(calendar.versions), () => workClock(calendar));
  }

  daysOf(calendar: Calendar, zone: string): WorkDays {
    const key = JSON.stringify([zone, calendar.versions]);
    return held(this.#days, key, () => workDays(calendar, zone));
  }
}

/** Terms by member and outcome; clocks and terms are made once. */
export function termsBook(
  source: TermsSource,
  compiled: CompiledCalendars = new CompiledCalendars(),
): TermsBook {
  const outages = new Map<string, readonly Span[]>();
  const book = new Map<string, Map<string, Terms>>();

  const make = (memberId: string, outcomeId: string): Terms => {
    const { zone, slas, memberCalendar, calendar } = resolved(source, memberId, outcomeId);
    return {
      clock: compiled.clockOf(calendar),
      days: compiled.daysOf(memberCalendar, zone),
      zone,
      slas,
      slasAt: promisesBy(slas, zone),
      outages: held(outages, memberId, () => outagesOf(source, memberId)),
      currencies: source.currencies ?? UNNAMED_CURRENCY,
    };
  };

  function of(memberId: string, outcomeId: string): Terms {
    const made = book.get(memberId)?.get(outcomeId);
    if (made) return made;
    const terms = make(memberId, outcomeId);
    held(book, memberId, () => new Map()).set(outcomeId, terms);
    return terms;
  }

  return { of };
}

const outagesOf = (source: TermsSource, memberId: string): readonly Span[] =>
  (own(source.outages ?? {}, memberId) ?? []).map(([from, to]) => ({ from, to }));

function resolved(source: TermsSource, memberId: string, outcomeId: string) {
  const member = own(source.members, memberId);
  const outcome = own(source.outcomes, outcomeId);
  const zone = member?.zone ?? 'UTC';
  const memberCalendar = withLeave(
    stitchedOf(source, memberId) ??
      calendarOf(source, member?.calendarId) ??
      officeHours(`office ${zone}`, '', zone),
    member?.leave,
  );
  return {
    zone,
    memberCalendar,
    calendar: calendarOf(source, outcome?.calendarId) ?? memberCalendar,
    slas: outcome?.slas ?? [],
  };
}

/** A client's own hours go on while somebody is away: only the member's lose the days. */
const withLeave = (calendar: Calendar, leave: readonly LeaveDays[] | undefined): Calendar =>
  leave ? { ...calendar, versions: withoutDays(calendar.versions, daysOfLeave(leave)) } : calendar;

/** The calendars of somebody who has had several as one; null of anybody else. */
function stitchedOf(source: TermsSource, memberId: string): Calendar | null {
  const member = own(source.members, memberId);
  if (!member?.calendarsBefore) return null;
  const { zone, calendarId, calendarsBefore } = member;
  const versions = versionsOfMember({ zone, calendarId, calendarsBefore }, (id) =>
    own(source.calendars, id),
  );
  return { id: `calendars of ${memberId}`, name: '', versions };
}

function calendarOf(source: TermsSource, id: string | undefined): Calendar | null {
  const versions = id ? own(source.calendars, id) : undefined;
  return id && versions ? { id: `calendar ${id}`, name: '', versions } : null;
}

/** Most promises never change: then there is nothing to look up. */
function promisesBy(slas: readonly Sla[], zone: string): Terms['slasAt'] {
  const always = slasOn({ slas }, FIRST_DAY);
  const changeDays = [...new Set(slas.map(({ fromDay }) => fromDay))].filter(
    (day) => day > FIRST_DAY,
  );
  if (changeDays.length === 0) return () => always;
  const latestFirst = changeDays.toSorted().toReversed();
  const changes = latestFirst.map((day) => ({
    fromMs: instantOfLocal(zone, localMidnightMs(day)),
    slas: slasOn({ slas }, day),
  }));
  return (requestedAtMs) => changes.find(({ fromMs }) => fromMs <= requestedAtMs)?.slas ?? always;
}

/** Ids come from anywhere: one that names a part of every object must find nothing. */
const own = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;

function held<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
