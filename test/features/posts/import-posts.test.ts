import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { endCandidates } from '#app/features/applications/end-candidates.server.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { movePost } from '#app/features/posts/move-post.server.ts'
import { listPosts } from '#app/features/posts/posts.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleRound } from '#db/samples.ts'
import { insertAll, inTransaction, lockRow } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const today = '2026-11-20'
const now = '2026-11-20 02:00:00.000'
const actor = { id: null, name: '李主任' }
const city: Scope = { kind: 'city' }
const unit: Scope = { kind: 'unit', unitCode: '320722' }
const round = sampleRound()
let schoolId: string

afterAll(() => closeReader())
beforeEach(async () => {
  schoolId = (await insertSchool(place.db, { stages: ['primary', 'junior'] })).id
  await insertSchool(place.db, { code: '2132000002', name: '东海县第二小学' })
  await insertSchool(place.db, { code: '2132000003', name: '灌云县小学', unitCode: '320723' })
  await insertAll(place.db, 'coach_round', [round, sampleRound({ unit_code: '320723' })])
})

const heads =
  '岗位编号,招聘批次,学校标识码,岗位名称,项目,学段,用工方式,每周小时,招聘人数,试用期(月),最低运动员等级,最大年龄,笔试占比(%),技能占比(%),笔试合格线,咨询'

interface Line {
  number?: string
  round?: string
  schools?: string
  title?: string
  sport?: string
  stages?: string
  engagement?: string
  quota?: string
  pass?: string
}

function line(given: Line = {}): string {
  const { number = '', round: name = round.name, schools = '2132000001', title = '足球教练员' } = given
  const { sport = '足球', stages = '小学', engagement = '专职在编', quota = '1', pass = '50' } = given
  const first = [number, name, schools, title, sport, stages, engagement, '40', quota, '12', '一级', '35']
  return [...first, '30', '70', pass, '东海县教育局 0518-87212345'].map(cell => `"${cell}"`).join()
}

function bytesOf(...lines: string[]): Uint8Array {
  return new TextEncoder().encode([heads, ...lines].join('\n'))
}

function run(lines: readonly string[], scope: Scope = unit) {
  const bytes = bytesOf(...lines)
  return runImport(place.db, {
    ...{ sheet: 'coach-posts', bytes, fileName: '岗位.csv', today, now, scope, actor, schoolCode: null },
    ...{ dryRun: false, skipBadRows: false, withRows: true, locale: 'zh-CN' },
  })
}

const posts = () => listPosts(place.db, city)

describe('a workbook of posts', () => {
  test('becomes drafts of the round, numbered, pooled where it names several schools', async () => {
    const result = await run([line(), line({ schools: '2132000001、2132000002', title: '统筹教练员' })])

    expect(result).toMatchObject({ status: 'committed', problems: [], counts: { new: 2 } })
    expect(await posts()).toMatchObject([
      { number: '2026-002', status: 'draft', isPooled: true, schoolId: null, schools: [{}, {}] },
      {
        number: '2026-001',
        isPooled: false,
        schoolId,
        writtenPass: 5000,
        leastGrade: 'LEVEL1',
        roundId: round.id,
      },
    ])
  })

  test('changes nothing the second time', async () => {
    const lines = [line(), line({ title: '另一岗位', stages: '小学、初中' })]
    await run(lines)

    expect((await run(lines)).counts).toMatchObject({ unchanged: 2, new: 0, changed: 0 })
    expect(await posts()).toHaveLength(2)
  })

  test('changes drafts by number or by what they are; a column that is missing leaves what stands', async () => {
    await run([line()])
    await place.db.updateTable('coach_post').set({ duties: '带队训练' }).execute()

    const result = await run([line({ number: '2026-001', title: '足球主教练', quota: '2' })])

    expect(result.counts).toMatchObject({ changed: 1 })
    expect(result.rows).toMatchObject([{ round: round.name, schools: '2132000001', title: '足球主教练' }])
    expect(await posts()).toMatchObject([{ title: '足球主教练', quota: 2, duties: '带队训练' }])
    expect((await run([line({ title: '足球主教练', quota: '3' })])).counts).toMatchObject({ changed: 1 })
  })

  test.each<[string, Line, string, string]>([
    ['a round that nobody announced', { round: '无此批次' }, 'B2', 'coach-post.round-unknown'],
    ['a school of another unit', { schools: '2132000003' }, 'C2', 'coach-post.school-unknown'],
    ['a code that is none', { schools: '2132000001、213' }, 'C2', 'code.not-ten-digits'],
    ['an unknown sport', { sport: '魁地奇' }, 'E2', 'placement.sport-unknown'],
    ['a stage that the school does not run', { stages: '高中' }, 'F2', 'coach-post.stage-not-run'],
    ['an engagement that there is not', { engagement: '租借' }, 'G2', 'choice.unknown'],
    ['nobody wanted', { quota: '0' }, 'I2', 'number.out-of-bounds'],
    ['half a person', { quota: '1.5' }, 'I2', 'coach-post.not-whole'],
    ['three decimals', { pass: '60.125' }, 'O2', 'coach-post.two-decimals'],
    ['a number that was not given', { number: '2026-777' }, 'A2', 'coach-post.number-unknown'],
  ])('with %s is refused at its cell, whole', async (_, given, cell, code) => {
    const result = await run([line(given), line({ title: '好的岗位' })])

    expect(result).toMatchObject({ status: 'refused', counts: { rejected: 1, new: 1 } })
    expect(result.problems).toMatchObject([{ cell, code }])
    expect(result.problems[0]?.message).not.toMatch(/请核对后修改/)
    expect(await posts()).toEqual([])
  })

  test('names a post twice: once more is ignored, with other contents both are refused', async () => {
    expect((await run([line(), line()])).counts).toMatchObject({ new: 1, ignored: 1 })

    const result = await run([line({ quota: '2' }), line({ quota: '3' })])

    expect(result.counts).toMatchObject({ rejected: 2 })
    expect(result.problems.map(problem => problem.code)).toEqual(['coach-post.twice', 'coach-post.twice'])
  })

  test('never changes what is submitted or published', async () => {
    await run([line()])
    await place.db.updateTable('coach_post').set({ status: 'published', published_at: now }).execute()

    expect((await run([line()])).counts).toMatchObject({ unchanged: 1 })
    const result = await run([line({ quota: '5' })])
    expect(result.problems).toMatchObject([{ cell: 'D2', code: 'coach-post.not-to-change' }])
    expect(await posts()).toMatchObject([{ quota: 1 }])
  })

  test('of a school drafts for itself only', async () => {
    const own: Scope = { kind: 'school', schoolId }

    expect(await run([line()], own)).toMatchObject({ status: 'committed', problems: [] })
    expect((await run([line({ schools: '2132000002' })], own)).problems).toMatchObject([
      { code: 'coach-post.school-unknown' },
    ])
  })

  test('of the city finds the round of the school’s unit among rounds of one name', async () => {
    await run([line({ schools: '2132000003' })], city)

    expect(await posts()).toMatchObject([{ unitCode: '320723' }])
  })
})

describe('between preview and commit, and after', () => {
  async function preview(lines: readonly string[]): Promise<string> {
    const previewed = await previewImport(place.db, {
      ...{
        sheet: 'coach-posts',
        bytes: bytesOf(...lines),
        fileName: '岗位.csv',
        today,
        now,
        scope: unit,
        actor,
      },
      schoolId: null,
    })
    if (!previewed.ok) throw new Error(JSON.stringify(previewed))
    return previewed.id
  }
  const commit = (id: string) =>
    commitImport(place.db, { id, scope: unit, actor, today, now, skipBadRows: false })

  test('a post that came meanwhile makes the import stale, and nothing is written', async () => {
    const id = await preview([line(), line({ title: '另一岗位' })])
    await run([line()])

    expect(await commit(id)).toEqual({ ok: false, refusal: 'stale' })
    expect(await posts()).toHaveLength(1)
  })

  test('a post that somebody is changing by page waits, and makes the import stale', async () => {
    await run([line()])
    const [{ id: postId } = { id: '' }] = await place.db.selectFrom('coach_post').select('id').execute()
    const id = await preview([line({ quota: '5' })])
    let isHeld = () => {}
    const held = new Promise<void>(resolve => {
      isHeld = resolve
    })
    const changing = inTransaction(place.db, async tx => {
      await lockRow(tx, 'coach_post', postId)
      isHeld()
      await setTimeout(300)
      await tx
        .updateTable('coach_post')
        .set({ quota: 7, updated_at: '2026-11-20 03:00:00.000' })
        .where('id', '=', postId)
        .execute()
    })
    await held

    expect(await commit(id)).toEqual({ ok: false, refusal: 'stale' })
    await changing
    expect(await posts()).toMatchObject([{ quota: 7 }])
  })

  test('undo takes drafts away and gives changed ones back what they said', async () => {
    await run([line()])
    const before = await posts()
    const { import: id } = await run([line({ quota: '4' }), line({ title: '另一岗位' })])

    expect(await undoImport(place.db, { id: id ?? '', scope: unit, actor, today })).toEqual({ ok: true })

    expect(await posts()).toEqual(before)
    const left = await place.db.selectFrom('coach_post_school').selectAll().execute()
    expect(left).toHaveLength(1)
  })

  test('undo is refused once a draft was submitted or changed', async () => {
    const { import: id } = await run([line()])
    const [post] = await posts()
    await movePost(
      place.db,
      unit,
      actor,
      { id: post?.id ?? '', move: 'submit', reason: '', today, now },
      endCandidates,
    )

    expect(await undoImport(place.db, { id: id ?? '', scope: unit, actor, today })).toMatchObject({
      refusal: 'changed-since',
    })
    expect(await posts()).toHaveLength(1)
  })
})
