import { useMemo } from 'react';
import type { CheckIn, PlannedWork } from '#shared/cadence/check-in';
import type { CheckInState, CheckInTime } from '#shared/cadence/check-in-times';
import { isToConfirm } from '#shared/cadence/instruction';
import { checkInOf } from '#shared/cadence/participants';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import { isOpen, openBlock } from '#shared/deliverables/deliverable';
import type { Member } from '#shared/plan/member';
import { memberAudience } from '#shared/stream/change';
import { offsetAt } from '#shared/worktime/zone-offset';
import { checkInsBetween } from '../../../data/check-ins.ts';
import type { Entry } from '../../../data/deliverables.ts';
import { openEntries, readEntry } from '../../../data/deliverables.ts';
import type { InstructionEntry } from '../../../data/instructions.ts';
import { allInstructions } from '../../../data/instructions.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { lastReceivedAt } from '../../../data/receipts.ts';
import type { DayRow } from '../../../data/rollups.ts';
import { dayRows } from '../../../data/rollups.ts';
import type { CheckInDay } from '../../../services/check-in-days.ts';
import { checkInDays } from '../../../services/check-in-days.ts';
import { memberDays } from '../../../services/work-clocks.ts';
import { useSession } from '../../../state/session.ts';

/** What became of planned work. `gone` is open no longer and was not done: moved or deleted. */
export type PlannedState = 'done' | 'blocked' | 'started' | 'open' | 'gone';

export interface PlannedLine extends PlannedWork {
  readonly state: PlannedState;
}

/** What somebody finished on the last day before. */
export interface DoneBefore {
  readonly day: DayKey;
  readonly parts: readonly { readonly outcomeId: string; readonly quantity: number }[];
}

export interface TeamRow {
  readonly member: Member;
  readonly day: DayKey;
  readonly time: CheckInTime | null;
  readonly state: CheckInState;
  /** When something of theirs last arrived here; null where they never took their seat. */
  readonly heardAtMs: number | null;
  readonly checkIn: CheckIn | undefined;
  readonly planned: readonly PlannedLine[];
  readonly done: DoneBefore | null;
  readonly waiting: readonly Entry[];
  /** The days before on which a check-in was asked for or given, the first first. */
  readonly recent: readonly CheckInDay[];
  readonly unsaidCount: number;
}

/** People whose clocks show the same. */
export interface ZoneGroup {
  readonly zone: string;
  readonly rows: readonly TeamRow[];
}

export interface TeamCheckInFacts {
  /** East first: in the order in which their days begin. */
  readonly groups: readonly ZoneGroup[];
  readonly rows: readonly TeamRow[];
  readonly instructions: readonly InstructionEntry[];
}

/** So far back skipped days and the last output are looked for. */
const LOOK_BACK_DAYS = 14;

/**
 * Everybody's check-ins of a date, or where `day` is null of the work day that each member has now.
 * Undefined until they are read.
 */
export function useTeamCheckIns(
  plan: Plan,
  day: DayKey | null,
  nowMs: number,
): TeamCheckInFacts | undefined {
  const days = useMemo(() => {
    const asked = plan.members.filter(
      (member) =>
        !member.isGone &&
        (member.seat === 'assistant' || checkInOf(plan.cadences, member) !== null),
    );
    return asked.map((member) => ({
      member,
      day: day ?? memberDays(member, plan.calendarById).dayAt(nowMs),
    }));
  }, [plan, day, nowMs]);
  const dates = days.map((each) => each.day).toSorted();
  const fromDay = addDays(dates[0] ?? '2000-01-01', -LOOK_BACK_DAYS);
  const toDay = dates.at(-1) ?? '2000-01-01';
  const idList = days.map(({ member }) => member.id).join(' ');
  const read = useLive(
    async () => await readTeam(idList.split(' '), fromDay, toDay),
    [idList, fromDay, toDay],
  );
  return useMemo(() => {
    if (!read) return undefined;
    const rows = days.map((each) => rowOf(plan, each.member, each.day, read, nowMs));
    return { rows, groups: groupsOf(rows, nowMs), instructions: read.instructions };
  }, [read, plan, days, nowMs]);
}

async function readTeam(memberIds: readonly string[], fromDay: DayKey, toDay: DayKey) {
  const [checkIns, open, instructions, rows, received] = await Promise.all([
    checkInsBetween(fromDay, toDay),
    openEntries(memberIds),
    allInstructions(),
    dayRows({ fromDay, toDay, memberIds }),
    lastReceivedAt(),
  ]);
  const openById = new Map(open.map((entry) => [entry.id, entry]));
  const latest = new Map<string, CheckIn>();
  for (const each of checkIns) {
    const held = latest.get(each.memberId);
    if (!held || held.day < each.day) latest.set(each.memberId, each);
  }
  // Most of what a day planned is open or was finished lately; only what is neither is looked up.
  const closed = [...latest.values()].flatMap(({ memberId, planned }) =>
    planned.flatMap(({ workId }) => (openById.has(workId) ? [] : [{ memberId, workId }])),
  );
  const found = await Promise.all(
    closed.map(async ({ memberId, workId }) => await readEntry(memberAudience(memberId), workId)),
  );
  const known = new Map(found.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])));
  return { checkIns, open, openById, known, instructions, rows, received };
}

type TeamFacts = Awaited<ReturnType<typeof readTeam>>;

function rowOf(plan: Plan, member: Member, day: DayKey, facts: TeamFacts, nowMs: number): TeamRow {
  const range = { fromDay: addDays(day, -LOOK_BACK_DAYS), toDay: day };
  const heardAtMs = heardAt(plan, member.id, facts.received);
  const days = checkInDays(plan, member, facts.checkIns, range, nowMs, heardAtMs ?? undefined);
  const today = days.at(-1);
  const checkIn = today?.checkIn;
  return {
    member,
    day,
    time: today?.time ?? null,
    state: today?.state ?? 'off',
    heardAtMs,
    checkIn,
    planned: (checkIn?.planned ?? []).map((each) => ({
      ...each,
      state: plannedState(facts.openById.get(each.workId) ?? facts.known.get(each.workId)),
    })),
    done: doneBefore(facts.rows, member.id, day),
    waiting: facts.open.filter((work) => work.memberId === member.id && openBlock(work) !== null),
    recent: days.slice(0, -1).filter(({ state }) => state === 'given' || state === 'skipped'),
    unsaidCount: facts.instructions.filter(
      (each) => each.memberId === member.id && isToConfirm(each),
    ).length,
  };
}

/** Whoever looks has all of their own log. */
function heardAt(
  { joinedAtMs }: Plan,
  memberId: string,
  received: ReadonlyMap<string, number>,
): number | null {
  const joined = joinedAtMs.get(memberId);
  if (joined === undefined) return null;
  if (memberId === useSession.getState().memberId) return Number.POSITIVE_INFINITY;
  return Math.max(joined, received.get(memberId) ?? 0);
}

function plannedState(work: Entry | undefined): PlannedState {
  if (!work) return 'gone';
  if (work.completedAtMs !== null) return 'done';
  if (!isOpen(work)) return 'gone';
  if (openBlock(work)) return 'blocked';
  return work.startedAtMs !== null ? 'started' : 'open';
}

function doneBefore(rows: readonly DayRow[], memberId: string, day: DayKey): DoneBefore | null {
  const own = rows.filter(
    (row) => row.memberId === memberId && row.day < day && row.totals.count > 0,
  );
  const last = own
    .map((row) => row.day)
    .toSorted()
    .at(-1);
  if (last === undefined) return null;
  const quantities = new Map<string, number>();
  for (const { day: rowDay, outcomeId, totals } of own) {
    if (rowDay !== last) continue;
    quantities.set(outcomeId, (quantities.get(outcomeId) ?? 0) + totals.quantity);
  }
  const parts = [...quantities].map(([outcomeId, quantity]) => ({ outcomeId, quantity }));
  return { day: last, parts };
}

function groupsOf(rows: readonly TeamRow[], nowMs: number): readonly ZoneGroup[] {
  const byZone = new Map<string, TeamRow[]>();
  for (const row of rows) {
    const { timeZone } = row.member;
    byZone.set(timeZone, [...(byZone.get(timeZone) ?? []), row]);
  }
  return [...byZone]
    .map(([zone, zoneRows]) => ({ zone, rows: zoneRows }))
    .toSorted(
      (a, b) => offsetAt(b.zone, nowMs) - offsetAt(a.zone, nowMs) || (a.zone < b.zone ? -1 : 1),
    );
}
