import type { Scope } from '#app/auth/scope.ts'
import { type Day, inCity } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { findImport } from './imports.queries.server.ts'

/** The import that holds up undoing another, as it is named to whoever sees it; `at` is city time. */
export async function laterImport(
  db: Db,
  scope: Scope,
  { id, asOf }: { id: string; asOf: Day },
): Promise<{ id: string; file: string; actor: string; at: string } | null> {
  const run = await findImport(db, scope, id, asOf)
  if (run === undefined) return null
  return { id, file: run.fileName, actor: run.actor, at: inCity(run.committedAt ?? run.createdAt) }
}
