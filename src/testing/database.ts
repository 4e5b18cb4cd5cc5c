import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, inject } from 'vitest'
import { openEmbedded } from '../kernel/store/embedded.ts'
import { openServer } from '../kernel/store/server.ts'
import { sql } from '../kernel/store/sql.ts'
import type { Store } from '../kernel/store/store.ts'

/** One of the two engines that every test of stored things runs on. */
export interface TestDatabase {
  readonly kind: Store['kind']
}

/** For `describe.each(databases)('... on $kind', (database) => ...)`. */
export const databases: readonly TestDatabase[] = [{ kind: 'pglite' }, { kind: 'postgres' }]

async function ask(path: string): Promise<string> {
  const response = await fetch(inject('databaseService') + path)
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return text
}

/** The address of a new PostgreSQL database with the schema and nothing in it. */
export const freshServerUrl = (): Promise<string> => ask('/postgres')

/** A dump of an embedded database with the schema and nothing in it. */
export const emptySnapshot = async (): Promise<Blob> =>
  new Blob([readFileSync(await ask('/pglite'))])

// Rows that migrations insert are kept aside, so that a reset brings them back.
const keepSeeds = sql`do $$ declare one text; filled boolean; begin
  create schema if not exists seed;
  for one in select tablename from pg_tables where schemaname = 'public' loop
    execute format('select exists (select from public.%I)', one) into filled;
    if filled and one <> 'schema_migration' then
      execute format('create table if not exists seed.%I as table public.%I', one, one);
    end if;
  end loop;
end $$`

const reset = sql`do $$ declare one text; tables text; begin
  select string_agg(format('public.%I', tablename), ', ') into tables
    from pg_tables where schemaname = 'public' and tablename <> 'schema_migration';
  for one in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I disable trigger user', one);
  end loop;
  execute 'truncate ' || tables || ' restart identity';
  for one in select tablename from pg_tables where schemaname = 'seed' loop
    execute format('insert into public.%I overriding system value table seed.%I', one, one);
  end loop;
  for one in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable trigger user', one);
  end loop;
end $$`

async function open({ kind }: TestDatabase): Promise<Store> {
  const store =
    kind === 'postgres'
      ? await openServer(await freshServerUrl())
      : await openEmbedded({ snapshot: await emptySnapshot() })
  await store.query(keepSeeds)
  return store
}

// One of each kind per worker: a first embedded database takes seconds.
const opened = new Map<TestDatabase['kind'], Promise<Store>>()

/**
 * Gives the tests of a `describe` a store, emptied before each of them. Call the result inside a
 * test. Do not close it: other files use it too.
 */
export function useDatabase(database: TestDatabase): () => Store {
  let store: Store | undefined
  beforeAll(async () => {
    const opening = opened.get(database.kind) ?? open(database)
    opened.set(database.kind, opening)
    store = await opening
  })
  beforeEach(async () => {
    await store?.query(reset)
  })
  return () => {
    if (!store) throw new Error('The database is open only inside a test')
    return store
  }
}
