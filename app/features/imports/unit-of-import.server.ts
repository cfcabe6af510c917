import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import type { ImportContext } from './sheet-import.ts'

/** The unit among whose imports it is listed: the uploader's own, else that of its school. */
export async function unitOfImport(
  db: Db,
  { scope, today }: Pick<ImportContext, 'scope' | 'today'>,
  schoolId: string | null,
): Promise<string | null> {
  if (scope.kind === 'unit') return scope.unitCode
  const school = schoolId === null ? undefined : await findSchool(db, scope, schoolId, today)
  return school?.unitCode ?? null
}
