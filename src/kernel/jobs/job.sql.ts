/**
 * Long work, done outside of requests. A running job is leased to one worker: `attempt` tells a
 * worker that was taken for dead from the one that took over, so that a result is stored once.
 */
export const jobTables = `
create table job (
  id text collate "C" primary key check (id <> ''),
  kind text not null,
  holder_sha256 text not null,
  input jsonb not null,
  status text not null check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  attempt integer not null default 0,
  attempts_max integer not null check (attempts_max > 0),
  leased_until timestamptz,
  progress_done double precision,
  progress_total double precision,
  result jsonb,
  problem jsonb,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  kept_until timestamptz not null,
  check ((status = 'running') = (leased_until is not null)),
  check ((status = 'done') = (result is not null)),
  check ((status = 'failed') = (problem is not null))
);
create index job_open on job (created_at, id) where status in ('waiting', 'running');
create index job_kept on job (kept_until);
`
