/**
 * Accounts and the transfers between them. Amounts are counts of the account's smallest unit
 * (10^-scale of it). Transfers are never changed; the balances of accounts are sums over them.
 */
export const ledgerTables = `
create table ledger_account (
  key text collate "C" primary key check (key <> ''),
  title text not null,
  holder text,
  unit text not null,
  scale integer not null check (scale between 0 and 18),
  debits_must_not_exceed_credits boolean not null,
  debits_pending bigint not null default 0 check (debits_pending >= 0),
  debits_posted bigint not null default 0 check (debits_posted >= 0),
  credits_pending bigint not null default 0 check (credits_pending >= 0),
  credits_posted bigint not null default 0 check (credits_posted >= 0),
  created_at timestamptz not null,
  constraint ledger_account_within_credits check (
    not debits_must_not_exceed_credits or debits_pending + debits_posted <= credits_posted
  )
);

create table ledger_transfer (
  sequence bigint generated always as identity unique,
  id text collate "C" primary key check (id <> ''),
  kind text not null check (kind in ('post', 'reserve', 'settle', 'release', 'lapse')),
  debit text collate "C" not null references ledger_account (key),
  credit text collate "C" not null references ledger_account (key),
  amount bigint not null check (amount > 0),
  reserve text collate "C" references ledger_transfer (id),
  reference text,
  expires_at timestamptz,
  made_at timestamptz not null,
  check (debit <> credit),
  check ((reserve is not null) = (kind in ('settle', 'release', 'lapse'))),
  check (expires_at is null or kind = 'reserve'),
  constraint ledger_transfer_one_end unique (reserve)
);
create index ledger_transfer_debit on ledger_transfer (debit, sequence);
create index ledger_transfer_credit on ledger_transfer (credit, sequence);
create index ledger_transfer_expires on ledger_transfer (expires_at) where expires_at is not null;

create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger history is immutable: make a new transfer instead of %', lower(tg_op);
end $$;

create trigger ledger_transfer_immutable before update or delete on ledger_transfer
  for each row execute function ledger_refuse_change();
create trigger ledger_transfer_kept before truncate on ledger_transfer
  for each statement execute function ledger_refuse_change();
create trigger ledger_account_kept before delete on ledger_account
  for each row execute function ledger_refuse_change();
create trigger ledger_account_identity before update of
  key, title, holder, unit, scale, debits_must_not_exceed_credits, created_at on ledger_account
  for each row execute function ledger_refuse_change();
`
