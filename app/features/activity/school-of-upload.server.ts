import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { namedSchools } from '#app/features/schools/school-reader.server.ts'
import { findSchool, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { schoolResolver } from '#app/spreadsheet/cells/school-name.ts'
import { type Grid, rawOf } from '#app/spreadsheet/grid.ts'
import { plainText } from '#app/spreadsheet/plain-text.ts'
import type { Db } from '#db/tables.ts'
import { schoolsOfCodes } from './activity-context.queries.server.ts'
import { schoolNamesIn } from './reading/workbook-guard.ts'

type Found =
  | { ok: true; school: SchoolRow }
  | {
      ok: false
      refusal: 'activity.school-unknown' | 'activity.several-schools' | 'activity.school-not-yours'
    }

/**
 * The one school that an upload belongs to: the one it was uploaded for, else the uploader's own, else the one whose
 * code stands in the workbook, else the one that it names without a doubt. It must lie in the uploader's scope.
 */
export async function schoolOfUpload(
  db: Db,
  grids: readonly Grid[],
  context: Pick<ImportContext, 'schoolId' | 'scope' | 'today'>,
): Promise<Found> {
  const own = context.scope.kind === 'school' ? context.scope.schoolId : null
  const given = context.schoolId ?? own
  const ids = given !== null ? [given] : await schoolsIn(db, grids, context)
  const [id, ...others] = ids
  if (id === undefined) return { ok: false, refusal: 'activity.school-unknown' }
  if (others.length > 0) return { ok: false, refusal: 'activity.several-schools' }
  const school = await findSchool(db, context.scope, id, context.today)
  return school === undefined ? { ok: false, refusal: 'activity.school-not-yours' } : { ok: true, school }
}

async function schoolsIn(
  db: Db,
  grids: readonly Grid[],
  { scope, today }: Pick<ImportContext, 'scope' | 'today'>,
): Promise<string[]> {
  const coded = await schoolsOfCodesIn(db, grids)
  if (coded.length > 0) return coded
  const names = new Set(grids.filter(({ hidden }) => !hidden).flatMap(schoolNamesIn))
  if (names.size === 0) return []
  const resolve = schoolResolver(await namedSchools(db, scope, today))
  const readings = Array.from(names, resolve)
  return [...new Set(readings.flatMap(one => (one.reading === 'accept' ? [one.value] : [])))]
}

async function schoolsOfCodesIn(db: Db, grids: readonly Grid[]): Promise<string[]> {
  const codes = new Set(
    grids.flatMap(grid =>
      grid.rows.flatMap(row =>
        row.flatMap(cell => plainText(rawOf(cell)).match(/(?<!\d)\d{10}(?!\d)/g) ?? []),
      ),
    ),
  )
  const found = await schoolsOfCodes(db, [...codes].slice(0, mostCodes))
  return [...new Set(found.map(one => one.schoolId))]
}

/** A file with more ten-digit numbers than this is no school's log. */
const mostCodes = 5000
