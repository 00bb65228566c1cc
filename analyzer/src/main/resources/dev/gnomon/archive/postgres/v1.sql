-- One row a run. The document is the run itself; the other columns are read from it, for questions in SQL.
create table run (
  hash        text primary key,
  path        text not null unique,
  module_path text not null,
  project     text not null,
  module      text not null,
  source      text not null,
  environment text not null,
  commit_id   text not null,
  branch      text not null,
  dirty       boolean not null,
  started_at  timestamptz not null,
  recorded_at timestamptz not null default now(),
  document    bytea not null
);
create index run_by_module on run (module_path, started_at desc);

-- One row a benchmark of a run. The arrays have one entry a good fork and one a good iteration.
create table series (
  run_hash        text not null references run (hash) on delete cascade,
  position        integer not null,
  benchmark       text not null,
  param_names     text[] not null,
  param_values    text[] not null,
  mode            text not null,
  threads         integer not null,
  bytecode_hash   text not null,
  forks_failed    integer not null,
  iteration_fork  integer[] not null,
  iteration_ns_per_op double precision[] not null,
  primary key (run_hash, position)
);
create index series_by_benchmark on series (benchmark);
