import type { DayKey } from '#shared/day';
import { textOf } from '#shared/record-fields';
import type { Run } from '#shared/sops/run';
import { isMissed, runFrom } from '#shared/sops/run';
import type { Audience } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { currentProjection } from './current.ts';
import type { Delivery } from './entry.ts';
import { deliveryOf } from './entry.ts';
import { recordKey } from './record-key.ts';
import type { RunRow } from './stored.ts';

export interface RunEntry extends Run, Delivery {}

/** Runs of a member that are neither finished nor abandoned, latest first. */
export async function openRuns(memberId: string): Promise<RunEntry[]> {
  return latestFirst(await currentProjection().runs.where('openOf').equals(memberId).toArray());
}

export async function readRun(audience: Audience, id: string): Promise<RunEntry | undefined> {
  const row = await currentProjection().runs.get(recordKey(audience, 'run', id));
  return row && runEntry(row);
}

/** Whether a member has brought any run to its end. */
export async function hasFinishedRun(memberId: string): Promise<boolean> {
  const finished = await currentProjection()
    .runs.where('[memberId+day]')
    .between([memberId, ''], [memberId, LAST_DAY], true, true)
    .filter((row) => runFrom(row).finishedAtMs !== null)
    .first();
  return finished !== undefined;
}

/** Runs of a member that began on a day, latest first; deleted ones are left out. */
export async function runsOfDay(memberId: string, day: DayKey): Promise<RunEntry[]> {
  const rows = currentProjection().runs.where('[memberId+day]').equals([memberId, day]);
  return latestFirst(await rows.toArray());
}

/** Runs of a member that a schedule asked for from a day on and nobody began in time, latest first. */
export async function missedRuns(memberId: string, fromDay: DayKey): Promise<RunEntry[]> {
  const rows = await currentProjection()
    .runs.where('[memberId+day]')
    .between([memberId, fromDay], [memberId, LAST_DAY], true, true)
    .filter(({ fields }) => textOf(fields, 'scheduleId') !== '')
    .toArray();
  return rows
    .map(runEntry)
    .filter(isMissed)
    .toSorted((a, b) => (b.scheduledAtMs ?? 0) - (a.scheduledAtMs ?? 0));
}

const LAST_DAY: DayKey = '9999-12-31';

/** Those of a member's runs that are known, by id; deleted ones too. */
export async function heldRuns(
  memberId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Run>> {
  const keys = ids.map((id) => recordKey(memberAudience(memberId), 'run', id));
  const rows = await currentProjection().runs.bulkGet(keys);
  return new Map(rows.flatMap((row) => (row ? [[row.id, runFrom(row)] as const] : [])));
}

/** Every run of an SOP, of all members whose logs are here, latest first. */
export async function runsOfSop(sopId: string): Promise<RunEntry[]> {
  return latestFirst(await currentProjection().runs.where('fields.sopId').equals(sopId).toArray());
}

const runEntry = (row: RunRow): RunEntry => ({ ...runFrom(row), ...deliveryOf(row) });

const latestFirst = (rows: readonly RunRow[]): RunEntry[] =>
  rows
    .map(runEntry)
    .filter((run) => !run.isDeleted)
    .toSorted((a, b) => b.startedAtMs - a.startedAtMs);

/** The open runs of all members whose logs are here, latest first. */
export async function openRunsOfAll(): Promise<RunEntry[]> {
  return latestFirst(await currentProjection().runs.where('openOf').above('').toArray());
}
