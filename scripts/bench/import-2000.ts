import { read } from 'xlsx'
import { activityImport } from '#app/features/activity/activity-import.server.ts'
import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { insertAll, inTransaction, newId } from '#db/write.server.ts'
import { activityWorkbook } from './activity-workbook.ts'
import { type BenchPlace, type Figure, timeOf } from './figure.ts'

const rowsInFile = 2_000

/** From the bytes of a school's workbook to what the preview shows; the floor is SheetJS's lean parse of the bytes. */
export async function import2000Preview(place: BenchPlace): Promise<Figure> {
  const file = await activityWorkbook(place, rowsInFile)
  const context = contextOf(place, file.schoolId)
  return {
    name: 'import-2000-preview',
    samples: 9,
    ours: () => timeOf(() => staged(place, file.bytes, context)),
    floor: () => timeOf(async () => leanParse(file.bytes)),
    close: closeReader,
  }
}

/** From the confirmed preview to rows and roll-ups committed; the floor only inserts the same rows. */
export async function import2000Commit(place: BenchPlace): Promise<Figure> {
  const { db } = place
  const file = await activityWorkbook(place, rowsInFile)
  const context = contextOf(place, file.schoolId)
  const { rows } = await staged(place, file.bytes, context)
  return {
    name: 'import-2000-commit',
    samples: 9,
    ours: async () => {
      const time = await timeOf(() => inTransaction(db, tx => activityImport.commit(tx, rows, context)))
      await removeLogs(place, file)
      return time
    },
    floor: async () => {
      const time = await timeOf(() => inTransaction(db, tx => insertAll(tx, 'activity', file.rows)))
      await removeLogs(place, file)
      return time
    },
    close: closeReader,
  }
}

/** Reads and compares as the preview does; a row that is not taken makes the figure worthless and throws. */
async function staged({ db }: BenchPlace, bytes: Uint8Array, context: ImportContext) {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(`The workbook of the bench was refused: ${opened.refusal}`)
  const result = await activityImport.stage(db, opened.grids, context)
  if (result.rows.length !== rowsInFile) {
    throw new Error(`${result.rows.length} of ${rowsInFile} rows: ${JSON.stringify(result.problems[0])}`)
  }
  return result
}

function leanParse(bytes: Uint8Array): void {
  read(bytes, { dense: true, cellText: false, cellHTML: false, cellFormula: false, sheets: 0 })
}

async function removeLogs({ db }: BenchPlace, file: { schoolId: string; lastDay: string }): Promise<void> {
  for (const table of ['activity', 'class_day', 'school_day'] as const) {
    await db
      .deleteFrom(table)
      .where('school_id', '=', file.schoolId)
      .where('day', '<=', file.lastDay)
      .execute()
  }
}

function contextOf({ today }: BenchPlace, schoolId: string): ImportContext {
  return {
    importId: newId(),
    fileName: '9月.xlsx',
    today,
    now: `${today} 01:00:00.000`,
    scope: { kind: 'city' },
    actor: { id: null, name: 'bench' },
    schoolId,
  }
}
