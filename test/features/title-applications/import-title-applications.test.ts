import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { countImports, findImport } from '#app/features/imports/imports.queries.server.ts'
import { makeTemplate } from '#app/features/imports/make-template.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { addAttachment } from '#app/features/title-applications/change-attachments.server.ts'
import { beginTitleApplication } from '#app/features/title-applications/save-title-draft.server.ts'
import {
  listTitleApplications,
  selfEntriesOf,
} from '#app/features/title-applications/title-applications.queries.server.ts'
import { titleStepsOf } from '#app/features/title-applications/title-steps.queries.server.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleBatch } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { wholeOf } from '#test/support/whole-of.ts'
import { at, by, city, donghai, useTitleScene } from './title-scene.ts'

const place = useDatabase()
const { scene, move } = useTitleScene(place)
const during = '2026-12-08'
const code = '2132000777'
const batch = '2027年第一批'
let school: { kind: 'school'; schoolId: string }
let batchId: string

afterAll(() => closeReader())
beforeEach(async () => {
  batchId = (await scene()).batchId
  school = { kind: 'school', schoolId: (await insertSchool(place.db, { code, name: '东海县申报小学' })).id }
})

const header = '批次,学校标识码,学校名称,申报项目,申报说明,指标代码,指标,自评分,佐证说明'
/** A row of sports, statement, indicator, points and evidence. */
const row = (...[sports = '', statement = '', indicator = '', points = '', evidence = '']: string[]) =>
  [batch, code, '', sports, statement, indicator, '', points, evidence].join(',')
const bytesOf = (lines: readonly string[]) => new TextEncoder().encode([header, ...lines].join('\n'))
const first = [row('武术、足球', '武术进校园八年', 'A1', '7.25', '见附件一'), row('', '', 'V3', '不存在')]

function run(lines: readonly string[] | Uint8Array, given: Partial<Parameters<typeof runImport>[1]> = {}) {
  const isBytes = lines instanceof Uint8Array
  return runImport(place.db, {
    ...{ sheet: 'title-applications', bytes: isBytes ? lines : bytesOf(lines) },
    fileName: isBytes ? '申报.xlsx' : '申报.csv',
    ...{ today: during, now: at(during), scope: school, actor: by, schoolCode: null },
    ...{ dryRun: false, skipBadRows: false, withRows: true, locale: 'zh-CN' },
    ...given,
  })
}

async function standing() {
  const [one] = await listTitleApplications(place.db, school, { asOf: during })
  if (one === undefined) return null
  const scores = (await selfEntriesOf(place.db, [one.id])).get(one.id) ?? []
  const said = scores.map(({ code: indicator, points, evidence }) => [indicator, points, evidence])
  return { id: one.id, state: one.state, sports: one.sports, statement: one.statement, said }
}

function undo(id: string | null | undefined, scope: Scope = school) {
  return undoImport(place.db, { id: id ?? '', scope, actor: by, today: during })
}

function template() {
  return findSchool(place.db, school, school.schoolId, during).then(found =>
    makeTemplate(place.db, school, 'title-applications', {
      ...{ locale: 'zh-CN', school: found ?? null, day: during },
    }),
  )
}

const format = { asOf: during, format: 'xlsx', locale: 'zh-CN' } as const

test('a workbook begins the application and writes what its rows say, told once in the way', async () => {
  const result = await run(first)

  expect(result).toMatchObject({ status: 'committed', problems: [], counts: { read: 2, new: 2 } })
  const draft = await standing()
  expect(draft).toMatchObject({
    ...{ state: 'DRAFT', sports: ['wushu', 'football'], statement: '武术进校园八年' },
    said: [
      ['A1', 725, '见附件一'],
      ['V3', 0, ''],
    ],
  })
  expect((await titleStepsOf(place.db, draft?.id ?? '')).map(step => step.action)).toEqual(['begin'])
})

test('what no row names stays, and empty cells change nothing', async () => {
  await run(first)

  const result = await run([
    row('', '', 'A1', '', '决算表'),
    row('', '', 'B1', '3'),
    row('', '', 'V3', '不存在'),
  ])

  expect(result.counts).toMatchObject({ new: 1, changed: 1, unchanged: 1 })
  expect(await standing()).toMatchObject({
    ...{ sports: ['wushu', 'football'], statement: '武术进校园八年' },
    said: [
      ['A1', 725, '决算表'],
      ['B1', 300, ''],
      ['V3', 0, ''],
    ],
  })
})

test('the template of a school holds every indicator of its open batch, and only points need to be filled in', async () => {
  const bytes = await template()
  expect(await run(bytes)).toMatchObject({ problems: [], counts: { read: 18, ignored: 18 } })
  expect(await standing()).toBeNull()

  await run(first)
  const opened = await openWorkbook(await template())
  const texts = opened.ok ? (opened.grids[0]?.rows ?? []).map(cells => Array.from(cells, rawOf)) : []

  expect(texts[1]).toEqual([
    ...[batch, code, '东海县申报小学', '武术、足球', '武术进校园八年', 'A1', expect.any(String)],
    ...[expect.any(String), '7.25', '见附件一', '草稿'],
  ])
  expect(texts).toHaveLength(19)
  expect(texts.find(cells => cells[5] === 'V3')?.slice(7, 9)).toEqual(['一票否决', '不存在'])
  expect(await run(await template())).toMatchObject({
    ...{ problems: [], counts: { read: 18, unchanged: 18 } },
  })
})

test('no batch that is closed or handed in stands in the template', async () => {
  const other = sampleBatch({ name: '2025年第一批', announced_at: at('2024-10-21') })
  const past = { ...other, opens_at: at('2024-11-01'), closes_at: at('2024-12-01') }
  await insertAll(place.db, 'designation_batch', [past])
  await run(first)
  await place.db.updateTable('title_application').set({ state: 'SUBMITTED' }).execute()

  expect((await run(await template())).counts.read).toBe(0)
})

test.each(['xlsx', 'csv'] as const)('what a school exports as %s it imports as unchanged', async kind => {
  await run([row('武术', '"第一行\n第二行"', 'A1', '7.25', '见附件'), row('', '', 'V1', '存在')])

  const bytes = await wholeOf(
    await exportSheet(place.db, school, 'title-applications', { ...format, format: kind }),
  )

  expect(await run(bytes)).toMatchObject({ problems: [], counts: { read: 18, unchanged: 18 } })
})

test('units and the city take out what was handed in and no draft, and find it unchanged', async () => {
  await run(first)
  const textsFor = async (scope: Scope) => {
    const bytes = await wholeOf(
      await exportSheet(place.db, scope, 'title-applications', { ...format, format: 'csv' }),
    )
    return { text: new TextDecoder().decode(bytes), again: await run(bytes, { scope }) }
  }
  for (const scope of [city, donghai]) {
    const { text, again } = await textsFor(scope)
    expect(text).toContain('2132000100')
    expect(text).not.toContain(code)
    expect(again).toMatchObject({ problems: [], counts: { read: 18, unchanged: 18 } })
  }
  expect((await textsFor({ kind: 'unit', unitCode: '320723' })).text).not.toContain('21320')
})

test.each<[string, string, string, string]>([
  ['an unknown batch', row('', '', 'A1', '5').replace(batch, '2030年'), 'A2', 'batch-unknown'],
  ['another school', row('', '', 'A1', '5').replace(code, '2132000100'), 'B2', 'other-school'],
  ['another name', `${batch},${code},别的小学,,,A1,,5,`, 'C2', 'other-name'],
  ['too many sports', row('武术、足球、篮球', '', 'A1', '5'), 'D2', 'too-many-sports'],
  ['a sport twice', row('武术、武术', '', 'A1', '5'), 'D2', 'sport-twice'],
  ['an indicator of no set', row('', '', 'Z9', '5'), 'F2', 'indicator-unknown'],
  ['a title of another indicator', `${batch},${code},,,,A1,传统项目普及率,5,`, 'G2', 'other-indicator'],
  ['more than the most', row('', '', 'A1', '99'), 'H2', 'points-above-most'],
  ['three decimals', row('', '', 'A1', '5.255'), 'H2', 'points-malformed'],
  ['words for points', row('', '', 'A1', '优秀'), 'H2', 'points-malformed'],
  ['a veto word for points', row('', '', 'A1', '存在'), 'H2', 'points-malformed'],
  ['less than nothing', row('', '', 'A1', '-1'), 'H2', 'points-malformed'],
  ['a number for a veto', row('', '', 'V1', '0'), 'H2', 'veto-in-words'],
])('%s is refused at its cell, and nothing is written', async (_what, line, cell, problem) => {
  const result = await run([line])

  expect(result.problems).toMatchObject([{ cell, code: `title-application.${problem}` }])
  expect(result.problems[0]?.message).not.toBe('这里有误，请核对后修改。')
  expect(await standing()).toBeNull()
})

test('a sport of no catalogue is asked back', async () => {
  expect((await run([row('飞碟', '', 'A1', '5')])).problems).toMatchObject([{ cell: 'D2', reading: 'ask' }])
})

test('every wrong cell is told at once', async () => {
  const result = await run([row('武术、足球、篮球', '', 'A1', '99'), row('', '', 'V1', '0')])

  expect(result.problems.map(one => one.cell)).toEqual(['D2', 'H2', 'H3'])
})

test('rows of one application that contradict each other are refused at their cells', async () => {
  const result = await run([
    row('武术', '甲', 'A1', '5'),
    row('足球', '乙', 'A2', '5'),
    row('', '', 'A3', '1'),
  ])
  expect(result.problems.map(one => [one.cell, one.code])).toEqual([
    ['D2', 'title-application.other-sports'],
    ['E2', 'title-application.other-statement'],
    ['D3', 'title-application.other-sports'],
    ['E3', 'title-application.other-statement'],
  ])
  expect(result.problems[0]?.message).toContain('第 3 行')

  const twice = await run([
    row('', '', 'A1', '5'),
    row('', '', 'A1', '4'),
    row('', '', 'A2', '5'),
    row('', '', 'A2', '5'),
  ])

  expect(twice.problems.map(one => one.cell)).toEqual(['F2', 'F3'])
  expect(twice.counts).toMatchObject({ new: 1, rejected: 2, ignored: 1 })
})

test('an indicator that stands twice is not written, be one of its rows as unreadable as it may', async () => {
  const lines = [row('', '', 'A1', '5'), row('', '', 'A1', '7分半'), row('', '', 'A2', '5')]

  expect((await run(lines, { skipBadRows: true })).counts).toMatchObject({ new: 1, rejected: 2 })
  expect(await standing()).toMatchObject({ said: [['A2', 500, '']] })
})

test('a workbook with a phone number is neither read nor kept', async () => {
  const result = await run([row('', '', 'A1', '5', '联系王老师 13800005678')])

  expect(result.problems).toMatchObject([{ cell: 'I2', raw: '', code: 'title-application.personal-number' }])
  expect(await place.db.selectFrom('import_file').select('import_id').execute()).toEqual([])
})

test('outside the window nothing is written, and what was returned is until its day', async () => {
  const late = { now: '2026-12-08 09:30:00.000' }
  expect((await run(first, { ...late, skipBadRows: true })).problems[0]).toMatchObject({
    ...{ cell: 'A2', code: 'title-application.not-open' },
  })
  expect(await standing()).toBeNull()
  await run(first)
  await place.db
    .updateTable('title_application')
    .set({ state: 'RETURNED', mend_until: '2026-12-15 16:00:00.000' })
    .where('school_id', '=', school.schoolId)
    .execute()

  const change = [row('', '', 'A1', '6')]
  expect((await run(change, { ...late, today: '2026-12-15' })).counts).toMatchObject({ changed: 1 })
  await place.db.updateTable('title_application').set({ state: 'SUBMITTED' }).execute()
  expect((await run([row('', '', 'A1', '5')])).problems).toMatchObject([
    { cell: 'A2', code: 'title-application.not-writable' },
  ])
  expect((await run(change)).counts).toMatchObject({ unchanged: 1 })
})

test('an unannounced batch is not there, and offices write for nobody', async () => {
  await insertAll(place.db, 'designation_batch', [sampleBatch({ name: '2028年' })])

  expect((await run([row('', '', 'A1', '5').replace(batch, '2028年')])).problems).toMatchObject([
    { code: 'title-application.batch-unknown' },
  ])
  for (const scope of [city, donghai])
    expect((await run([row('', '', 'A1', '5')], { scope })).problems).toMatchObject([
      { cell: 'B2', code: 'title-application.not-allowed' },
    ])
})

async function previewed(lines: readonly string[]) {
  const given = { sheet: 'title-applications' as const, bytes: bytesOf(lines), fileName: '申报.csv' }
  const preview = await previewImport(place.db, {
    ...{ ...given, today: during, now: at(during), scope: school, actor: by, schoolId: null },
  })
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  return { id: preview.id, scope: school, actor: by, today: during, now: at(during), skipBadRows: false }
}

test('two clicks write it once', async () => {
  const commit = await previewed(first)

  const results = await Promise.all([commitImport(place.db, commit), commitImport(place.db, commit)])

  expect(results).toEqual([
    { ok: true, id: commit.id },
    { ok: true, id: commit.id },
  ])
  expect(await listTitleApplications(place.db, school, { asOf: during })).toHaveLength(1)
})

test('two workbooks at once begin one application', async () => {
  const commits = [await previewed(first), await previewed([row('足球', '', 'A1', '3')])]

  const results = await Promise.all(commits.map(commit => commitImport(place.db, commit)))

  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results).toContainEqual({ ok: false, refusal: 'stale' })
  expect(await listTitleApplications(place.db, school, { asOf: during })).toHaveLength(1)
})

test('what was written after the preview is not written over, and what was handed in stands', async () => {
  await run(first)
  const commit = await previewed([row('', '', 'A1', '6')])
  await run([row('', '', 'A1', '5')])
  expect(await commitImport(place.db, commit)).toEqual({ ok: false, refusal: 'stale' })

  const later = await previewed([row('', '', 'A1', '6')])
  await place.db.updateTable('title_application').set({ state: 'SUBMITTED' }).execute()
  expect(await commitImport(place.db, later)).toEqual({ ok: false, refusal: 'stale' })
  expect((await standing())?.said[0]).toEqual(['A1', 500, '见附件一'])
})

test('an application begun on the page after the preview is the one that is written', async () => {
  const commit = await previewed(first)
  await beginTitleApplication(place.db, school, by, { batchId, today: during, now: at(during) })

  expect(await commitImport(place.db, commit)).toMatchObject({ ok: true })
  expect(await standing()).toMatchObject({ sports: ['wushu', 'football'] })
})

test('undo takes back what an import began, and gives back what it changed', async () => {
  const begun = await run(first)
  const changed = await run([row('篮球', '', 'A1', '5'), row('', '', 'B1', '2')], {
    now: at(during, '03:00:00.000'),
  })
  const before = await place.db.selectFrom('title_step').select('action').execute()

  expect(await undo(begun.import)).toMatchObject({ ok: false, refusal: 'changed-since' })
  expect(await undo(changed.import)).toEqual({ ok: true })
  expect(await standing()).toMatchObject({
    ...{ sports: ['wushu', 'football'], statement: '武术进校园八年' },
    said: [
      ['A1', 725, '见附件一'],
      ['B1', null, ''],
      ['V3', 0, ''],
    ],
  })
  expect(await undo(begun.import)).toEqual({ ok: true })
  expect(await standing()).toBeNull()
  expect(before).toEqual([{ action: 'begin' }])
  expect(await place.db.selectFrom('title_step').select('action').execute()).toEqual([])
})

test('undo is refused once papers were added or it was handed in, and is nobody’s but the school’s', async () => {
  const { import: id } = await run(first)
  const applicationId = (await standing())?.id ?? ''
  expect(await undo(id, city)).toEqual({ ok: false, refusal: 'not-found' })
  await addAttachment(place.db, school, by, {
    ...{ id: applicationId, file: { name: '决算.pdf', bytes: Buffer.from('%PDF-1.7 x') } },
    ...{ description: '决算', today: during, now: at(during) },
  })
  expect(await undo(id)).toEqual({ ok: false, refusal: 'changed-since' })
  const changed = await run([row('', '', 'A1', '5')])

  await place.db.updateTable('title_application').set({ state: 'SUBMITTED' }).execute()

  expect(await undo(changed.import)).toEqual({ ok: false, refusal: 'changed-since' })
  expect(
    await move(applicationId, 'withdraw', { scope: school, reason: '今年不申报', today: during }),
  ).toEqual({
    ok: true,
  })
})

test('the file of a draft is seen by its school alone', async () => {
  const { import: id } = await run(first)
  const seen = async (scope: Scope) => [
    (await findImport(place.db, scope, id ?? '', during)) !== undefined,
    await countImports(place.db, scope, during),
  ]

  expect(await seen(school)).toEqual([true, 1])
  expect(await seen(donghai)).toEqual([false, 0])
  expect(await seen(city)).toEqual([false, 0])
})
