/** What a receiver keeps. Hashes and keys are bytes; what people wrote is JSON text, which holds any text. */
export const BATCHES = `
create table outlog.receiver (
  is_only boolean primary key default true check (is_only),
  seed bytea not null check (octet_length(seed) = 32)
);

create table outlog.workspaces (
  workspace text primary key,
  founder_key text not null,
  served text not null,
  claimed_at timestamptz not null default now()
);

-- Where each stream's main branch ends: the one row that those who write to a stream take turns at.
create table outlog.streams (
  workspace text not null,
  stream text not null,
  epoch text not null,
  audience text not null,
  member text not null,
  key_id text not null,
  seq bigint not null,
  h text not null,
  branch_count int not null,
  waiting_count int not null,
  primary key (workspace, stream, epoch)
) with (fillfactor = 70);
create index streams_by_member on outlog.streams (workspace, member);
create index streams_by_audience on outlog.streams (workspace, audience);

create sequence outlog.arrivals;

create table outlog.batches (
  tx xid8 not null default pg_current_xact_id(),
  n bigint not null default nextval('outlog.arrivals'),
  workspace text not null,
  stream text not null,
  epoch text not null,
  audience text not null,
  member text not null,
  key_id text not null,
  first bigint not null,
  last bigint not null,
  prev_chain text not null,
  chain text not null,
  last_hlc text not null,
  sha256 bytea not null,
  size_bytes int not null,
  is_waiting boolean not null,
  at_ms bigint not null,
  file bytea not null,
  primary key (sha256, workspace, stream)
) partition by hash (workspace, stream);
create index batches_in_order on outlog.batches (workspace, tx, n);
create index batches_by_audience on outlog.batches (workspace, audience, tx, n);
create index batches_by_stream on outlog.batches (workspace, stream, epoch, n);

create table outlog.access_changes (
  tx xid8 not null default pg_current_xact_id(),
  n bigint generated always as identity primary key,
  workspace text not null,
  stream text not null,
  key_id text not null,
  member text not null,
  change text not null,
  is_unfolded boolean not null default false
);
create index access_changes_in_order on outlog.access_changes (workspace, tx, n);
create index access_changes_to_unfold on outlog.access_changes (n) where not is_unfolded;

create table outlog.pieces (
  workspace text not null,
  audience text not null,
  hash bytea not null,
  piece text not null,
  bytes bytea not null,
  at timestamptz not null default now(),
  primary key (hash, workspace, audience, piece)
) partition by hash (hash);

create table outlog.joins (
  locator text primary key,
  workspace text not null,
  bytes bytea not null,
  expires_at_ms bigint not null
);

-- Whose transaction numbers the rows carry: a dump that is read into another server brings foreign ones.
create table outlog.generation (
  is_only boolean primary key default true check (is_only),
  generation text not null,
  system_identifier text not null,
  timeline text not null
);

do $$
begin
  for i in 0..15 loop
    execute format(
      'create table outlog.batches_%s partition of outlog.batches for values with (modulus 16, remainder %s)', i, i);
    execute format('alter table outlog.batches_%s alter column file set storage external', i);
    execute format(
      'create table outlog.pieces_%s partition of outlog.pieces for values with (modulus 16, remainder %s)', i, i);
    execute format('alter table outlog.pieces_%s alter column bytes set storage external', i);
  end loop;
end $$;
`;
