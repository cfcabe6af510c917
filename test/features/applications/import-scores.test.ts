import { afterAll, beforeEach, expect, test } from 'vitest'
import XLSX from 'xlsx'
import type { Scope } from '#app/auth/scope.ts'
import { publishRanking } from '#app/features/applications/rank-candidates.server.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { makeTemplate } from '#app/features/imports/make-template.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleApplication } from '#db/samples.ts'
import type { ApplicationState } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { wholeOf } from '#test/support/whole-of.ts'
import { insertApplicant } from './applicant.ts'

const place = useDatabase()
const today = '2026-12-20'
const now = '2026-12-20 02:00:00.000'
const actor = { id: null, name: '东海县教育局' }
const unit: Scope = { kind: 'unit', unitCode: '320722' }
const numbers = ['260000000001', '260000000002', '260000000003'] as const
let postId: string

afterAll(() => closeReader())
beforeEach(async () => {
  const { post, round } = await insertPost(place.db, { post: { written_weight: 30, skill_weight: 70 } })
  postId = post.id
  for (const [at, number] of numbers.entries()) {
    const { applicantId } = await insertApplicant(place.db, { login: `athlete${at}` })
    const ids = { post_id: post.id, round_id: round.id, applicant_id: applicantId }
    await insertAll(place.db, 'application', [sampleApplication({ ...ids, number, state: 'SKILL_TEST' })])
  }
})

const bytesOf = (...lines: string[]) =>
  new TextEncoder().encode(['报名号,姓名,技能成绩,加试', ...lines].join('\n'))

function run(lines: readonly string[] | Uint8Array, scope: Scope = unit, given = {}) {
  const bytes = lines instanceof Uint8Array ? lines : bytesOf(...lines)
  const fileName = lines instanceof Uint8Array ? '成绩.xlsx' : '成绩.csv'
  return runImport(place.db, {
    ...{ sheet: 'scores', bytes, fileName, today, now, scope, actor, schoolCode: null },
    ...{ dryRun: false, skipBadRows: false, withRows: true, locale: 'zh-CN' },
    ...given,
  })
}

async function scores() {
  const rows = await place.db
    .selectFrom('application_score as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .select(['a.number as number', 's.component as component', 's.score as score'])
    .orderBy('a.number')
    .orderBy('s.component')
    .execute()
  return rows.map(row => [row.number, row.component, row.score])
}

const setState = (number: string, state: ApplicationState) =>
  place.db.updateTable('application').set({ state }).where('number', '=', number).execute()

test('a workbook of scores is entered whole: two decimals, absent, and numbers written with blanks', async () => {
  const result = await run(['2600 0000 0001,陈静,85.25,', '260000000002,,缺考,', '260000000003,陈静,90,88'])

  expect(result).toMatchObject({ status: 'committed', problems: [], counts: { new: 3 } })
  expect(await scores()).toEqual([
    [numbers[0], 'SKILL', 8525],
    [numbers[1], 'SKILL', null],
    [numbers[2], 'EXTRA', 8800],
    [numbers[2], 'SKILL', 9000],
  ])
})

test('one person twice with other scores is refused at both rows, and nothing is entered', async () => {
  const result = await run(['260000000001,,85,', '260000000002,,80,', '260000000001,,95,'])

  expect(result.status).not.toBe('committed')
  expect(result.problems.map(one => [one.cell, one.code])).toEqual([
    ['A2', 'score.twice'],
    ['A4', 'score.twice'],
  ])
  expect(result.problems[0]?.message).toBe('同一报名号在第 4 行还有不同成绩，请只保留正确的一行。')
  expect(await scores()).toEqual([])
})

test.each<[string, string, string, string]>([
  ['a number of nobody', '269999999999,,85,', 'A2', 'score.unknown'],
  ['a number with a digit too few', '26000000001,,85,', 'A2', 'score.no-number'],
  ['another name', '260000000001,王海燕,85,', 'B2', 'score.other-name'],
  ['three decimals', '260000000001,,85.255,', 'C2', 'score.too-fine'],
  ['more than a hundred', '260000000001,,101,', 'C2', 'score.above-100'],
  ['words', '260000000001,,优秀,', 'C2', 'score.no-score'],
])('%s is refused at its cell', async (_what, line, cell, code) => {
  const result = await run([line])

  expect(result.problems).toMatchObject([{ cell, code }])
  expect(result.problems[0]?.message).not.toBe('')
  expect(await scores()).toEqual([])
})

test('another unit finds nobody, and the city leaves scores to the unit that recruits', async () => {
  const line = ['260000000001,,85,']

  expect((await run(line, { kind: 'unit', unitCode: '320723' })).problems).toMatchObject([
    { code: 'score.unknown' },
  ])
  expect((await run(line, { kind: 'city' })).problems).toMatchObject([{ code: 'score.not-yours' }])
})

test('somebody who is not in the test, or whose scores are published, is refused', async () => {
  await setState(numbers[0], 'RECHECK')
  expect((await run(['260000000001,,85,'])).problems).toMatchObject([{ code: 'score.not-in-this-test' }])
  await setState(numbers[0], 'SKILL_TEST')
  await place.db.updateTable('coach_post').set({ scores_published_at: now }).execute()

  expect((await run(['260000000001,,85,'])).problems).toMatchObject([{ code: 'score.frozen' }])
})

test('what is exported is imported again as unchanged, and the template names those in the test', async () => {
  await run(['260000000001,,85,', '260000000002,,缺考,'])
  await setState(numbers[2], 'DISQUALIFIED')
  const format = { asOf: today, format: 'xlsx', locale: 'zh-CN' } as const
  const again = await run(await wholeOf(await exportSheet(place.db, unit, 'scores', format)))
  expect(again).toMatchObject({ counts: { read: 2, unchanged: 2 }, problems: [] })

  const template = await makeTemplate(place.db, unit, 'scores', { locale: 'zh-CN', school: null, day: today })

  expect((await run(template)).counts).toMatchObject({ unchanged: 2 })
})

test('undo gives back what stood, and is refused once the ranking was published', async () => {
  await run(['260000000001,,85,'])
  const { import: id } = await run(['260000000001,,95,', '260000000002,,80,'])
  const undo = (which: string | null | undefined) =>
    undoImport(place.db, { id: which ?? '', scope: unit, actor, today })

  expect(await undo(id)).toEqual({ ok: true })
  expect(await scores()).toEqual([[numbers[0], 'SKILL', 8500]])

  const { import: last } = await run(['260000000002,,80,', '260000000003,,70,'])
  await place.db.updateTable('coach_post').set({ written_weight: 0, skill_weight: 100 }).execute()
  expect(await publishRanking(place.db, unit, actor, { postId, now })).toEqual({ ok: true })
  expect(await undo(last)).toMatchObject({ ok: false, refusal: 'changed-since' })
})

test('a list published between preview and commit makes the import stale', async () => {
  const bytes = bytesOf('260000000001,,95,')
  const commit = await previewed(bytes)
  await place.db.updateTable('coach_post').set({ scores_published_at: now }).execute()

  expect(await commitImport(place.db, commit)).toEqual({ ok: false, refusal: 'stale' })
  expect(await scores()).toEqual([])
})

test('a workbook with ID numbers is neither read nor kept, and its name is kept without one', async () => {
  const csv = '报名号,姓名,身份证号,技能成绩\n260000000001,陈静,320706199901010014,85'
  const refused = await run(new TextEncoder().encode(csv), unit, { fileName: '成绩.csv' })
  expect(refused.problems).toMatchObject([{ cell: 'C2', code: 'score.personal-number' }])
  expect(await place.db.selectFrom('import_file').select('import_id').execute()).toEqual([])

  const bytes = bytesOf('260000000001,,85,')
  const given = { sheet: 'scores' as const, bytes, today, now, scope: unit, actor, schoolId: null }
  await previewImport(place.db, { ...given, fileName: '成绩320706199901010014.csv' })

  const kept = await place.db.selectFrom('import_run').select('file_name').execute()
  expect(kept).toEqual([{ file_name: `成绩${'*'.repeat(18)}.csv` }])
})

async function previewed(bytes: Uint8Array) {
  const given = { sheet: 'scores' as const, bytes, fileName: '成绩.csv', today, now, scope: unit, actor }
  const preview = await previewImport(place.db, { ...given, schoolId: null })
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  return { id: preview.id, scope: unit, actor, today, now, skipBadRows: false }
}

test('a score that somebody entered after the preview is not written over', async () => {
  await run(['260000000001,,85,'])
  const commit = await previewed(bytesOf('260000000001,,95,', '260000000002,,80,'))
  await run(['260000000001,,88,'])

  expect(await commitImport(place.db, commit)).toEqual({ ok: false, refusal: 'stale' })
  expect(await scores()).toEqual([[numbers[0], 'SKILL', 8800]])
})

test('somebody who stands twice is not entered, be one of the rows as unreadable as it may', async () => {
  const lines = ['260000000001,,85,', '260000000001,,8S,', '260000000002,,80,']
  const bytes = bytesOf(...lines)

  const result = await run(bytes, unit, { fileName: '成绩.csv', skipBadRows: true })

  expect(result).toMatchObject({ status: 'committed', counts: { new: 1, rejected: 2 } })
  expect(await scores()).toEqual([[numbers[1], 'SKILL', 8000]])
})

test.each(['技能成绩（折算30%）', '技能成绩(30%)', '技能成绩(满分150)', '技能成绩（150分）'])(
  'a column headed %s is not taken for scores out of a hundred',
  async heading => {
    const csv = `报名号,姓名,${heading}\n260000000001,陈静,25.5`

    const result = await run(new TextEncoder().encode(csv), unit, { fileName: '成绩.csv' })

    expect(result.problems).toMatchObject([{ cell: 'C2', code: 'sheet.other-measure' }])
    expect(result.problems[0]?.message).toContain(heading)
    expect(await scores()).toEqual([])
  },
)

test('a column headed 技能成绩（满分100分） is', async () => {
  const csv = '报名号,姓名,技能成绩（满分100分）\n260000000001,陈静,25.5'

  expect((await run(new TextEncoder().encode(csv), unit, { fileName: '成绩.csv' })).problems).toEqual([])
  expect(await scores()).toEqual([[numbers[0], 'SKILL', 2550]])
})

test('a merged score is nobody else’s, and neither is 同上', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['报名号', '姓名', '技能成绩'],
    ['260000000001', '陈静', 85],
    ['260000000002', '', null],
    ['260000000003', '', '同上'],
  ])
  sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }]
  const book = XLSX.utils.book_new(sheet, '成绩')

  const result = await run(new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })))

  expect(result.problems.map(one => [one.cell, one.code])).toEqual([
    ['C3', 'sheet.not-its-own'],
    ['C4', 'sheet.not-its-own'],
  ])
  expect(await scores()).toEqual([])
})

test('signs that only look like digits are no digits', async () => {
  for (const text of ['9¹', '⑨', '8₅', '½'])
    expect((await run([`260000000001,,${text},`])).problems).toMatchObject([{ code: 'score.no-score' }])
  expect((await run(['26000000000¹,,85,'])).problems).toMatchObject([{ code: 'score.no-number' }])
  expect((await run(['２６０００００００００１,,８５．２５,'])).problems).toEqual([])
})

test('undo is not held up by somebody who stepped back since', async () => {
  const { import: id } = await run(['260000000001,,85,', '260000000002,,80,'])
  await setState(numbers[0], 'WITHDRAWN')

  expect(await undoImport(place.db, { id: id ?? '', scope: unit, actor, today })).toEqual({ ok: true })
  expect(await scores()).toEqual([])
})

test('in reserve an extra test counts anew, be its score the one of before the ranking, and undo gives back that', async () => {
  await run(['260000000001,,85,80', '260000000002,,85,80'], unit, { now: '2026-12-18 02:00:00.000' })
  await place.db.updateTable('coach_post').set({ scores_published_at: '2026-12-19 02:00:00.000' }).execute()
  await place.db.updateTable('application').set({ state: 'RESERVE', rank: 2 }).execute()
  const extras = () =>
    place.db
      .selectFrom('application_score')
      .where('component', '=', 'EXTRA')
      .select(['score', 'entered_by as by', 'entered_at as at'])
      .orderBy('application_id')
      .execute()
  const before = await extras()

  const again = await run(['260000000001,,,80', '260000000002,,,80'], unit, {
    actor: { ...actor, name: '复试组' },
  })

  expect(again.problems).toEqual([])
  expect(await extras()).toEqual([1, 2].map(() => ({ score: 8000, by: '复试组', at: now })))

  expect(await undoImport(place.db, { id: again.import ?? '', scope: unit, actor, today })).toEqual({
    ok: true,
  })
  expect(await extras()).toEqual(before)
})
