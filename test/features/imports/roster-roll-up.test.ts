import { expect, test } from 'vitest'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { schoolDayTotals } from '#app/features/activity/roll-ups.queries.server.ts'
import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { sheetImportOf } from '#app/features/imports/sheets.server.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { sketch } from '#test/spreadsheet/sketch.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()

const context: ImportContext = {
  importId: newId(),
  fileName: '班级.xlsx',
  today: '2025-10-15',
  now: '2025-10-15 08:00:00.000',
  scope: { kind: 'city' },
  actor: { id: null, name: '李主任' },
  schoolId: null,
}

test('a class that an import ends leaves the figures of the days after its last one', async () => {
  const { id, classes } = await insertSchool(database.db, { classes: [['primary', 2023, 1]] })
  const classId = classes[0] ?? ''
  await report(database.db, id, classDay(classId, '2025-09-01', 90), classDay(classId, '2025-09-08', 90))
  const grid = sketch([
    ['学校标识码', '学段', '入学年份', '班号', '学生数', '起始日期', '终止日期'],
    ['2132000001', '小学', 2023, 1, 45, '2023-09-01', '2025-09-05'],
  ])

  const classesImport = sheetImportOf('classes')
  const { rows, problems } = await classesImport.stage(database.db, [grid], context)
  await inTransaction(database.db, tx => classesImport.commit(tx, rows, context))

  expect(problems).toEqual([])
  const days = await schoolDayTotals(database.db, id, { from: '2025-09-01', to: '2025-09-30' })
  expect(days.map(one => one.day)).toEqual(['2025-09-01'])
  expect(await verifyRollups(database.db)).toEqual([])
})
