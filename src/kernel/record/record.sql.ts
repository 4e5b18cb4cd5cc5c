/**
 * The log: entries, the hashes of all full subtrees, and one signed checkpoint per size. Rows are
 * never changed; the head counts the entries and makes writers queue.
 */
export const recordTables = `
create table record_head (
  is_only boolean primary key default true check (is_only),
  origin text,
  size bigint not null check (size >= 0)
);
insert into record_head (size) values (0);

create table record_entry (
  leaf_index bigint primary key check (leaf_index >= 0),
  entry text not null,
  recorded_at timestamptz not null
);

create table record_node (
  level bigint not null check (level between 0 and 52),
  node_index bigint not null check (node_index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, node_index)
);

create table record_checkpoint (
  size bigint primary key check (size > 0),
  note text not null,
  verifier_key text not null,
  signed_at timestamptz not null
);

create function record_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record only grows: % of % is refused', lower(tg_op), tg_table_name;
end $$;

create function record_head_grows() returns trigger language plpgsql as $$
begin
  if new.size <= old.size or (old.origin is not null and new.origin is distinct from old.origin)
  then
    raise exception 'the record only grows, under one origin';
  end if;
  return new;
end $$;

create trigger record_head_grows before update on record_head
  for each row execute function record_head_grows();
create trigger record_head_kept before delete on record_head
  for each row execute function record_refuse_change();
create trigger record_head_whole before truncate on record_head
  for each statement execute function record_refuse_change();
create trigger record_entry_kept before update or delete on record_entry
  for each row execute function record_refuse_change();
create trigger record_entry_whole before truncate on record_entry
  for each statement execute function record_refuse_change();
create trigger record_node_kept before update or delete on record_node
  for each row execute function record_refuse_change();
create trigger record_node_whole before truncate on record_node
  for each statement execute function record_refuse_change();
create trigger record_checkpoint_kept before update or delete on record_checkpoint
  for each row execute function record_refuse_change();
create trigger record_checkpoint_whole before truncate on record_checkpoint
  for each statement execute function record_refuse_change();
`
