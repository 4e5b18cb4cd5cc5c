/** Who may come in: only hashes of secrets are kept, so that a copy of the database opens nothing. */
export const accessTables = `
create table session (
  secret_sha256 text primary key,
  name text not null,
  role text not null check (role in ('officer', 'administrator')),
  started_at timestamptz not null,
  expires_at timestamptz not null
);

create table administrator_link (
  secret_sha256 text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table api_key (
  id text primary key,
  secret_sha256 text not null unique,
  name text not null,
  role text not null check (role in ('officer', 'administrator')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table case_key (
  secret_sha256 text primary key,
  case_id text not null,
  created_at timestamptz not null
);
create index case_key_case on case_key (case_id);
`
