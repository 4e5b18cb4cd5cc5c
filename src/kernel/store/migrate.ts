import { sha256Hex } from '../rules/canonical.ts'
import { migrations } from './migrations.ts'
import type { Session } from './session.ts'
import { sql } from './sql.ts'

const migrationLock = 7_310_001

interface Applied {
  readonly name: string
  readonly sha256: string
}

/**
 * Brings the schema up to date, each migration once, one process at a time. Throws when the
 * database was made by a newer version or when a migration was altered after it had been applied.
 */
export async function migrate(session: Session): Promise<void> {
  await session.query(sql`select pg_advisory_xact_lock(${migrationLock})`)
  await session.script(
    `create table if not exists schema_migration (name text primary key, sha256 text not null)`,
  )
  const rows = await session.query<Applied>(sql`select name, sha256 from schema_migration`)
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  const known = new Set(migrations.map(({ name }) => name))
  const newer = rows.find(({ name }) => !known.has(name))
  if (newer) {
    throw new Error(
      `The database has the migration "${newer.name}", which this version does not know: ` +
        `use the version that made it, or a later one`,
    )
  }
  for (const { name, text } of migrations) {
    const sha256 = sha256Hex(text)
    const before = applied.get(name)
    if (before === sha256) continue
    if (before !== undefined) {
      throw new Error(
        `The migration "${name}" was altered after this database had applied it: ` +
          `restore its text and add a new migration instead`,
      )
    }
    await session.script(text)
    await session.query(sql`insert into schema_migration values (${name}, ${sha256})`)
  }
}
