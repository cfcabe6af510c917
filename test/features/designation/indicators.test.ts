import { afterAll, afterEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import {
  beginDraft,
  publishDraft,
  removeIndicator,
  saveIndicator,
} from '#app/features/designation/edit-indicators.server.ts'
import {
  type Indicator,
  indicatorProblem,
  inOrder,
  setProblems,
  sumOf,
} from '#app/features/designation/indicator.rule.ts'
import { indicatorsOf, listSets } from '#app/features/designation/indicators.queries.server.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { useDatabase } from '#test/support/database.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const unit: Scope = { kind: 'unit', unitCode: '320722' }
const actor = { id: null, name: '市教育局' }
const today = '2026-11-27'
const now = `${today} 02:00:00.000`

afterAll(() => closeReader())
afterEach(async () => {
  const later = place.db.selectFrom('indicator_set').where('version', '>', 1).select('id')
  await place.db.deleteFrom('indicator').where('set_id', 'in', later).execute()
  await place.db.deleteFrom('indicator_set').where('version', '>', 1).execute()
})

const newest = async () => {
  const [set] = await listSets(place.db)
  return { set: set!, indicators: await indicatorsOf(place.db, set?.id ?? '') }
}
const begin = () => beginDraft(place.db, city, actor, { now })
const save = (given: Partial<Indicator>) =>
  saveIndicator(place.db, city, actor, {
    ...{ code: 'B3', title: '传统项目普及率', kind: 'score', most: 8, how: '', figure: 'participation' },
    ...given,
  })
const publish = (source = '连教体〔2027〕1号') => publishDraft(place.db, city, actor, { source, now })

test('the set that comes with the system makes up a hundred points, and excludes for four reasons', async () => {
  const { set, indicators } = await newest()

  expect(set).toMatchObject({ version: 1, publishedAt: expect.any(String) })
  expect(setProblems(indicators)).toEqual([])
  expect([sumOf(indicators, 'score'), sumOf(indicators, 'bonus')]).toEqual([100, 10])
  expect(indicators.filter(one => one.kind === 'veto')).toHaveLength(4)
})

test.each<[Partial<Indicator>, string | null]>([
  [{}, null],
  [{ code: '' }, 'code-missing'],
  [{ code: '3B' }, 'code-malformed'],
  [{ title: '' }, 'title-missing'],
  [{ title: '长'.repeat(121) }, 'title-too-long'],
  [{ how: '长'.repeat(401) }, 'how-too-long'],
  [{ most: 0 }, 'points-out-of-bounds'],
  [{ most: 7.5 }, 'points-out-of-bounds'],
  [{ most: 101 }, 'points-out-of-bounds'],
  [{ kind: 'veto' }, 'veto-has-points'],
  [{ kind: 'veto', most: 0 }, null],
])('an indicator with %j is refused: %s', (given, problem) => {
  const usual = { code: 'B3', title: '普及率', kind: 'score', most: 8, how: '', figure: '' } as const

  expect(indicatorProblem({ ...usual, ...given })).toBe(problem)
})

test('indicators are read by letter and number', () => {
  expect(inOrder([{ code: 'B1' }, { code: 'A10' }, { code: 'A2' }]).map(one => one.code)).toEqual([
    'A2',
    'A10',
    'B1',
  ])
})

test('a published version stands; the next one is drafted from it and published whole', async () => {
  expect(await save({ most: 10 })).toEqual({ ok: false, refusal: 'no-draft' })
  expect(await beginDraft(place.db, unit, actor, { now })).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await begin()).toEqual({ ok: true })
  expect(await begin()).toEqual({ ok: false, refusal: 'draft-there' })
  expect(await save({ code: 'b3', most: 10 })).toEqual({ ok: true })
  expect(await publish()).toEqual({ ok: false, refusal: 'sum-not-whole' })
  expect(await save({ code: 'E2', kind: 'bonus', most: 5 })).toEqual({ ok: true })
  expect(await removeIndicator(place.db, city, actor, 'B9')).toEqual({ ok: false, refusal: 'not-found' })
  expect(await save({ code: 'A1', most: 6 })).toEqual({ ok: true })
  expect(await publish()).toEqual({ ok: false, refusal: 'bonus-too-high' })
  expect(await removeIndicator(place.db, city, actor, 'E2')).toEqual({ ok: true })
  expect(await publish(' ')).toEqual({ ok: false, refusal: 'source-missing' })

  expect(await publish()).toEqual({ ok: true })

  const { set, indicators } = await newest()
  expect(set).toMatchObject({ version: 2, source: '连教体〔2027〕1号', publishedAt: now })
  expect(indicators.find(one => one.code === 'B3')).toMatchObject({ most: 10 })
  expect(await save({})).toEqual({ ok: false, refusal: 'no-draft' })
})

test('two who begin the next version at once begin one', async () => {
  const answers = await Promise.all([begin(), begin()])

  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(await listSets(place.db)).toHaveLength(2)
})

const header = '代码,指标,类别,满分,评分办法,数据来源'
const bytesOf = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join('\n'))

function run(lines: string[], scope = city) {
  return runImport(place.db, {
    ...{ sheet: 'indicators', bytes: bytesOf(...lines), fileName: '指标.csv', today, now, scope, actor },
    ...{ schoolCode: null, dryRun: false, skipBadRows: false, withRows: true, locale: 'zh-CN' },
  })
}

test('a sheet of indicators goes into a draft, and undo takes it out while it is one', async () => {
  const lines = ['B3,传统项目普及率,评分,10,参与率,项目参与率', 'E2,社会开放,加分,2,,']

  const { status, counts, import: id } = await run(lines)

  expect({ status, counts }).toMatchObject({ status: 'committed', counts: { new: 1, changed: 1 } })
  const { set, indicators } = await newest()
  expect(set).toMatchObject({ version: 2, publishedAt: null })
  expect(indicators).toHaveLength(19)
  expect(indicators.find(one => one.code === 'B3')).toMatchObject({ most: 10, how: '参与率' })
  expect((await run(lines)).counts).toMatchObject({ unchanged: 2 })

  expect(await undoImport(place.db, { id: id ?? '', scope: city, actor, today })).toEqual({ ok: true })

  const after = (await newest()).indicators
  expect(after).toHaveLength(18)
  expect(after.find(one => one.code === 'B3')).toMatchObject({ most: 8 })
})

test.each<[string, string[], string, string]>([
  ['a malformed code', ['3,普及率,评分,8,,'], 'A2', 'indicator.code-malformed'],
  ['a veto with points', ['V1,弄虚作假,一票否决,5,,'], 'D2', 'indicator.veto-has-points'],
  ['half a point', ['B3,普及率,评分,7.5,,'], 'D2', 'indicator.points-out-of-bounds'],
  ['no points', ['B3,普及率,评分,,,'], 'D2', 'indicator.points-out-of-bounds'],
  ['one code twice', ['B3,普及率,评分,8,,', 'b3,普及率,评分,9,,'], 'A2', 'indicator.twice'],
])('%s is refused at its cell, and no draft is begun', async (_what, lines, cell, code) => {
  const result = await run(lines)

  expect(result.problems[0]).toMatchObject({ cell, code })
  expect(result.problems[0]?.message).toMatch(/[一-鿿]/)
  expect(await listSets(place.db)).toHaveLength(1)
})

test('a unit imports none, and a version published since the preview makes the import stale', async () => {
  expect((await run(['B3,普及率,评分,8,,'], unit)).problems).toMatchObject([
    { code: 'indicator.not-allowed' },
  ])
  await begin()
  const given = { sheet: 'indicators' as const, bytes: bytesOf('B3,普及率,评分,9,,'), fileName: '指标.csv' }
  const preview = await previewImport(place.db, { ...given, today, now, scope: city, actor, schoolId: null })
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  await save({ most: 9, title: '普及率', figure: '' })

  const commit = { id: preview.id, scope: city, actor, today, now, skipBadRows: false }
  expect(await commitImport(place.db, commit)).toEqual({ ok: false, refusal: 'stale' })
})
