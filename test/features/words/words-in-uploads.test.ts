import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as xlsx from 'xlsx'
import type { Scope } from '#app/auth/scope.ts'
import type { ActivityData } from '#app/features/activity/activity-data.ts'
import { rowsOfContent } from '#app/features/activity/commit-log.server.ts'
import { stageLog } from '#app/features/activity/stage-log.server.ts'
import { answerProblems } from '#app/features/imports/answer-problems.server.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { readPart } from '#app/features/imports/parts.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { rememberAnswer } from '#app/features/imports/remember-answer.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import type { BareRow, StagedRow } from '#app/features/imports/sheet-import.ts'
import type { SheetName } from '#app/features/imports/sheet-name.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { removeWord } from '#app/features/words/keep-words.server.ts'
import { listWords } from '#app/features/words/words.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { sampleVenue, sampleWord } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const actor = { id: null, name: '王老师' }
const today = '2025-10-15'
const now = '2025-10-15 02:00:00.000'
const code = '2132000001'
let school: Extract<Scope, { kind: 'school' }>
let sister: typeof school

afterAll(() => closeReader())

beforeEach(async () => {
  const insert = async (given: string, name: string) => ({
    kind: 'school' as const,
    schoolId: (await insertSchool(place.db, { code: given, name, classes: [['primary', 2023, 1]] })).id,
  })
  school = await insert(code, '东海县试验小学')
  sister = await insert('2132000002', '东海县邻近小学')
})

const bytesOf = (text: string) => new TextEncoder().encode(text)

function run(scope: Scope, sheet: SheetName, text: string, given: { dryRun?: boolean } = {}) {
  return runImport(place.db, {
    ...{ sheet, bytes: bytesOf(text), fileName: `${sheet}.csv`, today, now, scope, actor },
    ...{ schoolCode: null, dryRun: given.dryRun ?? true, skipBadRows: false, withRows: true },
    locale: 'zh-CN',
  })
}

async function preview(scope: Scope, sheet: SheetName, text: string): Promise<string> {
  const schoolId = scope.kind === 'school' ? scope.schoolId : null
  const made = await previewImport(place.db, {
    ...{ sheet, bytes: bytesOf(text), fileName: `${sheet}.csv`, today, now, scope, actor, schoolId },
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.id
}

const log = (kind: string, sport: string) =>
  `日期,班级,活动类型,项目,时长(分钟)\n2025-10-13,三(1)班,${kind},${sport},40\n`
/** What the reader of long logs makes of the lines of many schools. */
async function stagedLog(lines: (string | number)[][]) {
  const header = ['学校标识码', '日期', '班级', '活动类型', '项目', '时长(分钟)']
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet([header, ...lines]), '台账')
  const bytes: Uint8Array = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' })
  const kept: BareRow[][] = []
  const context = { importId: '', fileName: '全市台账.xlsx', today, now, scope: city, actor, schoolId: null }
  const staged = await stageLog(place.db, async () => bytes, context, {
    keep: async pieces => pieces.map(({ content }) => kept.push(rowsOfContent(content)) - 1),
    drop: async numbers => {
      for (const number of numbers) kept[number] = []
    },
    tell: async () => {},
  })
  if (staged === 'not-in-pieces' || !('problems' in staged)) throw new Error(JSON.stringify(staged))
  const rows = kept.flat().map(({ row, data }) => ({ row, data: data as unknown as ActivityData }))
  return { rows, problems: staged.problems }
}

const owned = (owner: Extract<Scope, { kind: 'school' }>) => ({
  owner_kind: 'school' as const,
  owner_id: owner.schoolId,
})

describe('an activity log', () => {
  test('with an unknown sport keeps it in the note, says so and offers what is like it', async () => {
    const { rows, problems } = await run(school, 'activity-log', log('体育课', '校足'))

    expect(problems).toMatchObject([
      { code: 'activity.sport-unknown', reading: 'warn', raw: '校足', candidates: ['足球'] },
    ])
    expect(rows).toMatchObject([{ sport: null, note: '校足', minutes: 40 }])
  })

  test('with a taught sport says nothing more, at this school alone', async () => {
    await insertAll(place.db, 'value_word', [sampleWord({ ...owned(school), word: '校足' })])

    const own = await run(school, 'activity-log', log('体育课', ' 校 足'))
    expect(own).toMatchObject({ problems: [], rows: [{ sport: 'football', note: null }] })
    const other = await run(sister, 'activity-log', log('体育课', '校足'))
    expect(other).toMatchObject({ problems: [{ code: 'activity.sport-unknown' }], rows: [{ sport: null }] })
  })

  test('with an unknown kind asks with ranked kinds, with a taught one does not, and asks again once it is removed', async () => {
    const asked = await run(school, 'activity-log', log('大裸间', ''))
    expect(asked).toMatchObject({
      problems: [{ code: 'kind.unknown', reading: 'ask', raw: '大裸间', candidates: ['上午大课间'] }],
      counts: { rejected: 1 },
    })
    const word = sampleWord({
      ...owned(school),
      kind: 'activity-kind',
      word: '大裸间',
      meaning: 'BIG_BREAK_PM',
    })
    await insertAll(place.db, 'value_word', [word])

    const taught = await run(school, 'activity-log', log('大裸间', ''))
    expect(taught).toMatchObject({ problems: [], rows: [{ kind: 'BIG_BREAK_PM' }] })

    await removeWord(place.db, school, actor, { id: word.id, today })
    expect(await run(school, 'activity-log', log('大裸间', ''))).toMatchObject({
      problems: [{ code: 'kind.unknown' }],
    })
  })

  test('of many schools, read in a thread, reads each line with the words of its own school', async () => {
    await insertAll(place.db, 'value_word', [
      sampleWord({ ...owned(school), word: '校足' }),
      sampleWord({ ...owned(school), kind: 'activity-kind', word: '晨曦乐', meaning: 'MORNING_EXERCISE' }),
      sampleWord({ ...owned(sister), word: '校足', meaning: 'basketball' }),
    ])
    const lines = (kind: string) =>
      ['13', '14', '15'].flatMap(day =>
        [code, '2132000002'].map(of => [of, `2025-10-${day}`, '三(1)班', kind, '校足', 40]),
      )

    const asked = await stagedLog(lines('晨曦乐'))
    expect(asked.rows.map(({ row, data }) => [row, data[4], data[7]])).toEqual(
      [2, 4, 6].map(row => [row, 'MORNING_EXERCISE', 'football']),
    )
    expect(asked.problems).toMatchObject(
      ['D3', 'D5', 'D7'].map(cell => ({ cell, code: 'kind.unclear', raw: '晨曦乐' })),
    )
    const known = await stagedLog(lines('早操'))
    expect(known.problems).toEqual([])
    expect(known.rows.map(({ row, data }) => [row, data[7]])).toEqual(
      [2, 4, 6, 3, 5, 7].map(row => [row, row % 2 === 0 ? 'football' : 'basketball']),
    )
  })

  test('with an unknown kind is offered first what the school reports, at this school alone', async () => {
    const offered = async (scope: Scope) =>
      (await run(scope, 'activity-log', log('大操', ''))).problems[0]?.candidates
    const before = await offered(school)
    expect(before).toEqual(['上午大课间', '阳光体育活动', '体育课', '下午大课间'])

    await run(school, 'activity-log', log('下午大课间', ''), { dryRun: false })

    expect(await offered(school)).toEqual(['上午大课间', '下午大课间', '阳光体育活动', '体育课'])
    expect(await offered(sister)).toEqual(before)
  })

  test('a number or a day is never looked up', async () => {
    const words = ['40', '2025-10-13'].map(word =>
      sampleWord({ ...owned(school), kind: 'activity-kind', word, meaning: 'PE_LESSON' }),
    )
    await insertAll(place.db, 'value_word', words)

    const { counts } = await run(school, 'activity-log', log('40', ''))
    expect(counts).toMatchObject({ new: 0 })
  })
})

test('placements, venues and the roster ask about an unknown word and know a taught one', async () => {
  const placements = `学校标识码,项目,学段,起始日期\n${code},校足,小学,2025-09-01\n`
  const venues = `学校标识码,场地名称,场地类型,平日开放,咨询,起始日期\n${code},北场,笼场,17:30-20:30,总务处 0518-87212345,2025-09-01\n`
  const coaches = `学校标识码,姓名,类别,项目,起始日期\n${code},王海燕,体育教师,校足,2025-09-01\n`
  const told = async (scope: Scope, sheet: SheetName, text: string) => {
    const { problems, counts } = await run(scope, sheet, text)
    return { codes: problems.map(one => one.code), first: problems[0]?.candidates?.[0], new: counts.new }
  }
  expect(await told(donghai, 'placements', placements)).toEqual({
    ...{ codes: ['placement.sport-unknown'], first: '足球', new: 0 },
  })
  expect(await told(school, 'coaches', coaches)).toEqual({
    ...{ codes: ['roster.sport-unknown'], first: '足球', new: 0 },
  })
  expect((await told(school, 'venues', venues)).codes).toEqual(['choice.unknown'])

  await insertAll(place.db, 'value_word', [
    sampleWord({ owner_kind: 'unit', owner_id: '320722' }),
    sampleWord({ ...owned(school), kind: 'venue-kind', word: '笼场', meaning: 'FIELD' }),
  ])

  expect(await told(donghai, 'placements', placements)).toMatchObject({ codes: [], new: 1 })
  expect(await told(school, 'coaches', coaches)).toMatchObject({ codes: [], new: 1 })
  expect(await told(school, 'venues', venues)).toMatchObject({ codes: [], new: 1 })
  expect((await told(city, 'placements', placements)).codes).toEqual(['placement.sport-unknown'])
})

test('an unknown kind of venue is offered the kinds that sound or look like it, and what the school has first', async () => {
  const venues = (kind: string) =>
    `学校标识码,场地名称,场地类型,平日开放,咨询,起始日期\n${code},北场,${kind},17:30-20:30,总务处 0518-87212345,2025-09-01\n`
  const offered = async (kind: string) => {
    const { problems } = await run(school, 'venues', venues(kind))
    return problems.map(({ cell, reading, candidates }) => ({ cell, reading, candidates }))
  }

  expect(await offered('田静场')).toMatchObject([{ cell: 'C2', reading: 'ask', candidates: ['田径场'] }])
  expect(await offered('tianjingchang')).toMatchObject([{ candidates: ['田径场'] }])
  expect(await offered('月球')).toMatchObject([{ reading: 'reject' }])
  expect(await offered('足径场')).toMatchObject([{ candidates: ['足球场', '田径场'] }])
  await insertAll(place.db, 'venue', [sampleVenue({ school_id: school.schoolId, kind: 'TRACK' })])
  expect(await offered('足径场')).toMatchObject([{ candidates: ['田径场', '足球场'] }])
})

describe('remembering from a preview', () => {
  const by = () => ({ scope: school as Scope, actor, today, now })
  const remember = (id: string, text: string, cell = 'D2') =>
    rememberAnswer(place.db, { ...by(), id, remembered: { sheet: 'Sheet1', cell, text } })

  test('keeps the word for the school, and the file is read again with it', async () => {
    const id = await preview(school, 'activity-log', log('体育课', '校足'))

    expect(await remember(id, '足球')).toEqual({ ok: true })
    expect(await answerProblems(place.db, { ...by(), id, answers: [] })).toEqual({ ok: true })

    expect(await readPart<Problem>(place.db, id, 'problems')).toEqual([])
    expect(await readPart<StagedRow>(place.db, id, 'rows')).toMatchObject([{ shown: { sport: 'football' } }])
    expect(await listWords(place.db, school, { asOf: today })).toMatchObject([
      { word: '校足', meaning: 'football', owner: { kind: 'school', id: school.schoolId } },
    ])
    expect(await listWords(place.db, sister, { asOf: today })).toEqual([])
  })

  test('a unit officer who uploads for a school teaches that school, not the unit', async () => {
    const bytes = bytesOf(log('体育课', '校足'))
    const made = await previewImport(place.db, {
      ...{ sheet: 'activity-log', bytes, fileName: '台账.csv', today, now, scope: donghai, actor },
      schoolId: school.schoolId,
    })
    const id = made.ok ? made.id : ''

    const remembered = { sheet: 'Sheet1', cell: 'D2', text: '足球' }
    expect(await rememberAnswer(place.db, { ...by(), scope: donghai, id, remembered })).toEqual({ ok: true })

    expect(await listWords(place.db, city, { asOf: today })).toMatchObject([{ owner: { kind: 'school' } }])
  })

  test('only what the preview asks is remembered, and only as a value that there is', async () => {
    const id = await preview(school, 'activity-log', log('体育课', '校足'))

    expect(await remember(id, '足球', 'C2')).toEqual({ ok: false, refusal: 'not-asked' })
    expect(await remember(id, '蹴鞠')).toEqual({ ok: false, refusal: 'meaning-unknown' })
    expect(
      await rememberAnswer(place.db, {
        ...{ ...by(), scope: sister, id },
        remembered: { sheet: 'Sheet1', cell: 'D2', text: '足球' },
      }),
    ).toEqual({ ok: false, refusal: 'not-found' })
    expect(await listWords(place.db, city, { asOf: today })).toEqual([])
    await commitImport(place.db, { ...by(), id, skipBadRows: false })
    expect(await remember(id, '足球')).toEqual({ ok: false, refusal: 'no-longer-open' })
  })

  test('a lesson that was not held is not remembered as one that was', async () => {
    const id = await preview(school, 'activity-log', log('体育课（取消）', ''))

    expect(await remember(id, '体育课', 'C2')).toEqual({ ok: false, refusal: 'says-otherwise' })
  })
})

describe('the sheet of words', () => {
  const header = '范围,类别,词语,含义\n'
  const standing = async (scope: Scope = city) =>
    (await listWords(place.db, scope, { asOf: today })).map(({ word, meaning, owner }) =>
      [owner.kind, word, meaning].join(' '),
    )

  test('enters, changes, and is undone while nobody taught otherwise since', async () => {
    await insertAll(place.db, 'value_word', [sampleWord({ ...owned(school), word: '校球' })])
    const before = await standing()
    const text = `${header},运动项目,校篮,篮球\n${code},运动项目,校球,排球\n`
    const first = await run(school, 'words', text, { dryRun: false })
    expect(first).toMatchObject({ status: 'committed', counts: { new: 1, changed: 1 } })
    expect(await standing()).toEqual(['school 校球 volleyball', 'school 校篮 basketball'])
    expect((await run(school, 'words', text)).counts).toMatchObject({ read: 2, unchanged: 2 })

    const undo = () => undoImport(place.db, { id: first.import ?? '', scope: school, actor, today })
    const [word] = (await listWords(place.db, school, { asOf: today })).filter(one => one.word === '校篮')
    await place.db
      .updateTable('value_word')
      .set({ meaning: 'football' })
      .where('id', '=', word?.id ?? '')
      .execute()
    expect(await undo()).toMatchObject({ ok: false, refusal: 'changed-since' })
    expect(await standing()).toEqual(['school 校球 volleyball', 'school 校篮 football'])
    await place.db
      .updateTable('value_word')
      .set({ meaning: 'basketball' })
      .where('id', '=', word?.id ?? '')
      .execute()
    expect(await undo()).toEqual({ ok: true })
    expect(await standing()).toEqual(before)
  })

  test('says of every row what is wrong with it, and enters none', async () => {
    const rows = [
      ',运动项目,篮球,足球',
      ',运动项目,40,足球',
      ',运动项目,校足,蹴鞠',
      ',运动项目,校足,祖球',
      ',体操,校足,足球',
      '320722,运动项目,校足,足球',
      '2132000002,运动项目,校足,足球',
      ',运动项目,校篮,篮球',
      ',运动项目,校 篮,足球',
      ',活动类型,护眼乐,体育课',
    ]
    const { problems, status } = await run(school, 'words', `${header}${rows.join('\n')}\n`, {
      dryRun: false,
    })

    expect(status).toBe('refused')
    expect(problems.map(({ cell, code: one }) => `${cell} ${one}`).sort()).toEqual(
      [
        'C2 word.is-a-name',
        'C3 word.not-a-word',
        'D4 word.meaning-unknown',
        'D5 word.meaning-unknown',
        'B6 choice.unknown',
        'D6 word.kind-first',
        'A7 word.not-allowed',
        'A8 word.place-unknown',
        'C9 word.twice',
        'C10 word.twice',
        'C11 word.says-otherwise',
      ].sort(),
    )
    expect(problems.find(({ cell }) => cell === 'D5')).toMatchObject({ reading: 'ask', candidates: ['足球'] })
    expect(problems.every(({ message }) => message !== '')).toBe(true)
    expect(await standing()).toEqual([])
  })

  test('a unit enters words for itself and its schools, the city for all', async () => {
    const text = `${header},运动项目,校足,足球\n东海县,运动项目,校篮,篮球\n${code},场地类型,笼场,足球场\n`

    expect(await run(donghai, 'words', text, { dryRun: false })).toMatchObject({ counts: { new: 3 } })
    expect(await run(city, 'words', text, { dryRun: false })).toMatchObject({
      counts: { new: 1, unchanged: 2 },
    })
    expect(await standing()).toEqual([
      'city 校足 football',
      'unit 校篮 basketball',
      'unit 校足 football',
      'school 笼场 FIELD',
    ])
  })
})
