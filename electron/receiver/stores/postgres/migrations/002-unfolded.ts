/**
 * Batches unfolded into rows that a BI tool can query. The tables hold one row a record, in the `state`
 * that its changes fold into; the views show those that count, with names and types for people.
 */
export const UNFOLDED = `
create table outlog.unfold_queue (
  n bigint primary key,
  workspace text not null,
  audience text not null,
  stream text not null,
  sha256 bytea not null
) with (autovacuum_vacuum_scale_factor = 0.01);
create index unfold_queue_by_audience on outlog.unfold_queue (workspace, audience, n);

-- One row an audience: whoever unfolds it holds it. By which facts its writers were judged.
create table outlog.unfolded_audiences (
  workspace text not null,
  audience text not null,
  judged_by text not null default '{}',
  is_stale boolean not null default false,
  primary key (workspace, audience)
);
create index unfolded_audiences_stale on outlog.unfolded_audiences (workspace, audience) where is_stale;

create table outlog.unfolded_deliverables (
  workspace text not null,
  audience text not null,
  id text not null,
  state text not null,
  is_shown boolean not null,
  member_id text,
  outcome_id text,
  title text,
  client text,
  stage text,
  day date,
  client_day date,
  zone text,
  requested_at timestamptz,
  responded_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  accepted_at timestamptz,
  returned_at timestamptz,
  return_reason text,
  due_at timestamptz,
  assigned_at timestamptz,
  assigned_by_id text,
  reviewed_by_id text,
  quantity double precision,
  errors double precision,
  value_minor double precision,
  cost_minor double precision,
  score double precision,
  part_count double precision,
  whole_count double precision,
  reopened_count double precision,
  reference text,
  note text,
  recurrence_id text,
  run_id text,
  import_id text,
  primary key (workspace, audience, id)
) partition by hash (workspace, audience);
create index unfolded_deliverables_by_day on outlog.unfolded_deliverables (workspace, day);

create table outlog.unfolded_runs (
  workspace text not null,
  audience text not null,
  id text not null,
  state text not null,
  is_shown boolean not null,
  member_id text,
  sop_id text,
  sop_version_id text,
  outcome_id text,
  deliverable_id text,
  day date,
  standing text,
  started_at timestamptz,
  finished_at timestamptz,
  abandoned_at timestamptz,
  abandon_reason text,
  missed_at timestamptz,
  missed_reason text,
  scheduled_at timestamptz,
  due_at timestamptz,
  answer_count int,
  hold_count int,
  held_minutes double precision,
  parent_run_id text,
  handed_to_id text,
  handed_at timestamptz,
  primary key (workspace, audience, id)
) partition by hash (workspace, audience);
create index unfolded_runs_by_day on outlog.unfolded_runs (workspace, day);

create table outlog.unfolded_check_ins (
  workspace text not null,
  audience text not null,
  id text not null,
  state text not null,
  is_shown boolean not null,
  member_id text,
  day date,
  report text,
  blockers text,
  tomorrow text,
  sent_at timestamptz,
  primary key (workspace, audience, id)
) partition by hash (workspace, audience);
create index unfolded_check_ins_by_day on outlog.unfolded_check_ins (workspace, day);

do $$
declare
  unfolded text;
begin
  foreach unfolded in array array['unfolded_deliverables', 'unfolded_runs', 'unfolded_check_ins'] loop
    for i in 0..7 loop
      execute format(
        'create table outlog.%s_%s partition of outlog.%s for values with (modulus 8, remainder %s)',
        unfolded, i, unfolded, i);
    end loop;
  end loop;
end $$;

create view outlog.deliverables as
select workspace, member_id, id, outcome_id, title, client, stage, day, client_day, zone, requested_at,
  responded_at, started_at, completed_at, accepted_at, returned_at, return_reason, due_at, assigned_at,
  assigned_by_id, reviewed_by_id, quantity, errors, value_minor, cost_minor, score, part_count,
  whole_count, reopened_count, reference, note, recurrence_id, run_id, import_id
from outlog.unfolded_deliverables where is_shown;

create view outlog.runs as
select workspace, member_id, id, sop_id, sop_version_id, outcome_id, deliverable_id, day, standing,
  started_at, finished_at, abandoned_at, abandon_reason, missed_at, missed_reason, scheduled_at, due_at,
  answer_count, hold_count, held_minutes, parent_run_id, handed_to_id, handed_at
from outlog.unfolded_runs where is_shown;

create view outlog.check_ins as
select workspace, member_id, id, day, report, blockers, tomorrow, sent_at
from outlog.unfolded_check_ins where is_shown;

comment on view outlog.deliverables is
  'Work for an outcome, one row each; money in minor units, instants in UTC, day as its member called it.';
comment on view outlog.runs is 'Runs of procedures, one row each.';
comment on view outlog.check_ins is 'What each member reported of a day, one row each.';
`;
