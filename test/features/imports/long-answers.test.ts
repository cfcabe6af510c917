import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { instantOf } from '#app/calendar-day.ts'
import { ledgerRowsOn } from '#app/features/activity/ledger.queries.server.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { answerProblems, restoreAnswer } from '#app/features/imports/answer-problems.server.ts'
import type { Answer } from '#app/features/imports/answers-form.ts'
import { askToCommit } from '#app/features/imports/ask-to-commit.server.ts'
import { correctionsOf } from '#app/features/imports/corrections.queries.server.ts'
import { doImportWork } from '#app/features/imports/do-import-work.server.ts'
import { giveUpWork } from '#app/features/imports/give-up-work.server.ts'
import { failWork, findWork, takeWork } from '#app/features/imports/import-work.queries.server.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { fileOfImport } from '#app/features/imports/kept-file.queries.server.ts'
import { readPart } from '#app/features/imports/parts.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { rememberAnswer } from '#app/features/imports/remember-answer.server.ts'
import { showImport } from '#app/features/imports/show-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { type LongRow, longWorkbook, manyRows } from './long-workbook.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const today = '2025-12-31'
const now = '2025-12-31 01:00:00.000'
const actor = { id: null, name: '李主任' }
const code = '2132900001'
let school = ''

afterAll(() => closeReader())

beforeEach(async () => {
  const classes: ['primary', number, number][] = [
    ['primary', 2023, 1],
    ['primary', 2023, 2],
  ]
  school = (await insertSchool(place.db, { code, classes })).id
})

/** 5,712 lines: those with these numbers say something else in these columns, numbered from 0. */
function lines(changed: Record<number, [column: number, text: string | number]> = {}): LongRow[] {
  return manyRows(code).map((row, at) => {
    const change = changed[at + 2]
    return change === undefined ? row : row.with(...change)
  })
}

const minutesColumn = 6

async function uploaded(rows: readonly LongRow[], account: string | null = null): Promise<string> {
  const made = await previewImport(place.db, {
    ...{ sheet: 'activity-log', bytes: longWorkbook(rows), fileName: '台账.xlsx', today, now },
    ...{ scope: city, actor: { ...actor, id: account }, schoolId: null, goOn: account !== null },
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.id
}

async function read(rows: readonly LongRow[]): Promise<string> {
  const id = await uploaded(rows)
  await doImportWork(place.db)
  return id
}

const asked = (id: string) => ({ id, scope: city, actor, today, now })
const answer = (id: string, ...answers: Answer[]) => answerProblems(place.db, { ...asked(id), answers })
const set = (cell: string, text: string, isForAll = false): Answer => ({
  ...{ kind: 'set', sheet: '台账', cell, text, isForAll },
})
const skip = (at: string): Answer => ({ kind: 'skip', sheet: '台账', place: at })
const commit = (id: string) => askToCommit(place.db, { ...asked(id), skipBadRows: false })

/** What holds rows up; that a class moves for so many minutes a day is only said. */
async function told(id: string): Promise<string[]> {
  const problems = await readPart<Problem>(place.db, id, 'problems')
  return problems
    .filter(one => one.code !== 'activity.long-day')
    .map(one => `${one.cell} ${one.reading} ${one.raw}`)
}

async function standing(id: string) {
  const run = await findImport(place.db, city, id, today)
  return { status: run?.status, counts: run?.counts }
}

async function minutesOn(row: LongRow): Promise<number[]> {
  const rows = await ledgerRowsOn(place.db, school, { from: String(row[1]), to: String(row[1]) })
  return rows.filter(({ startsAt }) => startsAt === row[5]).map(({ minutes }) => minutes)
}

describe('a long log', () => {
  test('corrected on the page is read again as work of its own and committed as corrected', async () => {
    const rows = lines({ 3: [minutesColumn, '很久'], 4000: [minutesColumn, '达标'] })
    const id = await read(rows)
    expect(await told(id)).toEqual(['G3 reject 很久', 'G4000 reject 达标'])
    expect(await commit(id)).toEqual({ ok: false, refusal: 'has-problems' })

    expect(await answer(id, set('G3', '7'), set('G4000', '8'))).toEqual({ ok: true })

    expect((await standing(id)).status).toBe('reading')
    expect(await commit(id)).toEqual({ ok: false, refusal: 'other-work' })
    const meanwhile = await showImport(place.db, city, id, { today, now, page: 1, locale: 'zh-CN' })
    expect(meanwhile).toMatchObject({ isReadAgain: true, rows: [], correctionCount: 2 })
    expect(meanwhile?.problems.filter(({ reading }) => reading !== 'warn')).toEqual([])
    await doImportWork(place.db)
    expect(await told(id)).toEqual([])
    expect(await standing(id)).toMatchObject({
      status: 'preview',
      counts: { read: rows.length, new: rows.length, rejected: 0 },
    })
    expect(await correctionsOf(place.db, id)).toMatchObject([
      { place: 'G3', value: '7', raw: '很久', header: '时长(分钟)' },
      { place: 'G4000', value: '8', raw: '达标' },
    ])
    expect(Buffer.from((await fileOfImport(place.db, id))!).equals(longWorkbook(rows))).toBe(true)
    await commit(id)
    await doImportWork(place.db)
    expect((await standing(id)).status).toBe('committed')
    expect(await minutesOn(rows[1]!)).toContain(7)
    expect(await minutesOn(rows[3998]!)).toContain(8)
    expect(await verifyRollups(place.db)).toEqual([])
  }, 120_000)

  test('corrected wrongly is a problem again; the answer can be taken back, and a row left out', async () => {
    const id = await read(lines({ 3: [minutesColumn, '很久'], 9: [minutesColumn, '达标'] }))

    await answer(id, set('G3', '更久'), skip('G9'))
    await doImportWork(place.db)
    expect(await told(id)).toEqual(['G3 reject 更久'])
    expect((await standing(id)).counts).toMatchObject({ rejected: 1, ignored: 1 })
    expect(await answer(id, skip('G1'))).toEqual({ ok: false, refusal: 'not-there' })
    expect(await answer(id, set('G6000', '40'))).toEqual({ ok: false, refusal: 'not-there' })
    expect(await answer(id, { ...set('G3', '40'), sheet: '别的' })).toEqual({
      ok: false,
      refusal: 'not-there',
    })

    await restoreAnswer(place.db, { ...asked(id), sheet: '台账', place: 'G3' })
    await restoreAnswer(place.db, { ...asked(id), sheet: '台账', place: '9' })
    await doImportWork(place.db)
    expect(await told(id)).toEqual(['G3 reject 很久', 'G9 reject 达标'])
    expect((await standing(id)).counts).toMatchObject({ rejected: 2, ignored: 0 })
  }, 120_000)

  test('takes one answer for all cells alike, and says of a changed row what stood before', async () => {
    const rows = lines()
    const first = await read(rows)
    await commit(first)
    await doImportWork(place.db)
    const id = await read(lines({ 5: [minutesColumn, '一会儿'], 3000: [minutesColumn, '一会儿'] }))

    await answer(id, set('G5', '9', true))
    await doImportWork(place.db)

    expect(await told(id)).toEqual([])
    expect((await standing(id)).counts).toMatchObject({ new: 0, changed: 2, unchanged: rows.length - 2 })
    const shown = await showImport(place.db, city, id, {
      ...{ today, now, page: 1, locale: 'zh-CN', verdict: 'changed' },
    })
    expect(shown?.rows).toMatchObject([
      { row: 5, shown: { minutes: 9 }, before: { minutes: 5 } },
      { row: 3000, shown: { minutes: 9 }, before: { minutes: 5 } },
    ])
  }, 120_000)

  test('is read again with a word that was taught, and with nothing else answered', async () => {
    const id = await read(lines({ 7: [3, '大裸间'], 8: [3, '大裸间'] }))
    expect(await told(id)).toEqual(['D7 ask 大裸间', 'D8 ask 大裸间'])

    const remembered = { sheet: '台账', cell: 'D7', text: '早操' }
    expect(await rememberAnswer(place.db, { ...asked(id), remembered })).toEqual({ ok: true })
    expect(await answer(id)).toEqual({ ok: true })
    await doImportWork(place.db)

    expect(await told(id)).toEqual([])
    expect(await correctionsOf(place.db, id)).toEqual([])
  }, 120_000)

  test('keeps every answer that is given while it is read again, and is read with all of them', async () => {
    const id = await read(lines({ 3: [minutesColumn, '很久'], 9: [minutesColumn, '达标'] }))
    await answer(id, set('G3', '7'))
    const work = await findWork(place.db, id)
    const late = await takeWork(place.db, work!, { now, until: '2026-01-01 00:00:00.000' })
    const outcomes = await Promise.all([answer(id, set('G9', '6')), answer(id, set('G3', '8'))])
    expect(outcomes).toEqual([{ ok: true }, { ok: true }])
    await failWork(place.db, late!, 'too late')

    await doImportWork(place.db)

    expect(await told(id)).toEqual([])
    const given = await correctionsOf(place.db, id)
    expect(given.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(given.map(one => `${one.place} ${one.value} ${one.raw}`).sort()).toEqual([
      'G3 7 很久',
      'G3 8 很久',
      'G9 6 达标',
    ])
  }, 120_000)

  test('is taken up again with its answers when the process that read it was killed, as often as that', async () => {
    const id = await read(lines({ 3: [minutesColumn, '很久'] }))
    for (let time = 0; time < 6; time += 1) {
      await answer(id, set('G3', String(time + 1)))
      const work = await findWork(place.db, id)
      await takeWork(place.db, work!, { now, until: now })
    }

    await doImportWork(place.db, { clock: () => new Date(Date.now() + 60_000) })

    expect(await standing(id)).toMatchObject({ status: 'preview', counts: { rejected: 0 } })
    const shown = await showImport(place.db, city, id, { today, now, page: 1, locale: 'zh-CN' })
    expect(shown?.rows[1]).toMatchObject({ row: 3, shown: { minutes: 6 } })
  }, 120_000)

  test('that cannot be read again keeps its answers: it is asked for again, answered anew or given up', async () => {
    const id = await read(lines({ 3: [minutesColumn, '很久'] }))
    const fail = async () => {
      const work = await findWork(place.db, id)
      const until = instantOf(new Date(Date.now() + 30_000))
      await failWork(place.db, (await takeWork(place.db, work!, { now, until }))!, 'no memory')
    }
    await answer(id, set('G3', '7'))
    await fail()
    await doImportWork(place.db)
    expect(await findWork(place.db, id)).toMatchObject({ state: 'failed', task: 'read' })

    expect(await answer(id)).toEqual({ ok: true })
    await doImportWork(place.db)
    expect(await standing(id)).toMatchObject({ status: 'preview', counts: { rejected: 0 } })

    await answer(id, set('G3', '8'))
    await fail()
    expect(await giveUpWork(place.db, { id, scope: city, actor, today })).toEqual({ ok: true })
    expect(await standing(id)).toMatchObject({ status: 'discarded', counts: { read: 0 } })
    expect(await correctionsOf(place.db, id)).toHaveLength(2)
    expect(await fileOfImport(place.db, id)).toBeDefined()
  }, 120_000)

  test('uploaded again by the same person goes on with what was answered', async () => {
    const account = newId()
    const rows = lines({ 3: [minutesColumn, '很久'] })
    const id = await uploaded(rows, account)
    await doImportWork(place.db)
    await answer(id, set('G3', '7'))
    await doImportWork(place.db)

    expect(await uploaded(rows, account)).toBe(id)
    expect((await standing(id)).status).toBe('reading')
    await doImportWork(place.db)

    expect(await told(id)).toEqual([])
    await commit(id)
    expect(await answer(id, set('G3', '9'))).toEqual({ ok: false, refusal: 'busy' })
    expect(await uploaded(rows, account)).toBe(id)
    await doImportWork(place.db)
    expect((await standing(id)).status).toBe('committed')
  }, 120_000)
})
