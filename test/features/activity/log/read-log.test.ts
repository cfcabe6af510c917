import { describe, expect, test } from 'vitest'
import type { ActivityContext, RegisteredClass } from '#app/features/activity/activity-entry.ts'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { logColumnsOf } from '#app/features/activity/log/log-header.ts'
import { logReader } from '#app/features/activity/log/read-log.ts'
import type { LogSchool, SchoolLog } from '#app/features/activity/log/school-log.ts'
import { correctGrids, type GridCorrections, rowCorrector } from '#app/spreadsheet/correct-grids.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { logHeaders } from '#scripts/bench/log-headers.ts'
import { type Random, randomFrom } from '../generated/random.ts'
import { juniorContext, sampleContext } from '../sample-context.ts'

type Row = (Cell | undefined)[]

const headers = ['序号', ...logHeaders({ without: [] })]
const text = (value: string): Cell | undefined => (value === '' ? undefined : { type: 'text', text: value })
const number = (value: number, format = 'General'): Cell => ({ type: 'number', value, format })
const header = headers.map(text)

const primary = schoolOf('primary-school', sampleContext())
const junior = schoolOf('junior-school', juniorContext())

function schoolOf(id: string, context: ActivityContext): LogSchool {
  return { id, code: context.school.code, context, groups: { calendar: 'city', words: 'city' } }
}

function readLog(
  rows: Row[],
  schools: LogSchool[],
  only: LogSchool | null = null,
  corrections: GridCorrections = { cells: [], skipped: [] },
  words = headers,
): SchoolLog[] {
  const header = words.map(text)
  const columns = logColumnsOf(header)
  if (columns === null) throw new Error('The header is not plain')
  const reader = logReader({
    sheet: { name: '台账', date1904: false, header, headerRow: 1 },
    columns,
    schoolOf: code => schools.find(school => school.code === code),
    schoolCalled: name => {
      const school = schools.find(({ context }) =>
        context.school.names.includes(name.replace(/小$/, '验小学')),
      )
      const exact = schools.find(({ context }) => context.school.names.includes(name))
      if (exact !== undefined) return { school: exact, word: null }
      if (school !== undefined) return { school, word: 'school.near' }
      return { candidates: schools.flatMap(({ context }) => context.school.names) }
    },
    only,
  })
  const corrector = rowCorrector(corrections, '台账')
  for (const [at, given] of rows.entries()) {
    const row = corrector.corrected(at + 1, given)
    if (corrector.isSkipped(at + 1)) reader.skip(at + 1, row)
    else reader.add(at + 1, row)
  }
  return reader.finish()
}

/** What the general reader makes of the lines of one school, in a file that holds no others. */
function readGenerally(
  rows: Row[],
  school: LogSchool,
  corrections: GridCorrections = { cells: [], skipped: [] },
) {
  const grid = { name: '台账', hidden: false, date1904: false, rows: [header, ...rows], merges: [] }
  const read = readActivityGrids(correctGrids([grid], corrections), school.context)
  return { entries: read.rows, problems: read.problems, ignored: read.ignored, rejected: read.rejectedRows }
}

function sorted(read: Omit<SchoolLog, 'school'>) {
  const lines = (list: readonly object[]) =>
    list.map(one => JSON.stringify(Object.entries(one).sort())).sort()
  const { entries, problems, ignored, rejected } = read
  return {
    entries: lines(entries),
    problems: lines(problems),
    ignored: lines(ignored),
    rejected: lines(rejected),
  }
}

const clean = {
  date: ['2025-09-08', '2025/9/9', '9月10日', '2025.9.11', '20250912', '2025-9-15'],
  className: ['三(1)班', '三（2）班', '3.3', '四年级1班', '五2班', '四(3)'],
  kind: ['体育课', '大课间', '上午大课间', '课后服务', '早操', '下午大课间'],
  sport: ['足球', '', '篮球', '跳绳', '-', ''],
  start: ['', '09:20', '14:30', '8:05', ''],
  minutes: ['40', '40分钟', '30', '45分'],
  people: ['45', '44', '', '43人', '45'],
  teacher: ['王老师', '', '李老师'],
  note: ['', '', '雨天室内', '代课', '—'],
}

const messy = {
  date: [
    '',
    '2025-02-30',
    '昨天',
    '2024-09-10',
    '2025-10-01',
    '2025-09-20',
    '2026-03-03',
    '9月',
    '2025-11-20',
  ],
  className: ['', '九(9)班', '三年级', '三(1)班、三(2)班', '全校', '？'],
  kind: ['', '睡觉', '体育', '体育课、大课间'],
  sport: ['鼓球', '足篮'],
  start: ['25:00', '下午', '9点20'],
  minutes: ['', '达标', '1节', '9:20-9:50', '20+20', '0', '无', '400', '1小时', '-5'],
  people: ['全班', '99', '若干', '0'],
  teacher: ['/', '示例'],
  note: ['示例', '合计'],
}

type Part = keyof typeof clean

/** A line, wholly clean but for one cell in every tenth line. */
function lineOf(random: Random, code: string, at: number, mess: number): Row {
  const part = (name: Part) => {
    const isMessy = random.chance(mess)
    return text(random.pick<string>(isMessy ? messy[name] : clean[name]))
  }
  const minutes = random.chance(0.5) ? number(random.pick([40, 30, 45, 20])) : part('minutes')
  const date = random.chance(0.3) ? number(45908 + random.below(5), 'yyyy-mm-dd') : part('date')
  const row = [
    number(at),
    text(code),
    date,
    undefined,
    part('className'),
    part('kind'),
    part('sport'),
    part('start'),
    minutes,
    part('people'),
    part('teacher'),
    part('note'),
  ]
  return random.chance(0.01) ? [] : row
}

describe('a plain log read line by line', () => {
  test.each([0, 0.002, 0.02, 0.1])(
    'is read as the general reader reads it, with %s of its cells messy',
    mess => {
      for (let seed = 1; seed <= 6; seed += 1) {
        const random = randomFrom(seed + mess * 1000)
        const rows = Array.from({ length: 60 + random.below(120) }, (_, at) =>
          lineOf(random, primary.code, at + 1, mess),
        )
        const [read, ...others] = readLog(rows, [primary])
        expect(others).toEqual([])
        expect(sorted(read!)).toEqual(sorted(readGenerally(rows, primary)))
      }
    },
  )

  test('is read with what people corrected and left out as the general reader reads it', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = randomFrom(seed * 31)
      const rows = Array.from({ length: 40 + random.below(80) }, (_, at) =>
        lineOf(random, primary.code, at + 1, 0.05),
      )
      const rowAt = () => 2 + random.below(rows.length)
      const corrected = (['date', 'className', 'kind', 'sport', 'minutes', 'people'] as const).map(name => ({
        column: { date: 'C', className: 'E', kind: 'F', sport: 'G', minutes: 'I', people: 'J' }[name],
        text: random.pick<string>(random.chance(0.3) ? messy[name] : clean[name]),
      }))
      const cells = Array.from({ length: 12 }, () => random.pick(corrected))
        .map(({ column, text: said }) => ({ sheet: '台账', cell: `${column}${rowAt()}`, text: said }))
        .filter(({ cell }) => rows[Number(cell.slice(1)) - 2]!.length > 0)
      const skipped = Array.from({ length: 6 }, () => ({ sheet: '台账', row: rowAt() }))
      rows[3]![2] = text('同上')
      skipped.push({ sheet: '台账', row: 4 })
      const [read, ...others] = readLog(rows, [primary], null, { cells, skipped })
      expect(others).toEqual([])
      expect(sorted(read!)).toEqual(sorted(readGenerally(rows, primary, { cells, skipped })))
    }
  })

  test('keeps the lines of each school apart, in any order', () => {
    const random = randomFrom(7)
    const ofPrimary = Array.from({ length: 80 }, (_, at) => lineOf(random, primary.code, at, 0.02))
    const ofJunior = Array.from({ length: 80 }, (_, at) => {
      const row = lineOf(random, junior.code, at, 0.02)
      if (row.length > 0) row[4] = text(random.pick(['七(1)班', '八(2)班', '初一3班', '九(9)班']))
      return row
    })
    const mixed = ofPrimary.flatMap((row, at) => [row, ofJunior[at]!])
    const read = readLog(mixed, [primary, junior])
    const alone = (rows: Row[], other: 0 | 1, school: LogSchool) =>
      sorted(
        readGenerally(
          rows.flatMap(row => (other === 0 ? [row, []] : [[], row])),
          school,
        ),
      )
    expect(sorted(read.find(one => one.school === primary)!)).toEqual(alone(ofPrimary, 0, primary))
    expect(sorted(read.find(one => one.school === junior)!)).toEqual(alone(ofJunior, 1, junior))
  })

  test('asks the register of each school which class a name means that another school has taught', () => {
    const context = sampleContext()
    const changed = (change: (one: RegisteredClass) => RegisteredClass[]) =>
      schoolOf('other-school', {
        ...context,
        school: { code: '2132000099', names: ['邻近小学'] },
        classes: context.classes.flatMap(change),
      })
    const isFirst = ({ entryYear, classNo }: RegisteredClass) => entryYear === 2023 && classNo === 1
    const others = {
      'the same classes': changed(one => [one]),
      'no such class': changed(one => (isFirst(one) ? [] : [one])),
      'one that is closed': changed(one => [isFirst(one) ? { ...one, validTo: '2025-06-30' } : one]),
      'one on each of two campuses': changed(one =>
        isFirst(one)
          ? [
              { ...one, campus: '东校区' },
              { ...one, id: 'west', campus: '西校区' },
            ]
          : [one],
      ),
    }
    for (const [which, other] of Object.entries(others)) {
      const taught = Array.from({ length: 40 }, (_, at) => lineOf(randomFrom(at), primary.code, at, 0))
      const asked = Array.from({ length: 40 }, (_, at) => lineOf(randomFrom(at), other.code, at, 0))
      const read = readLog([...taught, ...asked], [primary, other])
      const general = readGenerally([...taught.map(() => []), ...asked], other)
      expect(sorted(read.find(one => one.school === other)!), which).toEqual(sorted(general))
    }
  })

  test('refuses the lines of a school that is not told, and tells each code once', () => {
    const random = randomFrom(3)
    const rows = [
      lineOf(random, primary.code, 1, 0),
      lineOf(random, '9999999999', 2, 0),
      lineOf(random, '9999999999', 3, 0),
      lineOf(random, '', 4, 0),
    ]
    const strangers = readLog(rows, [primary]).find(one => one.school === null)!
    expect(strangers.rejected.map(({ row }) => row)).toEqual([3, 4, 5])
    expect(strangers.problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['B3', 'activity.line-of-other-school'],
      ['B5', 'activity.line-of-no-school'],
    ])
  })

  test('takes the school that a line without a code names, and says where the name is not quite its own', () => {
    const given = [
      '东海县试验小学',
      '东海县试验中学',
      '同上',
      '东海县试小',
      '东海县试小',
      '试验学校',
      '试验学校',
      '',
    ]
    const named = given.map((name, at) => {
      const row = lineOf(randomFrom(at + 1), '', at + 1, 0)
      row[4] = text(at === 1 || at === 2 ? '七(1)班' : '三(1)班')
      return [text(name), ...row.slice(2)]
    })

    const read = readLog(named, [primary, junior], null, undefined, ['学校', ...headers.slice(2)])

    const of = (school: LogSchool | null) => read.find(one => one.school === school)!
    expect(of(primary).entries.map(({ row }) => row)).toEqual([2, 5, 6])
    expect(of(junior).entries.map(({ row }) => row)).toEqual([3, 4])
    expect(of(primary).problems.filter(({ code }) => code.startsWith('school.'))).toMatchObject([
      { cell: 'A5', header: '学校', raw: '东海县试小', reading: 'warn', code: 'school.near' },
    ])
    expect(of(null).rejected.map(({ row }) => row)).toEqual([7, 8, 9])
    expect(of(null).problems).toMatchObject([
      {
        cell: 'A7',
        code: 'activity.line-of-unknown-name',
        values: { schools: '东海县试验小学、东海县试验中学' },
      },
      { cell: 'A9', code: 'activity.line-of-no-school' },
    ])
  })

  test('takes nothing of a school whose lines hold a resident ID, wherever it stands', () => {
    for (const column of [0, 7, 10, 11]) {
      const rows = Array.from({ length: 30 }, (_, at) => lineOf(randomFrom(at), primary.code, at, 0))
      rows[20]![column] = text('32070619900307123X')
      const [read] = readLog(rows, [primary])
      expect(read!.entries).toEqual([])
      expect(read!.problems.map(({ code }) => code)).toContain('activity.personal-data')
      expect(read!.rejected.length + read!.ignored.length).toBeGreaterThanOrEqual(29)
    }
  })

  test('refuses a teacher or a note that cannot be kept whole, as the general reader does', () => {
    for (const [column, most] of [
      [10, 60],
      [11, 400],
    ] as const) {
      const rows = Array.from({ length: 12 }, (_, at) => lineOf(randomFrom(at), primary.code, at, 0))
      for (const at of [3, 8]) rows[at]![column] = text('长'.repeat(at === 3 ? most : most + 1))
      const [read] = readLog(rows, [primary])
      const tooLong = read!.problems.filter(({ code }) => code === 'cell.too-long')
      expect(tooLong).toMatchObject([{ cell: column === 10 ? 'K10' : 'L10', values: { longest: most } }])
      expect(sorted(read!)).toEqual(sorted(readGenerally(rows, primary)))
    }
  })

  test('takes nothing of a file for one school in which another school has lines', () => {
    const rows = Array.from({ length: 40 }, (_, at) =>
      lineOf(randomFrom(at), at === 30 ? junior.code : primary.code, at, 0),
    )
    const [read] = readLog(rows, [primary, junior], primary)
    expect(read!.entries).toEqual([])
    expect(sorted(read!)).toEqual(sorted(readGenerally(rows, primary)))
  })

  test('takes 同上 from the line above of the same school', () => {
    const random = randomFrom(5)
    const first = lineOf(random, primary.code, 1, 0)
    const second = lineOf(random, primary.code, 2, 0)
    second[1] = text('同上')
    second[2] = text('同上')
    const [read] = readLog([first, second], [primary])
    expect(read!.entries.map(entry => entry.day)).toEqual(Array(2).fill(read!.entries[0]!.day))
    expect(read!.entries).toHaveLength(2)
  })

  test('asks about a few days of an earlier term and believes a file of them', () => {
    const terms = [
      { firstDay: '2025-02-17', lastDay: '2025-06-30' },
      { firstDay: '2025-09-01', lastDay: '2026-01-30' },
    ]
    const school = schoolOf('primary-school', { ...sampleContext(), terms })
    const lines = (count: number, day: string) =>
      Array.from({ length: count }, (_, at) => {
        const row = lineOf(randomFrom(at + 1), school.code, at, 0)
        row[2] = text(day)
        row[4] = text(['三(1)班', '四(2)班', '五(1)班'][at % 3]!)
        row[5] = text(['体育课', '早操', '课后服务', '体操'][Math.floor(at / 3) % 3]!)
        return row
      })
    for (const [few, many] of [
      [2, 7],
      [7, 2],
      [5, 5],
    ] as const) {
      const rows = [...lines(few, '2025-03-04'), ...lines(many, '2025-09-08')]
      const [read] = readLog(rows, [school])
      const general = readGenerally(rows, school)
      expect(sorted(read!).entries).toEqual(sorted(general).entries)
      expect(sorted(read!).rejected).toEqual(sorted(general).rejected)
      const told = ({ problems }: { problems: SchoolLog['problems'] }) =>
        problems.flatMap(({ cell, code, reading }) =>
          reading !== 'warn' && cell.startsWith('C') ? [`${cell} ${code}`] : [],
        )
      expect(told(read!).sort()).toEqual(told(general).sort())
    }
  })

  test('leaves a sheet whose headers could mean something else to the general reader', () => {
    const others = [
      ['日期', '班级', '体育课', '大课间'],
      ['日期', '班级', '活动类型', '时间'],
      ['日期', '班级', '活动类型', '时长(小时)'],
      ['日期', '班级', '班级', '活动类型', '时长'],
      ['日期', '班级', '时长'],
      ['日期', '班级', '活动类型', '时长', '姓名'],
      ['日期', '班级', '活动类型', '时长', '天气预报员'],
    ]
    for (const names of others) expect(logColumnsOf(names.map(text)), names.join()).toBeNull()
  })
})
