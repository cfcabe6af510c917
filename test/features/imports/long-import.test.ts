import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { addDays, instantOf } from '#app/calendar-day.ts'
import { changeKinds } from '#app/features/activity/change-kinds.server.ts'
import { ledgerRowsOn } from '#app/features/activity/ledger.queries.server.ts'
import { listKindSettings } from '#app/features/activity/policies.queries.server.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { askToCommit } from '#app/features/imports/ask-to-commit.server.ts'
import { doImportWork } from '#app/features/imports/do-import-work.server.ts'
import { giveUpWork } from '#app/features/imports/give-up-work.server.ts'
import { onWork } from '#app/features/imports/import-bell.ts'
import {
  endWork,
  failWork,
  findWork,
  type ImportWork,
  insertWork,
  takeWork,
} from '#app/features/imports/import-work.queries.server.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { showImport } from '#app/features/imports/show-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { newId } from '#db/write.server.ts'
import { startBackground } from '#scripts/serve/background.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { type LongRow, longRows, longWorkbook, weekdaysFrom } from './long-workbook.ts'

const place = useDatabase()
const today = '2025-12-31'
const now = '2025-12-31 01:00:00.000'
const city: Scope = { kind: 'city' }
const actor = { id: null, name: 'tester' }
const classes = ['三(1)班', '三(2)班', '四(1)班', '四(2)班', '五(1)班']
const days = weekdaysFrom('2025-10-13', 50)

afterAll(() => closeReader())

let schools = 0

/** Schools of ten digits each, none known before. */
async function someSchools(count: number) {
  const made = []
  for (let at = 0; at < count; at += 1) {
    schools += 1
    const code = `21329${String(schools).padStart(5, '0')}`
    const numbers = [
      [2023, 1],
      [2023, 2],
      [2022, 1],
      [2022, 2],
      [2021, 1],
    ] as const
    const school = await insertSchool(place.db, {
      code,
      name: `试验第${schools}小学`,
      classes: numbers.map(([year, number]) => ['primary', year, number]),
    })
    made.push({ ...school, code })
  }
  return made
}

function rowsOf(made: { code: string }[]): LongRow[] {
  return longRows(
    made.map(({ code }) => ({ code, classes })),
    days,
  )
}

async function upload(rows: readonly LongRow[], scope: Scope = city, schoolId: string | null = null) {
  const result = await previewImport(place.db, {
    ...{ sheet: 'activity-log', bytes: longWorkbook(rows), fileName: '全市台账.xlsx', today, now },
    ...{ scope, actor, schoolId },
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]))
  return result.id
}

async function countsOf(id: string) {
  const run = await findImport(place.db, city, id, today)
  return { status: run?.status, counts: run?.counts }
}

const allDays = { from: '2025-09-01', to: today }
const ask = (id: string) => ({ id, scope: city, actor, today, now, skipBadRows: false })

/** What stands of a school, but for when and by which import it came. */
async function ledger(schoolId: string) {
  const rows = await ledgerRowsOn(place.db, schoolId, allDays)
  return rows.map(({ reportedAt: _at, importId: _id, ...row }) => row)
}

/**
 * Changes what is kept of a preview to what earlier versions kept: class-days did not say what they come to, and before
 * values had places, lines stood within them.
 */
async function asKeptBefore(importId: string, { hasPlaces }: { hasPlaces: boolean }): Promise<void> {
  const parts = await place.db
    .selectFrom('import_part')
    .selectAll()
    .where('import_id', '=', importId)
    .where('part', 'in', ['rows', 'digest'])
    .execute()
  for (const { part, number, content } of parts) {
    const { fresh, lines, ...kept } = JSON.parse(content)
    if (part === 'digest') {
      const { layout, ...sums } = fresh
      Object.assign(kept, sums, { classDays: [] }, hasPlaces && { layout })
    } else {
      kept.groups = kept.groups.map((group: unknown[], at: number) => [
        ...group.slice(0, 3),
        ...(hasPlaces ? [] : [lines.filter(([, of]: number[]) => of === at).map(withoutGroup)]),
      ])
      if (hasPlaces) kept.lines = lines
    }
    await place.db
      .updateTable('import_part')
      .set({ content: JSON.stringify(kept) })
      .where('import_id', '=', importId)
      .where('part', '=', part)
      .where('number', '=', number)
      .execute()
  }
}

/** Changes what a commit kept to what earlier versions kept: the class-days of each piece, not the piece. */
async function changesAsKeptBefore(importId: string): Promise<void> {
  const parts = place.db.selectFrom('import_part').where('import_id', '=', importId)
  const rows = await parts.where('part', '=', 'rows').select(['number', 'content']).execute()
  const groupsOf = new Map(
    rows.map(({ number, content }) => [number, (JSON.parse(content) as { groups: unknown[][] }).groups]),
  )
  for (const { number, content } of await parts
    .where('part', '=', 'changes')
    .select(['number', 'content'])
    .execute()) {
    const changes = JSON.parse(content) as { schoolId: string; piece: number }[]
    expect(changes.length).toBeGreaterThan(0)
    const before = changes.map(({ schoolId, piece }) => ({
      schoolId,
      fresh: groupsOf.get(piece)!.map(([classId, , day, minutes, print]) => [classId, day, minutes, print]),
    }))
    await place.db
      .updateTable('import_part')
      .set({ content: JSON.stringify(before) })
      .where('import_id', '=', importId)
      .where('part', '=', 'changes')
      .where('number', '=', number)
      .execute()
  }
}

function withoutGroup([row, , ...said]: unknown[]): unknown[] {
  return [row, ...said]
}

/** Waits until the work is as far as that. */
async function workOn(id: string, isSoFar: (work: ImportWork) => boolean): Promise<void> {
  for (;;) {
    const work = await findWork(place.db, id)
    if (work === undefined) throw new Error('The work was done meanwhile')
    if (isSoFar(work)) return
    await sleep(1)
  }
}

/** Another process takes the work, as it does when the lease is over, and is killed at once. */
async function takenOver(id: string): Promise<void> {
  const work = await findWork(place.db, id)
  const until = instantOf(new Date(Date.now() + 30_000))
  expect(await takeWork(place.db, work!, { now, until })).not.toBeNull()
}

const afterLease = () => new Date(Date.now() + 60_000)

describe('a log of more than 5,000 rows', () => {
  test('of many schools is read as work of its own, committed whole, and undone as one', async () => {
    const made = await someSchools(8)
    const rows = rowsOf(made)
    const id = await upload(rows)
    expect(await countsOf(id)).toMatchObject({ status: 'reading', counts: { read: 0 } })

    await doImportWork(place.db)

    expect(await countsOf(id)).toMatchObject({
      status: 'preview',
      counts: { read: rows.length, new: rows.length, rejected: 0, ignored: 0 },
    })
    expect(await ledger(made[0]!.id)).toEqual([])
    expect(await askToCommit(place.db, ask(id))).toEqual({ ok: true })
    expect(await askToCommit(place.db, ask(id))).toEqual({ ok: true })
    await doImportWork(place.db)
    expect((await countsOf(id)).status).toBe('committed')
    for (const school of made) expect(await ledger(school.id)).toHaveLength(rows.length / made.length)
    expect(await verifyRollups(place.db)).toEqual([])

    const undone = await undoImport(place.db, { id, scope: city, actor, today })
    expect(undone).toEqual({ ok: true })
    for (const school of made) expect(await ledger(school.id)).toEqual([])
    expect(await verifyRollups(place.db)).toEqual([])
  }, 120_000)

  test('says of every row what becomes of it, and holds only the class-days that change', async () => {
    const made = await someSchools(8)
    const rows = rowsOf(made)
    const first = await upload(rows)
    await doImportWork(place.db)
    await askToCommit(place.db, ask(first))
    await doImportWork(place.db)
    const other = rows.map((row, at) => (at === 10 ? row.with(6, 35) : row))
    const extra: LongRow = [made[0]!.code, days[0]!, '三(1)班', '早操', '', '07:30', 15, 40, '', '']

    const id = await upload([...other, extra])
    await doImportWork(place.db)

    expect(await countsOf(id)).toMatchObject({
      counts: { new: 1, changed: 1, unchanged: rows.length - 1, rejected: 0 },
    })
    const shown = await showImport(place.db, city, id, {
      ...{ today, now, verdict: 'changed', page: 1, locale: 'zh-CN' },
    })
    expect(shown?.rows).toMatchObject([
      { row: 12, shown: { school: '试验第9小学', minutes: 35 }, before: { minutes: rows[10]![6] } },
    ])
    await askToCommit(place.db, ask(id))
    await doImportWork(place.db)
    expect(await verifyRollups(place.db)).toEqual([])
    const refused = await undoImport(place.db, { id: first, scope: city, actor, today })
    expect(refused).toMatchObject({ ok: false, refusal: 'changed-since', later: { id } })
    for (const school of made) expect((await ledger(school.id)).length).toBeGreaterThan(700)
    expect(await undoImport(place.db, { id, scope: city, actor, today })).toEqual({ ok: true })
    expect(await undoImport(place.db, { id: first, scope: city, actor, today })).toEqual({ ok: true })
  }, 120_000)

  test('by days, in which each school comes back again and again, is read as the one school by school', async () => {
    const made = await someSchools(7)
    const rows = rowsOf(made).sort((one, other) => (String(one[1]) < String(other[1]) ? -1 : 1))
    const id = await upload(rows)
    await doImportWork(place.db)

    expect(await countsOf(id)).toMatchObject({
      status: 'preview',
      counts: { read: rows.length, new: rows.length },
    })
    await askToCommit(place.db, ask(id))
    await doImportWork(place.db)
    for (const school of made) expect(await ledger(school.id)).toHaveLength(rows.length / made.length)
    expect(await verifyRollups(place.db)).toEqual([])
  }, 120_000)

  test('is committed by what stands and what counts then, whatever did when it was read', async () => {
    const made = await someSchools(7)
    const [first, second] = made
    const rows = rowsOf(made)
    const id = await upload(rows)
    await doImportWork(place.db)
    const one = (code: string): LongRow => [code, days[0]!, '三(1)班', '体育课', '足球', '', 45, 40, '', '']
    const request = {
      ...{
        sheet: 'activity-log' as const,
        fileName: 'a.xlsx',
        today,
        now,
        scope: city,
        actor,
        withRows: false,
      },
      ...{ schoolCode: null, locale: 'zh-CN' as const, dryRun: false, skipBadRows: false },
    }
    const meanwhile = await runImport(place.db, { ...request, bytes: longWorkbook([one(first!.code)]) })
    expect(meanwhile.status).toBe('committed')
    const counting = (await listKindSettings(place.db)).filter(({ counts, kind }) => counts && kind !== 'PE')
    const byCity = { id: null, name: '市体卫艺处' }
    expect(
      await changeKinds(
        place.db,
        city,
        byCity,
        counting.map(({ kind }) => kind),
      ),
    ).toMatchObject({ ok: true })

    await askToCommit(place.db, ask(id))
    await doImportWork(place.db)

    expect((await countsOf(id)).status).toBe('committed')
    expect(await ledger(first!.id)).toEqual(
      (await ledger(second!.id)).map(row => expect.objectContaining({ day: row.day, minutes: row.minutes })),
    )
    expect(await verifyRollups(place.db)).toEqual([])
    expect(await undoImport(place.db, { id, scope: city, actor, today })).toEqual({ ok: true })
    expect(await ledger(first!.id)).toMatchObject([{ day: days[0], minutes: 45 }])
    expect(await verifyRollups(place.db)).toEqual([])
  }, 120_000)

  test('is committed the same where what it says cannot be told by its place, and as earlier versions kept it', async () => {
    const made = await someSchools(8)
    const rows = rowsOf(made)
    const committed = async (id: string) => {
      await askToCommit(place.db, ask(id))
      await doImportWork(place.db)
      expect((await countsOf(id)).status).toBe('committed')
      const stands = await Promise.all(made.map(school => ledger(school.id)))
      expect(await verifyRollups(place.db)).toEqual([])
      expect(await undoImport(place.db, ask(id))).toMatchObject({ ok: true })
      return stands
    }
    const even = await upload(rows)
    await doImportWork(place.db)
    const stands = await committed(even)

    const quoted = await upload(rows.map(row => [...row.slice(0, 9), '说"好"\\'] as LongRow))
    await doImportWork(place.db)
    expect(await committed(quoted)).toEqual(stands.map(own => own.map(row => ({ ...row, note: '说"好"\\' }))))

    for (const hasPlaces of [true, false]) {
      const kept = await upload(rows)
      await doImportWork(place.db)
      await asKeptBefore(kept, { hasPlaces })
      expect(await committed(kept)).toEqual(stands)
    }
  }, 120_000)

  test('is answered the same by the command line as by the page, dry or not', async () => {
    const made = await someSchools(7)
    const rows = [...rowsOf(made), ['9999999999', days[0]!, '三(1)班', '体育课', '', '', 40, 40, '', '']]
    const request = {
      ...{ sheet: 'activity-log' as const, bytes: longWorkbook(rows), fileName: 'a.xlsx', today, now },
      ...{ scope: city, actor, schoolCode: null, withRows: true, locale: 'zh-CN' as const },
    }
    const dry = await runImport(place.db, { ...request, dryRun: true, skipBadRows: false })
    expect(dry).toMatchObject({ status: 'preview', counts: { read: rows.length, rejected: 1 } })
    expect(dry.rows).toHaveLength(rows.length - 1)
    expect(dry.problems).toMatchObject([
      { cell: `A${rows.length + 1}`, code: 'activity.line-of-other-school' },
    ])

    const refused = await runImport(place.db, { ...request, dryRun: false, skipBadRows: false })
    expect(refused).toMatchObject({ status: 'refused', counts: dry.counts })
    const done = await runImport(place.db, { ...request, dryRun: false, skipBadRows: true })
    expect(done).toMatchObject({ status: 'committed', counts: dry.counts, rows: dry.rows })
  }, 120_000)

  test('of a school that the uploader may not see gives none of its rows', async () => {
    const made = await someSchools(7)
    const [own] = made
    const scope: Scope = { kind: 'school', schoolId: own!.id }
    const id = await upload(rowsOf(made), scope)
    await doImportWork(place.db)
    const run = await findImport(place.db, scope, id, today)
    expect(run?.counts).toMatchObject({ new: 0, changed: 0, unchanged: 0 })
    const shown = await showImport(place.db, scope, id, { today, now, page: 1, locale: 'zh-CN' })
    expect(shown?.problems.map(one => one.code)).toContain('activity.other-school')
  }, 120_000)

  test('of which a school has left the scope meanwhile is not committed at all', async () => {
    const made = await someSchools(7)
    const scope: Scope = { kind: 'unit', unitCode: '320722' }
    const id = await upload(rowsOf(made), scope)
    await doImportWork(place.db)
    expect((await countsOf(id)).status).toBe('preview')
    await place.db
      .updateTable('school_profile')
      .set({ unit_code: '320723', counts_unit_code: '320723' })
      .where('school_id', '=', made[6]!.id)
      .execute()
    expect(await askToCommit(place.db, { ...ask(id), scope })).toEqual({ ok: true })

    await doImportWork(place.db)

    expect(await findWork(place.db, id)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/outside the scope/),
    })
    expect((await countsOf(id)).status).toBe('preview')
    for (const school of made) expect(await ledger(school.id)).toEqual([])
  }, 120_000)

  test('is taken up again where a killed process left it, and never stands half', async () => {
    const made = await someSchools(7)
    const rows = rowsOf(made)
    const id = await upload(rows)
    const work = await findWork(place.db, id)
    await takeWork(place.db, work!, { now: '2025-12-31 01:00:00.000', until: '2025-12-31 01:00:30.000' })
    const at = (time: string) => () => new Date(`2025-12-31T${time}Z`)

    await doImportWork(place.db, { clock: at('01:00:10') })
    expect((await countsOf(id)).status).toBe('reading')
    await doImportWork(place.db, { clock: at('01:00:31') })
    expect(await countsOf(id)).toMatchObject({ status: 'preview', counts: { new: rows.length } })
    expect(await findWork(place.db, id)).toBeUndefined()
  }, 120_000)

  test('is left alone by a process that was held up while another took it over', async () => {
    const made = await someSchools(8)
    const rows = rowsOf(made)
    const id = await upload(rows)
    const heldUp = doImportWork(place.db)
    await workOn(id, work => work.done > 0)
    await takenOver(id)
    await heldUp

    expect(await findWork(place.db, id)).toMatchObject({ state: 'running', attempts: 2, error: '' })
    expect((await countsOf(id)).status).toBe('reading')
    await doImportWork(place.db, { clock: afterLease })
    expect(await countsOf(id)).toMatchObject({ status: 'preview', counts: { new: rows.length } })
    await askToCommit(place.db, ask(id))
    await doImportWork(place.db)
    for (const school of made) expect(await ledger(school.id)).toHaveLength(rows.length / made.length)
  }, 120_000)

  test('can be given up while it is read; what waits to be committed goes back to the preview', async () => {
    const made = await someSchools(7)
    const id = await upload(rowsOf(made))
    const request = { id, scope: city, actor, today }
    expect(await giveUpWork(place.db, request)).toEqual({ ok: true })
    await doImportWork(place.db)
    expect((await countsOf(id)).status).toBe('discarded')

    const other = await upload(rowsOf(made))
    await doImportWork(place.db)
    await askToCommit(place.db, ask(other))
    expect(await giveUpWork(place.db, { ...request, id: other })).toEqual({ ok: true })
    await doImportWork(place.db)
    expect((await countsOf(other)).status).toBe('preview')
    expect(await insertWork(place.db, { importId: other, task: 'commit', request: {}, at: now })).toBe(true)
  }, 120_000)

  test('committed by an earlier version, which kept the class-days themselves, is undone as well', async () => {
    const made = await someSchools(8)
    const id = await upload(rowsOf(made))
    await doImportWork(place.db)
    await askToCommit(place.db, ask(id))
    await doImportWork(place.db)
    await changesAsKeptBefore(id)

    expect(await undoImport(place.db, { id, scope: city, actor, today })).toEqual({ ok: true })

    for (const school of made) expect(await ledger(school.id)).toEqual([])
    expect(await verifyRollups(place.db)).toEqual([])
  }, 120_000)
})

test('a long file that is read at once is no preview of a process that lost the work', async () => {
  const line = (at: number) => `320722,${addDays('2012-01-01', at)},停课,台风\n`
  const lines = Array.from({ length: 5_001 }, (_, at) => line(at)).join('')
  const file = { sheet: 'calendar' as const, fileName: '校历.csv', today, now, scope: city, actor }
  const bytes = new TextEncoder().encode(`范围,日期,类型,说明\n${lines}`)
  const uploaded = await previewImport(place.db, { ...file, bytes, schoolId: null })
  const id = uploaded.ok ? uploaded.id : ''
  const heldUp = doImportWork(place.db)
  await workOn(id, work => work.state === 'running')
  await takenOver(id)
  await heldUp

  expect(await findWork(place.db, id)).toMatchObject({ state: 'running', attempts: 2, error: '' })
  expect(await countsOf(id)).toMatchObject({ status: 'reading', counts: { read: 0 } })
  await doImportWork(place.db, { clock: afterLease })
  expect(await countsOf(id)).toMatchObject({ status: 'preview', counts: { read: 5_001 } })
}, 120_000)

test('a long file of which every row contradicts every other names a few of them at each', async () => {
  const lines = Array.from({ length: 5_001 }, (_, at) => `320722,2025-11-12,停课,第${at}次\n`).join('')
  const bytes = new TextEncoder().encode(`范围,日期,类型,说明\n${lines}`)
  const file = { sheet: 'calendar' as const, fileName: '校历.csv', today, now, scope: city, actor }
  const uploaded = await previewImport(place.db, { ...file, bytes, schoolId: null })
  const id = uploaded.ok ? uploaded.id : ''
  await doImportWork(place.db)

  expect(await countsOf(id)).toMatchObject({ status: 'preview', counts: { read: 5_001, rejected: 5_001 } })
  const told = async (locale: 'zh-CN' | 'en') =>
    (await showImport(place.db, city, id, { today, now, page: 1, locale }))?.problems[2]
  expect(await told('zh-CN')).toMatchObject({
    cell: 'B4',
    message: '同一范围、学段和日期在第 2、3、5、6、7 等 5000 行另有说法，请只保留一行。',
  })
  expect((await told('en'))?.message).toContain('Row 2, 3, 5, 6, 7 and 4995 more says otherwise')
}, 120_000)

test('a file that is being read when the server is told to stop is free at once for the next one', async () => {
  const rows = rowsOf(await someSchools(8))
  const id = await upload(rows)
  const server = startBackground(place.db)
  await workOn(id, work => work.state === 'running')
  await server.stop()

  expect(await findWork(place.db, id)).toMatchObject({ state: 'waiting', attempts: 0, leaseUntil: null })
  expect((await countsOf(id)).status).toBe('reading')
  await doImportWork(place.db)
  expect(await countsOf(id)).toMatchObject({ status: 'preview', counts: { new: rows.length } })
}, 120_000)

test('whoever does the work hears of it at once, when a file is uploaded and when it is to be committed', async () => {
  let heard = 0
  const stop = onWork(() => {
    heard += 1
  })
  const id = await upload(rowsOf(await someSchools(7)))
  expect(heard).toBe(1)
  await doImportWork(place.db)
  await askToCommit(place.db, ask(id))
  expect(heard).toBe(2)
  await askToCommit(place.db, ask(id))
  expect(heard).toBe(2)

  stop()
  await upload(rowsOf(await someSchools(7)))
  expect(heard).toBe(2)
}, 120_000)

test('work that somebody else took over is neither failed nor ended by the one who had it', async () => {
  const id = await upload(rowsOf(await someSchools(7)))
  const waiting = await findWork(place.db, id)
  const lost = await takeWork(place.db, waiting!, { now, until: now })
  await takenOver(id)

  await failWork(place.db, lost!, 'too late')
  await endWork(place.db, lost!)

  expect(await findWork(place.db, id)).toMatchObject({ state: 'running', attempts: 2, error: '' })
}, 120_000)

test('a commit that cannot be asked for is not said to be: other work stands, or the one asked for has failed', async () => {
  const rows = rowsOf(await someSchools(7))
  const id = await upload(rows)
  await doImportWork(place.db)
  const refused = { ok: false, refusal: 'other-work' }
  await insertWork(place.db, { importId: id, task: 'read', request: {}, at: now })
  expect(await askToCommit(place.db, ask(id))).toEqual(refused)
  await giveUpWork(place.db, { id, scope: city, actor, today })

  expect(await askToCommit(place.db, ask(id))).toEqual({ ok: true })
  const work = await findWork(place.db, id)
  const taken = await takeWork(place.db, work!, { now, until: now })
  await failWork(place.db, taken!, 'stale')
  expect(await askToCommit(place.db, ask(id))).toEqual(refused)
}, 120_000)

test('a preview stands whose reader was killed before it could say that it was done', async () => {
  const rows = rowsOf(await someSchools(7))
  const id = await upload(rows)
  await doImportWork(place.db)
  const shown = () => showImport(place.db, city, id, { today, now, page: 1, locale: 'zh-CN' })
  const before = await shown()
  await insertWork(place.db, {
    importId: id,
    task: 'read',
    request: {
      sheet: 'activity-log',
      fileName: '全市台账.xlsx',
      today,
      now,
      scope: city,
      actor,
      schoolId: null,
    },
    at: now,
  })

  await doImportWork(place.db)

  expect(await findWork(place.db, id)).toBeUndefined()
  expect(before?.rows).toHaveLength(50)
  expect(await shown()).toEqual(before)
}, 120_000)

test('a long file uploaded again goes on while it is read, and is read anew against what stands once it was', async () => {
  const account = newId()
  const bytes = longWorkbook(rowsOf(await someSchools(7)))
  const again = () =>
    previewImport(place.db, {
      ...{ sheet: 'activity-log' as const, bytes, fileName: '全市台账.xlsx', today, now, scope: city },
      ...{ actor: { ...actor, id: account }, schoolId: null, goOn: true },
    })

  const clicks = await Promise.all([again(), again()])
  expect(clicks[1]).toEqual(clicks[0])
  expect(await again()).toEqual(clicks[0])
  await doImportWork(place.db)

  expect(await again()).toEqual(clicks[0])
  const runs = await place.db.selectFrom('import_run').select('status').execute()
  expect(runs.map(run => run.status)).toEqual(['reading'])
}, 120_000)
