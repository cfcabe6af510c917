import { read } from 'xlsx'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { insertAll, inTransaction } from '#db/write.server.ts'
import { activityWorkbook } from './activity-workbook.ts'
import { type BenchPlace, type Figure, timeOf } from './figure.ts'

const rowsInFile = 2_000

type Workbook = Awaited<ReturnType<typeof activityWorkbook>>

/** From the bytes of a school's workbook to the kept preview; the floor is SheetJS's lean parse of the bytes. */
export async function import2000Preview(place: BenchPlace): Promise<Figure> {
  const file = await activityWorkbook(place, rowsInFile)
  return {
    name: 'import-2000-preview',
    samples: 9,
    ours: () => timeOf(() => preview(place, file)),
    floor: () => timeOf(async () => leanParse(file.bytes)),
    close: closeReader,
  }
}

/** From the confirmed preview to rows, roll-ups and history committed; the floor only inserts the same rows. */
export async function import2000Commit(place: BenchPlace): Promise<Figure> {
  const { db } = place
  const file = await activityWorkbook(place, rowsInFile)
  return {
    name: 'import-2000-commit',
    samples: 9,
    ours: async () => {
      const id = await preview(place, file)
      const time = await timeOf(() => commit(place, id))
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

/** A row that is not taken makes the figure worthless and throws. */
async function preview({ db, today }: BenchPlace, { schoolId, bytes }: Workbook): Promise<string> {
  const result = await previewImport(db, {
    ...asking(today),
    sheet: 'activity-log',
    bytes,
    fileName: 'bench.xlsx',
    schoolId,
  })
  if (!result.ok) throw new Error(`The workbook was refused: ${JSON.stringify(result.problems[0])}`)
  const run = await db
    .selectFrom('import_run')
    .select('counts')
    .where('id', '=', result.id)
    .executeTakeFirst()
  if (JSON.parse(run?.counts ?? '{}').new !== rowsInFile)
    throw new Error(`Not all rows are new: ${run?.counts}`)
  return result.id
}

async function commit({ db, today }: BenchPlace, id: string): Promise<void> {
  const result = await commitImport(db, { ...asking(today), id, skipBadRows: false })
  if (!result.ok) throw new Error(`The import was not committed: ${result.refusal}`)
}

function asking(today: string) {
  return {
    today,
    now: `${today} 01:00:00.000`,
    scope: { kind: 'city' as const },
    actor: { id: null, name: 'bench' },
  }
}

function leanParse(bytes: Uint8Array): void {
  read(bytes, { dense: true, cellText: false, cellHTML: false, cellFormula: false, sheets: 0 })
}

async function removeLogs({ db }: BenchPlace, { schoolId, lastDay }: Workbook): Promise<void> {
  for (const table of ['activity', 'class_day', 'school_day'] as const) {
    await db.deleteFrom(table).where('school_id', '=', schoolId).where('day', '<=', lastDay).execute()
  }
}
