import type { BareRow, StagedRow } from '#app/features/imports/sheet-import.ts'
import type { Db } from '#db/tables.ts'
import { namedClasses, namesOf } from './activity-context.queries.server.ts'
import { type ActivityData, valuesIn } from './activity-data.ts'
import { showingOf } from './activity-shown.ts'

/** What people see of activities that were staged in pieces, the name of the school with them. */
export async function showActivities(db: Db, rows: readonly BareRow[]): Promise<StagedRow[]> {
  const dataOf = (row: BareRow) => row.data as unknown as ActivityData
  const classes = await namedClasses(db, [...new Set(rows.map(row => dataOf(row)[1]))])
  const names = await namesOf(db, [...new Set(rows.map(row => dataOf(row)[0]))])
  const showing = showingOf(classes)
  const shown = (data: ActivityData) => ({
    school: names.get(data[0])?.[0] ?? '',
    ...showing(data[2], valuesIn(data)),
  })
  return rows.map(({ was, ...row }) => ({
    ...row,
    shown: shown(row.data as unknown as ActivityData),
    ...(was !== undefined && { before: shown(was as unknown as ActivityData) }),
  }))
}
