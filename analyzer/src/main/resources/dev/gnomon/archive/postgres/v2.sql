-- The profiles of a run, all in one document; a run need not have any.
create table profiles (
  run_hash text primary key references run (hash) on delete cascade,
  document bytea not null
);
