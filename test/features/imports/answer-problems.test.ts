import { beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { answerProblems, restoreAnswer } from '#app/features/imports/answer-problems.server.ts'
import type { Answer } from '#app/features/imports/answers-form.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { correctionsOf } from '#app/features/imports/corrections.queries.server.ts'
import { addsUp } from '#app/features/imports/import-counts.rule.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { fileOfImport } from '#app/features/imports/kept-file.queries.server.ts'
import { readPart } from '#app/features/imports/parts.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import type { SheetName } from '#app/features/imports/sheet-name.ts'
import { showImport } from '#app/features/imports/show-import.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { samplePlacement } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { bytesOf, city, code, logHead, logLine, now, today, useUploadingSchool } from './uploading-school.ts'

const place = useDatabase()
const school = useUploadingSchool(place)
const actor = { id: null, name: '李主任' }

async function uploaded(sheet: SheetName, text: string, scope: Scope = city): Promise<string> {
  const file = { sheet, bytes: bytesOf(text), fileName: '表.csv', schoolId: null, today, now, scope, actor }
  const result = await previewImport(place.db, file)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.id
}

function answer(id: string, answers: Answer[], given: { scope?: Scope; name?: string } = {}) {
  const by = { id: null, name: given.name ?? actor.name }
  return answerProblems(place.db, { id, scope: given.scope ?? city, actor: by, today, now, answers })
}

const set = (cell: string, text: string, isForAll = false): Answer => ({
  ...{ kind: 'set', sheet: 'Sheet1', cell, text, isForAll },
})
const skip = (at: string): Answer => ({ kind: 'skip', sheet: 'Sheet1', place: at })
const restore = (id: string, at: string) =>
  restoreAnswer(place.db, { id, scope: city, actor, today, now, sheet: 'Sheet1', place: at })

async function told(id: string): Promise<string[]> {
  const problems = await readPart<Problem>(place.db, id, 'problems')
  return problems.map(one => `${one.cell} ${one.reading} ${one.raw}`)
}

async function countsOf(id: string) {
  const counts = (await findImport(place.db, city, id, today))?.counts
  if (counts === undefined) throw new Error('The import is not there')
  expect(addsUp(counts)).toBe(true)
  return counts
}

function commit(id: string) {
  return commitImport(place.db, { id, scope: city, actor, today, now, skipBadRows: false })
}

const minutesKept = async () =>
  (await place.db.selectFrom('activity').select('minutes').orderBy('minutes').execute()).map(
    one => one.minutes,
  )

describe('a cell', () => {
  test('corrected on the page is committed as corrected, and the file stays as it was', async () => {
    const text = logHead + logLine('三(1)班', '40') + logLine('三(2)班', '很久')
    const id = await uploaded('activity-log', text)
    expect(await commit(id)).toEqual({ ok: false, refusal: 'has-problems' })

    expect(await answer(id, [set('E3', '45')], { name: '王老师' })).toEqual({ ok: true })

    expect(await told(id)).toEqual([])
    expect(await countsOf(id)).toMatchObject({ read: 2, new: 2, rejected: 0 })
    expect(await commit(id)).toEqual({ ok: true, id })
    expect(await minutesKept()).toEqual([40, 45])
    expect(new TextDecoder().decode(await fileOfImport(place.db, id))).toBe(text)
    expect(await correctionsOf(place.db, id)).toMatchObject([
      { place: 'E3', action: 'set', value: '45', raw: '很久', actor: '王老师', at: now },
    ])
  })

  test('corrected wrongly is a problem again and never accepted', async () => {
    const id = await uploaded('activity-log', logHead + logLine('三(1)班', '40') + logLine('三(2)班', '很久'))

    expect(await answer(id, [set('E3', '非常久')])).toEqual({ ok: true })

    expect(await told(id)).toEqual(['E3 reject 非常久'])
    expect(await commit(id)).toEqual({ ok: false, refusal: 'has-problems' })
    expect(await minutesKept()).toEqual([])
  })

  test('corrected in two tabs says what was written last, and every other answer stands', async () => {
    const id = await uploaded('activity-log', logHead + logLine('三(1)班', '久') + logLine('三(2)班', '很久'))

    const outcomes = await Promise.all([
      answer(id, [set('E2', '41')], { name: '甲' }),
      answer(id, [set('E3', '42')], { name: '乙' }),
    ])
    expect(outcomes).toEqual([{ ok: true }, { ok: true }])
    expect(await answer(id, [set('E2', '43')], { name: '丙' })).toEqual({ ok: true })

    expect(await told(id)).toEqual([])
    expect(await commit(id)).toMatchObject({ ok: true })
    expect(await minutesKept()).toEqual([42, 43])
    expect((await correctionsOf(place.db, id)).map(one => one.position)).toEqual([1, 2, 3])
  })

  test('taken back says what stood there, once and for all answers to it', async () => {
    const id = await uploaded('activity-log', logHead + logLine('三(1)班', '40') + logLine('三(2)班', '很久'))
    await answer(id, [set('E3', '45')])
    await answer(id, [set('E3', '46')])

    expect(await restore(id, 'E3')).toEqual({ ok: true })
    expect(await restore(id, 'E3')).toEqual({ ok: true })

    expect(await told(id)).toEqual(['E3 reject 很久'])
    expect((await correctionsOf(place.db, id)).map(one => one.action)).toEqual(['set', 'set', 'restore'])
  })

  test('left empty is a missing value: not zero, and a problem where one is required', async () => {
    const id = await uploaded(
      'placements',
      `学校标识码,项目,学段,角色,起始日期\n${code},球,小学,成员,2025-09-01\n`,
    )
    await answer(id, [set('B2', '')])

    const [problem] = await readPart<Problem>(place.db, id, 'problems')
    expect(problem).toMatchObject({ cell: 'B2', code: 'sheet.required-empty' })
  })
})

describe('all alike', () => {
  test('one answer settles every cell of the column with the same text and trouble, and no other', async () => {
    const id = await uploaded(
      'activity-log',
      logHead +
        logLine('三一班级', '久') +
        logLine('三(1)班', '40', '2025-10-14') +
        logLine('三一班级', '30', '2025-10-09'),
    )
    const problems = await readPart<Problem>(place.db, id, 'problems')
    const [first] = problems.filter(one => one.raw === '三一班级')
    expect(problems.filter(one => one.raw === '三一班级')).toHaveLength(2)

    expect(await answer(id, [set(first!.cell, '三(1)班', true)])).toEqual({ ok: true })

    expect(await told(id)).toEqual(['E2 reject 久'])
    expect((await correctionsOf(place.db, id)).map(one => `${one.place} ${one.value}`).sort()).toEqual([
      'C2 三(1)班',
      'C4 三(1)班',
    ])
  })

  test('the page says how many there are and offers it once', async () => {
    const id = await uploaded(
      'activity-log',
      logHead +
        logLine('三一班级', '40') +
        logLine('三一班级', '30', '2025-10-09') +
        logLine('三(1)班', '久', '2025-10-14'),
    )

    const shown = await showImport(place.db, city, id, { today, now, page: 1, locale: 'zh-CN' })

    expect(shown?.problems.map(one => [one.cell, one.same, one.isFirstOfSame, one.isAnswerable])).toEqual([
      ['C2', 2, true, true],
      ['C3', 2, false, true],
      ['E4', 1, true, true],
    ])
  })
})

describe('a row', () => {
  test('left out counts as ignored, and holds nothing up', async () => {
    const id = await uploaded('activity-log', logHead + logLine('三(1)班', '40') + logLine('三(2)班', '很久'))

    expect(await answer(id, [skip('E3')])).toEqual({ ok: true })

    expect(await countsOf(id)).toEqual({ read: 2, new: 1, changed: 0, unchanged: 0, rejected: 0, ignored: 1 })
    const shown = await showImport(place.db, city, id, {
      ...{ today, now, page: 1, locale: 'zh-CN', verdict: 'ignored' },
    })
    expect(shown?.rows).toMatchObject([{ row: 3, why: '已跳过' }])
    expect(await commit(id)).toEqual({ ok: true, id })
    expect(await minutesKept()).toEqual([40])
  })

  test('left out settles the row that it contradicted, and is read again when taken back', async () => {
    const sheet = '学校标识码,学校名称,办学类型,主管单位\n'
    const id = await uploaded(
      'schools',
      `${sheet}2132000003,东海县新办小学,小学,东海县\n2132000003,东海县又办小学,小学,东海县\n`,
    )
    expect(await countsOf(id)).toMatchObject({ rejected: 2 })

    await answer(id, [skip('3')])
    expect(await countsOf(id)).toMatchObject({ read: 2, new: 1, ignored: 1, rejected: 0 })

    expect(await restore(id, '3')).toEqual({ ok: true })
    expect(await countsOf(id)).toMatchObject({ read: 2, rejected: 2, ignored: 0 })
  })
})

describe('nothing is answered', () => {
  let id = ''
  beforeEach(async () => {
    id = await uploaded('activity-log', logHead + logLine('三(1)班', '40') + logLine('三(2)班', '很久'))
  })
  const nothing = async (refusal: string, answers: Answer[], given?: { scope?: Scope }) => {
    const before = await told(id)
    expect(await answer(id, answers, given)).toEqual({ ok: false, refusal })
    expect(await told(id)).toEqual(before)
    expect(await correctionsOf(place.db, id)).toEqual([])
  }

  test('by whoever does not see the import', async () => {
    await nothing('not-found', [set('E3', '45')], { scope: { kind: 'unit', unitCode: '320723' } })
    await nothing('not-found', [set('E3', '45')], { scope: { kind: 'nothing' } })
  })

  test('with the number of a person in it, or too much text, not even beside a good answer', async () => {
    await nothing('personal-number', [set('E2', '41'), set('E3', '320706199901011234')])
    await nothing('personal-number', [set('E3', '138 0013-8000')])
    await nothing('too-long', [set('E3', '久'.repeat(501))])
  })

  test('to what is no data: the header, a place outside, a sheet that is not there', async () => {
    await nothing('not-there', [set('E1', '备注')])
    await nothing('not-there', [set('E30', '45')])
    await nothing('not-there', [{ kind: 'set', sheet: '别的', cell: 'E3', text: '45', isForAll: false }])
    await nothing('not-there', [skip('1')])
    await nothing('not-there', [set('E3', '45'), skip('30')])
  })

  test('once it was committed, given up, or its file removed', async () => {
    await place.db.deleteFrom('import_file').execute()
    await nothing('not-kept', [set('E3', '45')])
    for (const status of ['committed', 'discarded', 'refused', 'undone'] as const) {
      await place.db.updateTable('import_run').set({ status }).execute()
      await nothing('no-longer-open', [set('E3', '45')])
      expect(await restore(id, 'E3')).toEqual({ ok: false, refusal: 'no-longer-open' })
    }
  })
})

test('a correction and a commit at once end in one or the other, never in half of each', async () => {
  const id = await uploaded('activity-log', logHead + logLine('三(1)班', '40') + logLine('三(2)班', '50'))

  const [corrected, committed] = await Promise.all([answer(id, [set('E3', '45')]), commit(id)])

  expect(committed).toEqual({ ok: true, id })
  const kept = await correctionsOf(place.db, id)
  expect(await minutesKept()).toEqual(corrected.ok ? [40, 45] : [40, 50])
  expect(kept).toHaveLength(corrected.ok ? 1 : 0)
})

test('a row that somebody spoils while another commits is never left out unasked', async () => {
  const id = await uploaded('activity-log', logHead + logLine('三(1)班', '40') + logLine('三(2)班', '50'))

  const [spoiled, committed] = await Promise.all([answer(id, [set('E3', '很久')]), commit(id)])

  expect(spoiled.ok).not.toBe(committed.ok)
  expect(await minutesKept()).toEqual(committed.ok ? [40, 50] : [])
})

test('answers are audited by place, without what was written', async () => {
  const id = await uploaded('activity-log', logHead + logLine('三(2)班', '很久'))
  await answer(id, [set('E2', '45')])
  await restore(id, 'E2')

  const audit = await place.db
    .selectFrom('audit')
    .where('action', '=', 'import.correct')
    .select(['subject_id', 'detail'])
    .orderBy('position')
    .execute()
  expect(audit.map(one => one.subject_id)).toEqual([id, id])
  expect(audit.map(one => JSON.parse(one.detail).places)).toEqual([['set Sheet1!E2'], ['restore Sheet1!E2']])
  expect(JSON.stringify(audit)).not.toContain('45"')
})

test('what is corrected is compared with what stands now, cell by cell', async () => {
  await insertAll(place.db, 'program_placement', [
    samplePlacement({ school_id: school.id, valid_from: '2025-09-01', role: 'member' }),
  ])
  const sheet = '学校标识码,项目,学段,角色,起始日期\n'
  const id = await uploaded('placements', `${sheet}${code},足球,小学,牵头什么,2025-09-01\n`)
  expect(await countsOf(id)).toMatchObject({ rejected: 1 })

  await answer(id, [set('D2', '牵头学校')])

  const shown = await showImport(place.db, city, id, { today, now, page: 1, locale: 'zh-CN' })
  expect(shown?.verdict).toBe('changed')
  expect(shown?.rows[0]?.shown.role).not.toBe(shown?.rows[0]?.before?.role)
})

test('a form of two thousand equal troubles is settled by one answer', async () => {
  const days = Array.from({ length: 28 }, (_, at) => `2025-09-${String(at + 1).padStart(2, '0')}`)
  const rows = days.flatMap(day => Array.from({ length: 75 }, () => logLine('三(9)班', '40', day)))
  const id = await uploaded('activity-log', logHead + rows.slice(0, 2000).join(''))
  expect((await countsOf(id)).rejected).toBe(2000)

  const problems = await readPart<Problem>(place.db, id, 'problems')
  const first = problems.find(one => one.raw === '三(9)班')
  expect(await answer(id, [set(first!.cell, '三(1)班', true)])).toEqual({ ok: true })

  expect(await correctionsOf(place.db, id)).toHaveLength(2000)
  expect((await told(id)).filter(one => one.includes('三(9)班'))).toEqual([])
  expect((await countsOf(id)).read).toBe(2000)
})
