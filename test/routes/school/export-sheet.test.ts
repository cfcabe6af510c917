import { beforeEach, expect, test } from 'vitest'
import { loader } from '#app/routes/school/export-sheet.ts'
import { openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleActivity } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()

let school: { id: string; classes: string[] }
let cookie: string

beforeEach(async () => {
  school = await insertSchool(db, { classes: [['primary', 2023, 2]] })
  await insertSchool(db, {
    code: '2132000002',
    name: '灌云县试验小学',
    unitCode: '320723',
    classes: [['primary', 2024, 7]],
  })
  cookie = await cookieOf(db, await insertPerson(db, { role: 'school', schoolId: school.id }))
})

async function textsOf(path: string): Promise<string[]> {
  const answer = (await loader(visit(path, { cookie }))) as Response
  const opened = await openWorkbook(new Uint8Array(await answer.arrayBuffer()))
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.grids.flatMap(grid => grid.rows.flat().map(cell => (cell?.type === 'text' ? cell.text : '')))
}

test('whoever is not signed in is asked to', async () => {
  expect(await outcomeOf(loader(visit('/exports?sheet=classes')))).toMatchObject({ status: 302 })
})

test('a school takes out its own classes and nobody else’s', async () => {
  const texts = await textsOf('/exports?sheet=classes')

  expect(texts).toContain('2132000001')
  expect(texts).not.toContain('2132000002')
})

test('a log holds the days that were asked for', async () => {
  const at = { school_id: school.id, class_id: school.classes[0]! }
  await insertAll(db, 'activity', [
    sampleActivity({ ...at, day: '2025-09-01', teacher: '王老师' }),
    sampleActivity({ ...at, day: '2025-09-02', teacher: '李老师' }),
  ])

  const texts = await textsOf('/exports?sheet=activity-log&from=2025-09-02&to=2025-09-02')

  expect(texts).toContain('李老师')
  expect(texts).not.toContain('王老师')
})

test('a school does not take out the placements of the unit, nor a sheet that there is not', async () => {
  expect(await outcomeOf(loader(visit('/exports?sheet=placements', { cookie })))).toMatchObject({
    status: 403,
  })
  expect(await outcomeOf(loader(visit('/exports?sheet=pupils', { cookie })))).toMatchObject({ status: 400 })
})
