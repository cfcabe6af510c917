import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import type { SheetName } from '#app/features/imports/sheet-name.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import {
  columnsNamingClasses,
  columnsNamingSchools,
} from '#app/features/schools/school-states.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { samplePlacement } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const today = '2025-10-15'
const by = { id: null, name: '李主任' }
const code = '2132900001'
const tables = [
  'school',
  'school_profile',
  'school_code',
  'school_stage',
  'school_alias',
  'school_class',
] as const
let school: { id: string; classes: string[] }
let minute = 0

afterAll(() => closeReader())

beforeEach(async () => {
  school = await insertSchool(place.db, { code, classes: [['primary', 2023, 1]] })
})

async function imported(sheet: SheetName, text: string, scope = city): Promise<string> {
  minute += 1
  const result = await runImport(place.db, {
    ...{ sheet, bytes: new TextEncoder().encode(text), fileName: `${sheet}.csv`, scope, actor: by },
    ...{ today, now: `2025-10-15 02:${String(minute % 60).padStart(2, '0')}:00.000` },
    ...{ schoolCode: null, dryRun: false, skipBadRows: false, withRows: false, locale: 'zh-CN' },
  })
  if (result.status !== 'committed' || result.import === null) throw new Error(JSON.stringify(result))
  return result.import
}

const undo = (id: string, scope: Scope = city) => undoImport(place.db, { id, scope, actor: by, today })

async function registry(): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {}
  for (const table of tables) {
    const rows = await place.db.selectFrom(table).selectAll().execute()
    content[table] = rows.map(row => JSON.stringify(row)).sort()
  }
  return content
}

async function refusedAndUntouched(id: string, answer: object, scope: Scope = city): Promise<void> {
  const before = await registry()
  expect(await undo(id, scope)).toEqual({ ok: false, ...answer })
  expect(await registry()).toEqual(before)
}

test('every column that names a school or a class is asked before one is taken away', async () => {
  const found = { school: new Set<string>(), class: new Set<string>() }
  for (const { name, columns } of await place.db.introspection.getTables())
    for (const column of columns) {
      if (/^(\w+_)?school_id$|^parent_id$/.test(column.name)) found.school.add(`${name}.${column.name}`)
      if (/^(\w+_)?class_id$/.test(column.name)) found.class.add(`${name}.${column.name}`)
    }
  const parts = ['school_profile', 'school_code', 'school_stage', 'school_alias', 'audit']
  const asked = new Set(columnsNamingSchools.map(pair => pair.join('.')))
  const askedOfClasses = new Set(columnsNamingClasses.map(pair => pair.join('.')))

  expect([...found.school].filter(one => !asked.has(one)).sort()).toEqual(
    parts.map(table => `${table}.school_id`).sort(),
  )
  expect([...found.class].filter(one => !askedOfClasses.has(one))).toEqual([])
})

describe('schools', () => {
  const head = '学校标识码,学校名称,曾用名,办学类型,主管单位,学生数\n'
  const added = `${head}2132900003,东海县新办小学,新小,小学,东海县,300\n`

  test('entered go, those changed are as they were, and both can be imported anew', async () => {
    const before = await registry()
    const text = `${added}${code},东海县试验学校,老试小,九年一贯制学校,东海县,900\n`
    const id = await imported('schools', text)
    expect(await registry()).not.toEqual(before)

    expect(await undo(id)).toEqual({ ok: true })
    expect(await undo(id)).toEqual({ ok: true })

    expect(await registry()).toEqual(before)
    expect(await undo(await imported('schools', text))).toEqual({ ok: true })
    expect(await registry()).toEqual(before)
  })

  test('entered and in use since are left, naming the import that used them', async () => {
    const id = await imported('schools', added)
    const later = await imported(
      'placements',
      '学校标识码,项目,学段,角色,起始日期\n2132900003,足球,小学,成员,2025-09-01\n',
    )
    await refusedAndUntouched(id, {
      refusal: 'changed-since',
      later: { id: later, fileName: 'placements.csv' },
    })

    expect(await undo(later)).toEqual({ ok: true })
    expect(await undo(id)).toEqual({ ok: true })
  })

  test('changed again are left, naming the later import; changed by hand, without a name', async () => {
    const row = (pupils: number) => `${head}${code},东海县试验小学,,小学,东海县,${pupils}\n`
    const id = await imported('schools', row(700))
    const later = await imported('schools', row(800))
    await refusedAndUntouched(id, { refusal: 'changed-since', later: { id: later, fileName: 'schools.csv' } })

    await place.db.updateTable('school').set({ pupils: 801 }).where('id', '=', school.id).execute()
    await refusedAndUntouched(later, { refusal: 'changed-since' })
  })

  test('given a stage on which others build by now are left', async () => {
    const id = await imported('schools', `${head}${code},东海县试验小学,,九年一贯制学校,东海县,700\n`)
    await insertAll(place.db, 'program_placement', [
      samplePlacement({ school_id: school.id, stage: 'junior' }),
    ])
    await refusedAndUntouched(id, { refusal: 'changed-since' })

    await place.db.updateTable('program_placement').set({ stage: 'primary' }).execute()
    expect(await undo(id)).toEqual({ ok: true })
  })

  test('whose name another bears by now are left; names that this import moved are no hindrance', async () => {
    const before = await registry()
    const id = await imported('schools', `${head}${code},东海县改名小学,,小学,东海县,\n`)
    await insertSchool(place.db, { code: '2132900009', name: '东海县试验小学' })
    await refusedAndUntouched(id, { refusal: 'changed-since' })

    await place.db
      .updateTable('school_profile')
      .set({ name: '东海县别的小学' })
      .where('code', '=', '2132900009')
      .execute()
    expect(await undo(id)).toEqual({ ok: true })
    expect((await registry()).school_alias).toEqual(before.school_alias)
  })

  test('are undone by whoever may change them, and found by nobody else', async () => {
    const donghai: Scope = { kind: 'unit', unitCode: '320722' }
    const id = await imported('schools', added, donghai)

    await refusedAndUntouched(id, { refusal: 'not-found' }, { kind: 'unit', unitCode: '320723' })
    await refusedAndUntouched(id, { refusal: 'not-found' }, { kind: 'school', schoolId: school.id })
    await place.db
      .updateTable('school_profile')
      .set({ unit_code: '320723' })
      .where('code', '=', '2132900003')
      .execute()
    await refusedAndUntouched(id, { refusal: 'not-yours' }, donghai)
  })

  test('of an import that kept no earlier state are left, and that is said', async () => {
    const id = await imported('schools', added)
    const { content } = await place.db
      .selectFrom('import_part')
      .where('part', '=', 'changes')
      .select('content')
      .executeTakeFirstOrThrow()
    const old = (JSON.parse(content) as object[]).map(change => ({ ...change, stands: undefined }))
    await place.db
      .updateTable('import_part')
      .where('part', '=', 'changes')
      .set({ content: JSON.stringify(old) })
      .execute()

    await refusedAndUntouched(id, { refusal: 'not-undoable' })
  })
})

describe('classes', () => {
  const head = '学校标识码,学段,入学年份,班号,学生数,起始日期,终止日期\n'
  const row = (number: number, pupils: number, days = ',') =>
    `${code},小学,2023,${number},${pupils},${days}\n`
  const log = (className: string, day = '2025-10-13') =>
    `学校标识码,日期,班级,活动类型,时长(分钟)\n${code},${day},${className},体育课,40\n`

  test('entered go and those changed are as they were, the figures with them', async () => {
    await imported('activity-log', log('三(1)班'))
    const before = await registry()
    const id = await imported('classes', head + row(1, 51, '2023-09-01,2025-09-30') + row(2, 44))
    expect(await verifyRollups(place.db)).toEqual([])

    expect(await undo(id)).toEqual({ ok: true })

    expect(await registry()).toEqual(before)
    expect(await verifyRollups(place.db)).toEqual([])
  })

  test('with something reported since are left, naming the import that did', async () => {
    const id = await imported('classes', head + row(2, 44))
    const later = await imported('activity-log', log('三(2)班'))
    await refusedAndUntouched(id, {
      refusal: 'changed-since',
      later: { id: later, fileName: 'activity-log.csv' },
    })

    expect(await undo(later)).toEqual({ ok: true })
    expect(await undo(id)).toEqual({ ok: true })
    expect(await verifyRollups(place.db)).toEqual([])
  })

  test('made longer, and reported on the days they won, are left', async () => {
    await imported('classes', head + row(1, 45, '2023-09-01,2025-09-30'))
    const id = await imported('classes', head + row(1, 45, '2023-09-01,2026-06-30'))
    const later = await imported('activity-log', log('三(1)班', '2025-10-13'))
    await refusedAndUntouched(id, {
      refusal: 'changed-since',
      later: { id: later, fileName: 'activity-log.csv' },
    })
  })

  test('changed since, and those of a unit that is not theirs any more, are left', async () => {
    const donghai: Scope = { kind: 'unit', unitCode: '320722' }
    const id = await imported('classes', head + row(2, 44), donghai)
    await place.db.updateTable('school_class').set({ pupils: 45 }).where('class_no', '=', 2).execute()
    await refusedAndUntouched(id, { refusal: 'changed-since' })

    await place.db
      .updateTable('school_profile')
      .set({ unit_code: '320723', counts_unit_code: '320723' })
      .execute()
    await refusedAndUntouched(id, { refusal: 'not-yours' }, donghai)
  })
})
