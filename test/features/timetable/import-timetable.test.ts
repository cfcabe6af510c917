import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleClass, sampleTimetableEntry, sampleWord } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { wholeOf } from '#test/support/whole-of.ts'

const place = useDatabase()
const today = '2025-09-30'
const by = { id: null, name: '李主任' }
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const code = '2132900001'
let school: { id: string; classes: string[] }
let own: Scope

afterAll(() => closeReader())

beforeEach(async () => {
  school = await insertSchool(place.db, {
    code,
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
      ['primary', 2022, 1],
    ],
  })
  own = { kind: 'school', schoolId: school.id }
})

const head = '学校标识码,班级,星期,活动类型,项目,开始时间,时长(分钟),起始日期,终止日期\n'

function run(
  scope: Scope,
  text: string | Uint8Array,
  given: { skipBadRows?: boolean; header?: string } = {},
) {
  return runImport(place.db, {
    sheet: 'timetable',
    bytes: typeof text === 'string' ? new TextEncoder().encode((given.header ?? head) + text) : text,
    fileName: '课表.csv',
    today,
    now: '2025-09-30 02:00:00.000',
    scope,
    actor: by,
    schoolCode: null,
    dryRun: false,
    skipBadRows: given.skipBadRows ?? false,
    withRows: true,
    locale: 'zh-CN',
  })
}

async function stored() {
  const rows = await place.db
    .selectFrom('timetable_entry')
    .select(['class_id', 'weekday', 'kind', 'starts_at', 'minutes', 'sport_code', 'valid_from', 'valid_to'])
    .execute()
  const inOrder = (one: (typeof rows)[number]) =>
    [school.classes.indexOf(one.class_id), one.weekday, one.kind, one.starts_at, one.valid_from].join(' ')
  return rows.sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1))
}

const lesson = `${code},三(1)班,周一,体育课,足球,9:20,40,2025-09-01,2026-01-30\n`

describe('who imports', () => {
  test('a school enters its own, and may leave its code out', async () => {
    const result = await run(own, ',三(2)班,星期三,体育课,,,40,2025-09-01,\n')

    expect(result).toMatchObject({ status: 'committed', problems: [], counts: { read: 1, new: 1 } })
    expect(await stored()).toEqual([
      {
        class_id: school.classes[1],
        weekday: 3,
        kind: 'PE_LESSON',
        starts_at: '',
        minutes: 40,
        sport_code: null,
        valid_from: '2025-09-01',
        valid_to: '9999-12-31',
      },
    ])
  })

  test.each([
    ['the unit that administers the school', donghai],
    ['the city', city],
  ])('%s enters it too', async (_, scope) => {
    expect(await run(scope, lesson)).toMatchObject({ status: 'committed', counts: { new: 1 } })
    expect(await stored()).toMatchObject([
      { starts_at: '09:20', sport_code: 'football', valid_to: '2026-01-30' },
    ])
  })

  test('a unit to which the school only counts may not', async () => {
    await place.db.updateTable('school_profile').set({ counts_unit_code: '320706' }).execute()

    const result = await run({ kind: 'unit', unitCode: '320706' }, lesson)

    expect(result.problems).toMatchObject([{ code: 'timetable.not-allowed', cell: 'A2' }])
    expect(await stored()).toEqual([])
  })

  test('a school that is not theirs is refused to school and unit alike', async () => {
    await insertSchool(place.db, {
      ...{ code: '2132900002', name: '灌云县某小学', unitCode: '320723' },
      classes: [['primary', 2023, 1]],
    })
    const foreign = lesson.replace(code, '2132900002')

    expect((await run(own, foreign)).problems).toMatchObject([{ code: 'timetable.other-school', cell: 'A2' }])
    expect((await run(donghai, foreign)).problems).toMatchObject([{ code: 'timetable.school-unknown' }])
    expect(await stored()).toEqual([])
  })
})

describe('rows for many', () => {
  test('several weekdays are one row each', async () => {
    const result = await run(own, ',三(1)班,周一、三、五,体育课,,,40,2025-09-01,\n')

    expect(result).toMatchObject({ problems: [], counts: { read: 3, new: 3 } })
    expect((await stored()).map(one => one.weekday)).toEqual([1, 3, 5])
  })

  test('a grade and the whole school are every class that there is on the first day', async () => {
    await insertAll(place.db, 'school_class', [
      sampleClass({ school_id: school.id, entry_year: 2023, class_no: 3, valid_to: '2025-06-30' }),
    ])

    await run(
      own,
      ',三年级,周一,体育课,,,40,2025-09-01,\n,全校,周一至周五,上午大课间,,9:40,30,2025-09-01,\n',
      {
        skipBadRows: true,
      },
    )

    const found = await stored()
    expect(found.filter(one => one.kind === 'PE_LESSON').map(one => one.class_id)).toEqual([
      school.classes[0],
      school.classes[1],
    ])
    expect(found.filter(one => one.kind === 'BIG_BREAK_AM')).toHaveLength(15)
  })

  test('a row stands for all its classes and days or for none of them', async () => {
    await run(own, ',三(2)班,周五,体育课,,9:20,40,2025-09-15,2025-10-01\n')

    const result = await run(own, ',三年级,周一至周五,体育课,,9:20,40,2025-09-01,\n')

    expect(result).toMatchObject({ status: 'refused', counts: { read: 1, rejected: 1 } })
    const [problem] = result.problems
    expect(problem).toMatchObject({ code: 'timetable.overlaps', cell: 'H2' })
    expect(problem?.message).toContain('三(2)班周五')
    expect(await stored()).toHaveLength(1)
  })

  test('what a refused row says is not taken for said when another row says it too', async () => {
    await run(own, ',三(2)班,周一,体育课,,9:20,40,2025-09-15,2025-10-01\n')
    const text =
      ',三(1)班、三(2)班,周一,体育课,,9:20,40,2025-09-01,\n,三(1)班,周一,体育课,,9:20,40,2025-09-01,\n'

    const { counts } = await run(own, text, { skipBadRows: true })

    expect(counts).toEqual({ read: 2, new: 1, changed: 0, unchanged: 0, rejected: 1, ignored: 0 })
    expect(await stored()).toMatchObject([{ class_id: school.classes[0] }, { class_id: school.classes[1] }])
  })
})

test.each([
  ['A2', 'timetable.school-missing', ',三(1)班,周一,体育课,,,40,2025-09-01,\n'],
  ['B2', 'timetable.class-unknown', `${code},三(9)班,周一,体育课,,,40,2025-09-01,\n`],
  ['B2', 'class.no-grade', `${code},2班,周一,体育课,,,40,2025-09-01,\n`],
  ['C2', 'weekday.every-day', `${code},三(1)班,每天,体育课,,,40,2025-09-01,\n`],
  ['C2', 'weekday.fortnight', `${code},三(1)班,单周一,体育课,,,40,2025-09-01,\n`],
  ['D2', 'kind.unknown', `${code},三(1)班,周一,数学,,,40,2025-09-01,\n`],
  ['E2', 'placement.sport-unknown', `${code},三(1)班,周一,体育课,打陀螺王,,40,2025-09-01,\n`],
  ['F2', 'clock.not-a-time', `${code},三(1)班,周一,体育课,,第三节,40,2025-09-01,\n`],
  ['F2', 'timetable.past-midnight', `${code},三(1)班,周一,体育课,,21:00,200,2025-09-01,\n`],
  ['G2', 'minutes.lessons-unclear', `${code},三(1)班,周一,体育课,,,1节,2025-09-01,\n`],
  ['G2', 'timetable.no-minutes', `${code},三(1)班,周一,体育课,,,0,2025-09-01,\n`],
  ['H2', 'timetable.summer', `${code},三(1)班,周一,体育课,,,40,2025-08-25,\n`],
  ['H2', 'registry.one-day', `${code},三(1)班,周一,体育课,,,40,9月1日,\n`],
  ['I2', 'timetable.ends-before-start', `${code},三(1)班,周一,体育课,,,40,2025-09-01,2025-08-31\n`],
])('a row is refused at %s with %s, in words, and nothing is entered', async (cell, problem, text) => {
  const result = await run(city, text)

  expect(result.status).toBe('refused')
  expect(result.problems).toMatchObject([{ cell, code: problem }])
  expect(result.problems[0]?.message).not.toMatch(/这里有误|undefined/)
  expect(await stored()).toEqual([])
})

test('a lesson is asked about with the lengths that it may have', async () => {
  const { problems } = await run(city, `${code},三(1)班,周一,体育课,,,1节,2025-09-01,\n`)

  expect(problems).toMatchObject([{ reading: 'ask', candidates: ['40', '45'] }])
})

test('a class is meant as it is called in the school year of the first day', async () => {
  await run(city, `${code},三(1)班,周一,体育课,,,40,2024-09-01,2025-06-30\n`)

  expect(await stored()).toMatchObject([{ class_id: school.classes[2] }])
})

test('what the school calls a kind is known', async () => {
  await insertAll(place.db, 'value_word', [
    sampleWord({
      owner_kind: 'school',
      owner_id: school.id,
      kind: 'activity-kind',
      ...{ word: '阳光一小时', word_key: '阳光一小时', meaning: 'COLLECTIVE_EXERCISE' },
    }),
  ])

  await run(own, ',三(1)班,周二,阳光一小时,,,40,2025-09-01,\n')

  expect(await stored()).toMatchObject([{ kind: 'COLLECTIVE_EXERCISE' }])
})

describe('what stands', () => {
  test('a row that is known by all but minutes, sport and last day changes it', async () => {
    await run(city, lesson)
    expect((await run(city, lesson)).counts).toMatchObject({ unchanged: 1, read: 1 })

    const { counts, rows } = await run(city, `${code},三(1)班,周一,体育课,,9:20,45,2025-09-01,2025-11-30\n`)

    expect(counts).toMatchObject({ changed: 1 })
    expect(rows).toMatchObject([{ minutes: 45, sport: null, validTo: '2025-11-30' }])
    expect(await stored()).toMatchObject([{ minutes: 45, sport_code: null, valid_to: '2025-11-30' }])
  })

  test('a file without the columns of sport and last day leaves them as they are', async () => {
    await run(city, lesson)

    const { counts } = await run(city, `${code},三(1)班,周一,体育课,9:20,45,2025-09-01\n`, {
      header: '学校标识码,班级,星期,活动类型,开始时间,时长(分钟),起始日期\n',
    })

    expect(counts).toMatchObject({ changed: 1 })
    expect(await stored()).toMatchObject([{ minutes: 45, sport_code: 'football', valid_to: '2026-01-30' }])
  })

  test('the next term stands beside the last, and what would overlap it is refused', async () => {
    await run(city, lesson)
    const next = `${code},三(1)班,周一,体育课,,9:20,40,2026-03-02,\n`

    expect(await run(city, next)).toMatchObject({ status: 'committed', problems: [] })
    const { problems } = await run(city, next.replace('2026-03-02', '2026-01-30'))

    expect(problems).toMatchObject([{ code: 'timetable.overlaps', cell: 'H2' }])
    expect(problems[0]?.message).toContain('2025-09-01 至 2026-01-30')
    expect(await stored()).toHaveLength(2)
  })

  test('an open end is closed and followed in one file', async () => {
    await run(city, `${code},三(1)班,周一,体育课,,9:20,40,2025-09-01,\n`)

    const { counts } = await run(
      city,
      `${code},三(1)班,周一,体育课,,9:20,40,2025-09-01,2025-10-31\n${code},三(1)班,周一,体育课,,9:20,45,2025-11-01,\n`,
    )

    expect(counts).toMatchObject({ changed: 1, new: 1 })
  })
})

test('a row said twice is one, and one that contradicts another is refused with it', async () => {
  expect((await run(city, lesson + lesson)).counts).toMatchObject({ new: 1, ignored: 1, read: 2 })

  const { counts, problems } = await run(
    city,
    `${code},三年级,周二,体育课,,9:20,40,2025-09-01,\n${code},三(2)班,周二,体育课,,9:20,45,2025-09-01,\n`,
  )

  expect(counts).toMatchObject({ rejected: 2, read: 2 })
  const twice = problems.filter(one => one.code === 'timetable.twice')
  expect(twice.map(one => one.cell)).toEqual(['G2', 'G3'])
  expect(twice[0]?.message).toContain('三(2)班周二')
  expect(twice[0]?.message).toContain('第 3 行')
})

describe('doubts that are told and do not hold up the file', () => {
  test('two activities of a class at a time', async () => {
    const { status, problems } = await run(
      city,
      `${lesson}${code},三(1)班,周一,上午大课间,,9:50,30,2025-09-01,\n`,
    )

    expect(status).toBe('committed')
    expect(problems).toMatchObject([
      { reading: 'warn', code: 'timetable.times-meet', cell: 'F2' },
      { reading: 'warn', code: 'timetable.times-meet', cell: 'F3' },
    ])
    expect(problems[1]?.message).toContain('09:20 体育课')
  })

  test('the same kind once with a time and once without', async () => {
    await run(city, lesson)

    const { status, problems } = await run(city, `${code},三(1)班,周一,体育课,,,40,2025-09-01,\n`)

    expect(status).toBe('committed')
    expect(problems).toMatchObject([{ reading: 'warn', code: 'timetable.time-missing' }])
  })

  test('what follows on another day, or right after, is none', async () => {
    const { problems } = await run(
      city,
      `${lesson}${code},三(1)班,周一,上午大课间,,10:00,30,2025-09-01,\n${code},三(1)班,周二,上午大课间,,9:30,30,2025-09-01,\n`,
    )

    expect(problems).toEqual([])
  })
})

test('an export of some days holds what is in force on one of them', async () => {
  await run(city, lesson + lesson.replace('2025-09-01,2026-01-30', '2026-03-02,'))
  const request = { asOf: today, format: 'csv', locale: 'zh-CN' } as const

  const autumn = await exportSheet(place.db, own, 'timetable', {
    ...request,
    ...{ from: '2025-09-01', to: '2025-12-31' },
  })

  const text = new TextDecoder().decode(await wholeOf(autumn))
  expect(text).toContain(`${code},三(1)班,周一,体育课,足球,09:20,40,2025-09-01,2026-01-30`)
  expect(text).not.toContain('2026-03-02')
})

test('a school takes out its own timetable and nobody else’s', async () => {
  const other = await insertSchool(place.db, {
    ...{ code: '2132900002', name: '灌云县某小学', unitCode: '320723' },
    classes: [['primary', 2023, 1]],
  })
  await insertAll(place.db, 'timetable_entry', [
    sampleTimetableEntry({ school_id: other.id, class_id: other.classes[0] ?? '' }),
  ])
  await run(own, lesson)

  const request = { asOf: today, format: 'csv', locale: 'zh-CN' } as const
  const text = async (scope: Scope) =>
    new TextDecoder().decode(await wholeOf(await exportSheet(place.db, scope, 'timetable', request)))

  expect(await text(own)).not.toContain('2132900002')
  expect(await text(donghai)).not.toContain('2132900002')
  expect(await text(city)).toContain('2132900002')
})

describe('undoing', () => {
  const undo = (id: string | null, scope: Scope) =>
    undoImport(place.db, { id: id ?? '', scope, actor: by, today })

  test('takes away what was added and gives back what was changed', async () => {
    await run(own, lesson)
    const before = await stored()
    const { import: id } = await run(own, ',三(1)班,周一、周二,体育课,,9:20,45,2025-09-01,\n')
    expect(await stored()).toHaveLength(2)

    expect(await undo(id, own)).toEqual({ ok: true })

    expect(await stored()).toEqual(before)
  })

  test('is refused when it was changed since, or is no longer theirs', async () => {
    const { import: id } = await run(own, lesson)
    const later = await run(own, lesson.replace(',40,', ',45,'))

    expect(await undo(id, own)).toMatchObject({ ok: false, refusal: 'changed-since' })
    await place.db.updateTable('school_profile').set({ unit_code: '320723' }).execute()
    await place.db.updateTable('school_profile').set({ counts_unit_code: '320722' }).execute()
    expect(await undo(later.import, donghai)).toEqual({ ok: false, refusal: 'not-yours' })
    expect(await stored()).toMatchObject([{ minutes: 45 }])
  })
})
