import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { activityImport } from '#app/features/activity/activity-import.server.ts'
import { ledgerRowsOn } from '#app/features/activity/ledger.queries.server.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { classMinutesOn } from '#app/features/activity/roll-ups.queries.server.ts'
import { undoActivity } from '#app/features/activity/undo-activity.server.ts'
import type { ImportContext, StagedImport } from '#app/features/imports/sheet-import.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { classDay, report } from './ledger.ts'

const database = useDatabase()
const header = ['日期', '班级', '活动类型', '时长(分钟)', '备注']
const september = { from: '2025-09-01', to: '2025-09-30' }

function workbook(...rows: (string | number)[][]): Grid[] {
  const cells = [header, ...rows].map(row =>
    row.map(value =>
      typeof value === 'number'
        ? { type: 'number' as const, value, format: 'General' }
        : { type: 'text' as const, text: value },
    ),
  )
  return [{ name: '9月', hidden: false, date1904: false, rows: cells, merges: [] }]
}

function contextFor(schoolId: string | null, given: Partial<ImportContext> = {}): ImportContext {
  return {
    importId: newId(),
    fileName: '9月.xlsx',
    today: '2025-09-30',
    now: '2025-09-30 08:00:00.000',
    scope: { kind: 'city' },
    actor: { id: null, name: '王老师' },
    schoolId,
    ...given,
  }
}

async function school(given: { code?: string; unitCode?: string } = {}) {
  const { id, classes } = await insertSchool(database.db, {
    ...given,
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
    ],
  })
  return { id, classes: classes as [string, string] }
}

function verdicts(staged: StagedImport) {
  return staged.rows.map(row => row.verdict)
}

async function upload(grids: Grid[], context: ImportContext) {
  const staged = await activityImport.stage(database.db, grids, context)
  const stored = JSON.parse(JSON.stringify(staged.rows)) as StagedImport['rows']
  const changes = await inTransaction(database.db, tx => activityImport.commit(tx, stored, context))
  return { staged, changes: JSON.parse(JSON.stringify(changes)) as typeof changes }
}

describe('a first upload', () => {
  test('says what is new, and after the commit the classes have their minutes', async () => {
    const { id, classes } = await school()
    const context = contextFor(id)

    const { staged } = await upload(
      workbook(
        ['2025-09-01', '三(1)班', '体育课', 40, ''],
        ['2025-09-01', '三(1)班', '大课间', 30, '雨天室内'],
      ),
      context,
    )

    expect(verdicts(staged)).toEqual(['new', 'new'])
    expect(staged.rows[0]?.shown).toMatchObject({
      class: 'G3#1',
      className: '三(1)班',
      date: '2025-09-01',
      kind: 'PE_LESSON',
      minutes: 40,
    })
    expect(staged).toMatchObject({ firstDay: '2025-09-01', lastDay: '2025-09-01', schoolId: id })
    expect(await classMinutesOn(database.db, id, september)).toEqual([
      { classId: classes[0], day: '2025-09-01', minutes: 70 },
    ])
    expect((await ledgerRowsOn(database.db, id, september))[0]).toMatchObject({
      importId: context.importId,
      reportedAt: context.now,
    })
    expect(await verifyRollups(database.db)).toEqual([])
  })

  test('keeps the longest note that it takes whole', async () => {
    const { id } = await school()
    const words = '雨'.repeat(400)

    await upload(workbook(['2025-09-01', '三(1)班', '体育课', 40, words]), contextFor(id))

    expect((await ledgerRowsOn(database.db, id, september)).map(({ note }) => note)).toEqual([words])
  })

  test('staging alone changes nothing', async () => {
    const { id } = await school()

    await activityImport.stage(
      database.db,
      workbook(['2025-09-01', '三(1)班', '体育课', 40, '']),
      contextFor(id),
    )

    expect(await ledgerRowsOn(database.db, id, september)).toEqual([])
  })

  test('read rows are new, changed, unchanged, rejected or ignored, each exactly once', async () => {
    const { id } = await school()

    const staged = await activityImport.stage(
      database.db,
      workbook(
        ['2025-09-01', '三(1)班', '体育课', 40, ''],
        ['2025-09-01', '三(9)班', '体育课', 40, ''],
        ['2025-09-01', '三(2)班', '体育课', '达标', ''],
        ['合计', '', '', 80, ''],
      ),
      contextFor(id),
    )

    expect(verdicts(staged)).toEqual(['new'])
    expect(staged.rejected.map(one => one.row).sort()).toEqual([3, 4])
    expect(staged.ignored.map(one => one.row)).toEqual([5])
  })
})

describe('a second upload', () => {
  const rows: [string, string, string, number, string][] = [
    ['2025-09-01', '三(1)班', '体育课', 40, ''],
    ['2025-09-02', '三(1)班', '体育课', 40, ''],
  ]

  test('of the same file finds every row unchanged and changes nothing', async () => {
    const { id } = await school()
    await upload(workbook(...rows), contextFor(id))

    const { staged, changes } = await upload(workbook(...rows), contextFor(id))

    expect(verdicts(staged)).toEqual(['unchanged', 'unchanged'])
    expect(changes).toEqual([])
  })

  test('late correction replaces only the class-days that it mentions, and shows what stood', async () => {
    const { id, classes } = await school()
    const first = contextFor(id)
    await upload(workbook(...rows), first)

    const { staged } = await upload(workbook(['2025-09-02', '三(1)班', '体育课', 45, '']), contextFor(id))

    expect(verdicts(staged)).toEqual(['changed'])
    expect(staged.rows[0]?.before).toMatchObject({ minutes: 40 })
    expect(await classMinutesOn(database.db, id, september)).toEqual([
      { classId: classes[0], day: '2025-09-01', minutes: 40 },
      { classId: classes[0], day: '2025-09-02', minutes: 45 },
    ])
    expect((await ledgerRowsOn(database.db, id, ['2025-09-01']))[0]?.importId).toBe(first.importId)
  })

  test('that leaves out a row says so before it is lost, and is never taken for unchanged', async () => {
    const { id } = await school()
    await upload(workbook(...rows, ['2025-09-01', '三(1)班', '大课间', 30, '']), contextFor(id))

    const { staged, changes } = await upload(workbook(...rows), contextFor(id))

    expect(verdicts(staged)).toEqual(['changed', 'unchanged'])
    expect(staged.problems).toContainEqual(
      expect.objectContaining({
        reading: 'warn',
        code: 'activity.removes-rows',
        header: '时长(分钟)',
        raw: '40',
        values: { class: '三(1)班', day: '2025-09-01', count: 1 },
      }),
    )
    expect(changes).toHaveLength(1)
    expect(await ledgerRowsOn(database.db, id, ['2025-09-01'])).toHaveLength(1)
  })

  test('compares again at the commit: what somebody else entered meanwhile is in the history', async () => {
    const { id, classes } = await school()
    const context = contextFor(id)
    const staged = await activityImport.stage(database.db, workbook(...rows), context)
    await report(database.db, id, classDay(classes[0], '2025-09-01', 15))

    const changes = await inTransaction(database.db, tx => activityImport.commit(tx, staged.rows, context))

    expect(changes[0]).toMatchObject({ day: '2025-09-01', before: [{ minutes: 15 }] })
    expect((await ledgerRowsOn(database.db, id, ['2025-09-01'])).map(row => row.minutes)).toEqual([40])
  })
})

describe('undoing', () => {
  test('puts back what stood, and what was missing is missing again', async () => {
    const { id, classes } = await school()
    const context = contextFor(id)
    await report(database.db, id, classDay(classes[0], '2025-09-01', 15))
    const before = await ledgerRowsOn(database.db, id, september)
    const { changes } = await upload(
      workbook(['2025-09-01', '三(1)班', '体育课', 40, ''], ['2025-09-02', '三(2)班', '体育课', 40, '']),
      context,
    )

    const undone = await inTransaction(database.db, tx => undoActivity(tx, changes, context))

    expect(undone).toEqual({ ok: true })
    expect(await ledgerRowsOn(database.db, id, september)).toEqual(before)
    expect(await verifyRollups(database.db)).toEqual([])
  })

  test('is refused where somebody corrected a class-day since, and changes nothing', async () => {
    const { id, classes } = await school()
    const context = contextFor(id)
    const { changes } = await upload(workbook(['2025-09-01', '三(1)班', '体育课', 40, '']), context)
    await report(database.db, id, classDay(classes[0], '2025-09-01', 40, 30))

    const undone = await inTransaction(database.db, tx => undoActivity(tx, changes, context))

    expect(undone).toEqual({ ok: false, refusal: 'changed-since', by: null })
    expect(await classMinutesOn(database.db, id, september)).toMatchObject([{ minutes: 70 }])
  })
})

describe('whose school', () => {
  const file = workbook(['2025-09-01', '三(1)班', '体育课', 40, ''])

  test('a school manager uploads for the own school and no other', async () => {
    const own = await school()
    const other = await school({ code: '2132000002' })
    const scope: Scope = { kind: 'school', schoolId: own.id }

    const mine = await activityImport.stage(database.db, file, contextFor(null, { scope }))
    const theirs = await activityImport.stage(database.db, file, contextFor(other.id, { scope }))

    expect(mine.schoolId).toBe(own.id)
    expect(theirs.rows).toEqual([])
    expect(theirs.problems).toMatchObject([{ reading: 'reject', code: 'activity.school-not-yours' }])
  })

  test('rows staged for a school are not committed by somebody who may not see it', async () => {
    const { id } = await school()
    const staged = await activityImport.stage(database.db, file, contextFor(id))
    const context = contextFor(id, { scope: { kind: 'unit', unitCode: '320706' } })

    await expect(
      inTransaction(database.db, tx => activityImport.commit(tx, staged.rows, context)),
    ).rejects.toThrow(/outside the scope/)
    expect(await ledgerRowsOn(database.db, id, september)).toEqual([])
  })

  test('a file that names its school and no code is taken for it, where no other may be meant', async () => {
    const { id } = await school()
    await insertSchool(database.db, { code: '2132000002', name: '东海县第二试验小学' })
    const titled = (...title: string[]): Grid[] =>
      file.map(grid => ({
        ...grid,
        rows: [...title.map(line => [{ type: 'text' as const, text: line }]), ...grid.rows],
      }))
    const stage = (grids: Grid[], given: Partial<ImportContext> = {}) =>
      activityImport.stage(database.db, grids, contextFor(null, given))

    const own = await stage(titled('体育活动台账', '填报单位：东海县试验小学'))
    const elsewhere = await stage(titled('体育活动台账', '填报单位：东海县试验小学'), {
      scope: { kind: 'unit', unitCode: '320706' },
    })
    const unsure = await stage(titled('填报单位：试验小学东校区'))

    expect(own).toMatchObject({ schoolId: id, problems: [], rows: [{ verdict: 'new' }] })
    expect(elsewhere).toMatchObject({ rows: [], problems: [{ code: 'activity.school-unknown' }] })
    expect(unsure).toMatchObject({ rows: [], problems: [{ code: 'activity.school-unknown' }] })
  })

  test('a file that says neither school nor code is asked for it', async () => {
    await school()

    const staged = await activityImport.stage(database.db, file, contextFor(null))

    expect(staged.problems).toMatchObject([{ reading: 'reject', code: 'activity.school-unknown' }])
  })
})
