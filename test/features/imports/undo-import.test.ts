import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import type { SheetName } from '#app/features/imports/sheet-name.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { samplePlacement } from '#db/samples.ts'
import type { Database } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { bytesOf, city, code, logHead, logLine, now, today, useUploadingSchool } from './uploading-school.ts'

const place = useDatabase()
const school = useUploadingSchool(place)
const by = { id: null, name: '李主任' }
const soon = '2025-10-15 03:00:00.000'

async function imported(sheet: SheetName, text: string, fileName = '一.csv', at = now): Promise<string> {
  const result = await runImport(place.db, {
    sheet,
    bytes: bytesOf(text),
    fileName,
    today,
    now: at,
    scope: city,
    actor: by,
    schoolCode: null,
    dryRun: false,
    skipBadRows: false,
    withRows: false,
    locale: 'zh-CN',
  })
  if (result.status !== 'committed' || result.import === null) throw new Error(JSON.stringify(result))
  return result.import
}

function undo(id: string, scope: Scope = city) {
  return undoImport(place.db, { id, scope, actor: by, today })
}

async function rowsOf(table: keyof Database): Promise<string[]> {
  const rows = await place.db.selectFrom(table).selectAll().execute()
  return rows.map(row => JSON.stringify(row)).sort()
}

describe('an activity import', () => {
  test('is put back with its roll-ups, audited and shown as undone', async () => {
    await imported('activity-log', logHead + logLine('三(1)班', 30))
    const before = await rowsOf('activity')
    const id = await imported('activity-log', logHead + logLine('三(1)班', 45) + logLine('三(2)班', 60))

    expect(await undo(id)).toEqual({ ok: true })

    expect(await rowsOf('activity')).toEqual(before)
    expect(await verifyRollups(place.db)).toEqual([])
    const run = await place.db.selectFrom('import_run').where('id', '=', id).select('status').execute()
    expect(run).toEqual([{ status: 'undone' }])
    const audit = place.db.selectFrom('audit').where('action', '=', 'import.undo').select('subject_id')
    expect(await audit.execute()).toEqual([{ subject_id: id }])
  })

  test('twice is once, and what was undone can be imported anew', async () => {
    const id = await imported('activity-log', logHead + logLine('三(1)班', 30))

    expect(await undo(id)).toEqual({ ok: true })
    expect(await undo(id)).toEqual({ ok: true })

    expect(await rowsOf('audit')).toHaveLength(2)
    expect(await rowsOf('activity')).toEqual([])
    await imported('activity-log', logHead + logLine('三(1)班', 30))
    expect(await rowsOf('activity')).toHaveLength(1)
  })

  test('is refused, naming the later import, until that is undone', async () => {
    const first = await imported('activity-log', logHead + logLine('三(1)班', 30))
    const later = await imported('activity-log', logHead + logLine('三(1)班', 45), '二.csv')
    const before = await rowsOf('activity')

    expect(await undo(first)).toEqual({
      ok: false,
      refusal: 'changed-since',
      later: { id: later, fileName: '二.csv' },
    })
    expect(await rowsOf('activity')).toEqual(before)

    expect(await undo(later)).toEqual({ ok: true })
    expect(await undo(first)).toEqual({ ok: true })
    expect(await rowsOf('activity')).toEqual([])
  })

  test('is not found by another school or unit, and not undone once the school went to another unit', async () => {
    const id = await imported('activity-log', logHead + logLine('三(1)班', 30))
    const elsewhere: Scope = { kind: 'unit', unitCode: '320706' }

    expect(await undo(id, elsewhere)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await undo(id, { kind: 'school', schoolId: id })).toEqual({ ok: false, refusal: 'not-found' })
    const owner: Scope = { kind: 'unit', unitCode: '320722' }
    await place.db
      .updateTable('school_profile')
      .set({ unit_code: '320706', counts_unit_code: '320706' })
      .execute()
    expect(await undo(id, owner)).toEqual({ ok: false, refusal: 'not-yours' })
    expect(await rowsOf('activity')).toHaveLength(1)
  })
})

describe('placements', () => {
  const sheet = '学校标识码,项目,学段,角色,起始日期,终止日期\n'

  test('added ones go and changed ones are as they were', async () => {
    await insertAll(place.db, 'program_placement', [samplePlacement({ school_id: school.id })])
    const before = await rowsOf('program_placement')
    const [standing] = await place.db.selectFrom('program_placement').selectAll().execute()
    const id = await imported(
      'placements',
      `${sheet}${code},足球,小学,成员,${standing?.valid_from},2025-12-31\n${code},篮球,小学,成员,2025-09-01,\n`,
    )

    expect(await rowsOf('program_placement')).toHaveLength(2)
    expect(await undo(id)).toEqual({ ok: true })
    expect(await rowsOf('program_placement')).toEqual(before)
  })

  test('are left when one was changed since, or another stands in the way', async () => {
    await imported('placements', `${sheet}${code},篮球,小学,成员,2025-09-01,\n`)
    const ends = await imported('placements', `${sheet}${code},篮球,小学,成员,2025-09-01,2025-12-31\n`)
    const later = await imported('placements', `${sheet}${code},篮球,小学,成员,2026-01-01,\n`, '二.csv', soon)
    const before = await rowsOf('program_placement')

    expect(await undo(ends)).toEqual({
      ...{ ok: false, refusal: 'changed-since' },
      later: { id: later, fileName: '二.csv' },
    })
    expect(await rowsOf('program_placement')).toEqual(before)
  })
})

describe('the calendar', () => {
  const sheet = '范围,日期,类型,说明\n'

  test('is as it was, unless a day was changed since', async () => {
    const before = await rowsOf('calendar_entry')
    const id = await imported('calendar', `${sheet}320722,2025-10-16,停课,台风\n`)
    const other = await imported('calendar', `${sheet}320722,2025-10-17,停课,台风\n`, '另一天.csv', soon)
    const later = await imported('calendar', `${sheet}320722,2025-10-16,停课,台风过境\n`, '二.csv', soon)

    expect(await undo(id)).toEqual({
      ...{ ok: false, refusal: 'changed-since' },
      later: { id: later, fileName: '二.csv' },
    })
    for (const one of [later, id, other]) expect(await undo(one)).toEqual({ ok: true })
    expect(await rowsOf('calendar_entry')).toEqual(before)
  })
})

describe('exemptions', () => {
  const sheet = '学校标识码,年级,班级,起始日期,终止日期,原因,说明\n'

  test('are as they were, and name the later import that changed one', async () => {
    const before = await rowsOf('exemption')
    const id = await imported('exemptions', `${sheet}${code},,,2025-10-13,2025-10-13,台风,\n`)
    const changed = `${sheet}${code},,,2025-10-13,2025-10-13,台风,全校停课\n`
    const later = await imported('exemptions', changed, '二.csv', soon)

    expect(await undo(id)).toEqual({
      ...{ ok: false, refusal: 'changed-since' },
      later: { id: later, fileName: '二.csv' },
    })
    expect(await undo(later)).toEqual({ ok: true })
    expect(await undo(id)).toEqual({ ok: true })
    expect(await rowsOf('exemption')).toEqual(before)
  })
})

test('an import that was never committed is refused with the reason', async () => {
  const id = await imported('activity-log', logHead + logLine('三(1)班', 30))

  await place.db.updateTable('import_run').set({ status: 'preview' }).execute()
  expect(await undo(id)).toEqual({ ok: false, refusal: 'not-committed' })
})
