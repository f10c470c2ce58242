import { checkInFrom } from '#shared/cadence/check-in';
import { isDayKey } from '#shared/day';
import { deliverableFrom, stageOf } from '#shared/deliverables/deliverable';
import { flagOf, isInstant } from '#shared/record-fields';
import { isMissed, type Run, runFrom } from '#shared/sops/run';
import type { RecordState } from '#shared/stream/merge';

type Cell = string | number | boolean | null;
type ColumnType = 'text' | 'date' | 'timestamptz' | 'double precision' | 'int' | 'boolean';

/** A table that records of one type unfold into. */
export interface RowTable {
  readonly name: string;
  /** The columns beside `workspace`, `audience`, `id`, `state`. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  rowOf(state: RecordState): Readonly<Record<string, Cell>>;
}

const instant = (ms: number | null): string | null =>
  ms !== null && isInstant(ms) ? new Date(ms).toISOString() : null;

/** PostgreSQL has no year 0, and a faulty program may write any text. */
const day = (text: string): string | null =>
  isDayKey(text) && !text.startsWith('0000') ? text : null;

/** Empty is absent; a text in PostgreSQL holds no NUL. */
const text = (value: string): string | null =>
  value === '' ? null : value.replaceAll('\0', '\uFFFD');

const DELIVERABLES: RowTable = {
  name: 'unfolded_deliverables',
  columns: {
    is_shown: 'boolean',
    member_id: 'text',
    outcome_id: 'text',
    title: 'text',
    client: 'text',
    stage: 'text',
    day: 'date',
    client_day: 'date',
    zone: 'text',
    requested_at: 'timestamptz',
    responded_at: 'timestamptz',
    started_at: 'timestamptz',
    completed_at: 'timestamptz',
    accepted_at: 'timestamptz',
    returned_at: 'timestamptz',
    return_reason: 'text',
    due_at: 'timestamptz',
    assigned_at: 'timestamptz',
    assigned_by_id: 'text',
    reviewed_by_id: 'text',
    quantity: 'double precision',
    errors: 'double precision',
    value_minor: 'double precision',
    cost_minor: 'double precision',
    score: 'double precision',
    part_count: 'double precision',
    whole_count: 'double precision',
    reopened_count: 'double precision',
    reference: 'text',
    note: 'text',
    recurrence_id: 'text',
    run_id: 'text',
    import_id: 'text',
  },
  rowOf: (state) => {
    const each = deliverableFrom(state);
    return {
      is_shown: !each.isDeleted && !each.isMoved,
      member_id: text(each.memberId),
      outcome_id: text(each.outcomeId),
      title: text(each.title),
      client: text(each.client),
      stage: stageOf(each),
      day: day(each.day),
      client_day: day(each.clientDay),
      zone: text(each.zone),
      requested_at: instant(each.requestedAtMs),
      responded_at: instant(each.respondedAtMs),
      started_at: instant(each.startedAtMs),
      completed_at: instant(each.completedAtMs),
      accepted_at: instant(each.acceptedAtMs),
      returned_at: instant(each.returnedAtMs),
      return_reason: text(each.returnReason),
      due_at: instant(each.dueAtMs),
      assigned_at: instant(each.assignedAtMs),
      assigned_by_id: text(each.assignedById),
      reviewed_by_id: text(each.reviewedById),
      quantity: each.quantity,
      errors: each.errors,
      value_minor: each.valueMinor,
      cost_minor: each.costMinor,
      score: each.score,
      part_count: each.partCount,
      whole_count: each.wholeCount,
      reopened_count: each.reopenedCount,
      reference: text(each.reference),
      note: text(each.note),
      recurrence_id: text(each.recurrenceId),
      run_id: text(each.runId),
      import_id: text(each.importId),
    };
  },
};

const RUNS: RowTable = {
  name: 'unfolded_runs',
  columns: {
    is_shown: 'boolean',
    member_id: 'text',
    sop_id: 'text',
    sop_version_id: 'text',
    outcome_id: 'text',
    deliverable_id: 'text',
    day: 'date',
    standing: 'text',
    started_at: 'timestamptz',
    finished_at: 'timestamptz',
    abandoned_at: 'timestamptz',
    abandon_reason: 'text',
    missed_at: 'timestamptz',
    missed_reason: 'text',
    scheduled_at: 'timestamptz',
    due_at: 'timestamptz',
    answer_count: 'int',
    hold_count: 'int',
    held_minutes: 'double precision',
    parent_run_id: 'text',
    handed_to_id: 'text',
    handed_at: 'timestamptz',
  },
  rowOf: (state) => {
    const run = runFrom(state);
    return {
      is_shown: !run.isDeleted,
      member_id: text(run.memberId),
      sop_id: text(run.sopId),
      sop_version_id: text(run.versionId),
      outcome_id: text(run.outcomeId),
      deliverable_id: text(run.deliverableId),
      day: day(run.day),
      standing: standingOf(run),
      started_at: run.startedAtMs === 0 ? null : instant(run.startedAtMs),
      finished_at: instant(run.finishedAtMs),
      abandoned_at: instant(run.abandonedAtMs),
      abandon_reason: text(run.abandonReason),
      missed_at: instant(run.missedAtMs),
      missed_reason: run.missedReason,
      scheduled_at: instant(run.scheduledAtMs),
      due_at: instant(run.dueAtMs),
      answer_count: run.answers.size,
      hold_count: run.holds.length,
      held_minutes: heldMinutes(run),
      parent_run_id: text(run.parentRunId),
      handed_to_id: text(run.handedToId),
      handed_at: instant(run.handedAtMs),
    };
  },
};

const CHECK_INS: RowTable = {
  name: 'unfolded_check_ins',
  columns: {
    is_shown: 'boolean',
    member_id: 'text',
    day: 'date',
    report: 'text',
    blockers: 'text',
    tomorrow: 'text',
    sent_at: 'timestamptz',
  },
  rowOf: (state) => {
    const checkIn = checkInFrom(state);
    return {
      is_shown: !flagOf(state.fields, 'deleted'),
      member_id: text(checkIn.memberId),
      day: day(checkIn.day),
      report: text(checkIn.report),
      blockers: text(checkIn.blockers),
      tomorrow: text(checkIn.tomorrow),
      sent_at: instant(checkIn.sentAtMs),
    };
  },
};

/** By record type. */
export const ROW_TABLES: ReadonlyMap<string, RowTable> = new Map([
  ['deliverable', DELIVERABLES],
  ['run', RUNS],
  ['checkIn', CHECK_INS],
]);

function standingOf(run: Run): string {
  if (run.finishedAtMs !== null) return 'finished';
  if (run.abandonedAtMs !== null) return 'abandoned';
  if (run.handedAtMs !== null) return 'handed over';
  if (isMissed(run)) return 'missed';
  return run.startedAtMs === 0 ? 'due' : 'open';
}

/** Minutes of the holds that are over. */
const heldMinutes = ({ holds }: Run): number =>
  holds.reduce((sum, { fromMs, toMs }) => sum + Math.max(0, (toMs ?? fromMs) - fromMs), 0) / 60_000;
