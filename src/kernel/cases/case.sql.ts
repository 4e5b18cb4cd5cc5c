/**
 * Cases as histories of events. `case_file` holds what the events of a case add up to, so that
 * lists need not read them; `case_private` holds what may be erased, of which events keep a digest.
 */
export const caseTables = `
create table case_file (
  id text collate "C" primary key check (id <> ''),
  program text not null,
  status text not null check (status in ('draft', 'decided', 'settled', 'released')),
  version bigint not null check (version > 0),
  assignee text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  state jsonb not null
);
create index case_file_newest on case_file (created_at desc, id desc);
create index case_file_queue on case_file (program, status, created_at desc, id desc);

create table case_event (
  case_id text collate "C" not null references case_file (id),
  version bigint not null check (version > 0),
  kind text not null,
  actor text not null check (actor <> ''),
  made_at timestamptz not null,
  data jsonb not null,
  primary key (case_id, version)
);

create table case_private (
  case_id text collate "C" not null,
  version bigint not null,
  salt text not null,
  content text not null,
  primary key (case_id, version),
  foreign key (case_id, version) references case_event (case_id, version)
);

create function case_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the history of a case only grows: % of % is refused',
    lower(tg_op), tg_table_name;
end $$;

create trigger case_file_kept before delete on case_file
  for each row execute function case_refuse_change();
create trigger case_file_whole before truncate on case_file
  for each statement execute function case_refuse_change();
create trigger case_file_identity before update of id, program, created_at on case_file
  for each row execute function case_refuse_change();
create trigger case_event_kept before update or delete on case_event
  for each row execute function case_refuse_change();
create trigger case_event_whole before truncate on case_event
  for each statement execute function case_refuse_change();
create trigger case_private_kept before update on case_private
  for each row execute function case_refuse_change();
`
