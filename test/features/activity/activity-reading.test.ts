import { describe, expect, test } from 'vitest'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { activitySheetMessage } from '#app/features/activity/activity-sheet.text.ts'
import { locales } from '#app/i18n/text.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { type Content, cellOf } from './generated/sketch-grid.ts'
import { sampleContext } from './sample-context.ts'

/** One sheet from its lines; '|' parts the cells. */
function grid(lines: (string | Content[])[], differences: Partial<Grid> = {}): Grid {
  const rows = lines.map(line =>
    (typeof line === 'string' ? line.split('|') : line).map(content =>
      cellOf(typeof content === 'string' ? content.trim() : content),
    ),
  )
  return { name: 'Sheet1', hidden: false, date1904: false, rows, merges: [], ...differences }
}

const header = '日期 | 班级 | 活动类型 | 时长(分钟)'

function read(lines: (string | Content[])[], context = sampleContext()) {
  const reading = readActivityGrids([grid(lines)], context)
  const told = reading.problems.map(({ cell, reading, code }) => `${cell} ${reading} ${code}`)
  const rows = reading.rows.map(row => `${row.classKey} ${row.day} ${row.kind} ${row.minutes}`)
  const { read, accepted, rejected, ignored } = reading.counts
  expect(read).toBe(accepted + rejected + ignored)
  for (const { code, values } of reading.problems) {
    if (!code.startsWith('activity.')) continue
    for (const locale of locales)
      expect(activitySheetMessage(locale, code, values)).not.toMatch(/undefined|^$/)
  }
  return { ...reading, told, rows, entries: reading.rows }
}

describe('whose workbook it is', () => {
  const line = '2025-09-08 | 三(1)班 | 体育课 | 40'

  test.each([
    ['填报单位：东海县实验小学'],
    ['填报单位（盖章）：赣榆区城头小学    填报日期：2025年9月30日'],
    ['学校标识码：2132900009'],
    ['东海县第二小学体育活动台账'],
  ])('%s is refused whole', title => {
    const { rows, told } = read([title, header, line])

    expect(rows).toEqual([])
    expect(told).toContain('A1 reject activity.other-school')
  })

  test.each([
    ['填报单位：东海县试验小学（盖章）'],
    ['单位：试验小学'],
    ['填报单位：东海县试验小学体育组'],
    ['东海县中小学“每天一小时”体育活动情况统计表'],
    ['连云港市小学体育活动统计表'],
    ['我校小学部体育活动'],
    ['填报单位：'],
    ['单位：分钟'],
  ])('%s is our own', title => {
    const { rows, told } = read([title, header, line])

    expect(told).toEqual([])
    expect(rows).toHaveLength(1)
  })

  test('a line with the code of another school refuses the workbook', () => {
    const { rows, told, counts } = read([
      `学校标识码 | ${header}`,
      `2132900001 | ${line}`,
      `3132900002 | 2025-09-09 | 三(1)班 | 体育课 | 40`,
    ])

    expect(rows).toEqual([])
    expect(told).toEqual(['A3 reject activity.other-school'])
    expect(counts.rejected).toBe(2)
  })
})

describe('personal data', () => {
  test('names of pupils are refused', () => {
    const { rows, told } = read([`姓名 | ${header}`, '王小明 | 2025-09-08 | 三(1)班 | 体育课 | 40'])

    expect(rows).toEqual([])
    expect(told).toEqual(['A1 reject activity.personal-data'])
  })

  test('a resident ID anywhere is refused', () => {
    const { rows, told } = read([
      `${header} | 备注`,
      '2025-09-08 | 三(1)班 | 体育课 | 40 | 320706201601011234',
    ])

    expect(rows).toEqual([])
    expect(told).toEqual(['E2 reject activity.personal-data'])
  })
})

describe('a teacher or a note', () => {
  const row = (sport: string, teacher: string, remark: string) =>
    read([
      `${header} | 项目 | 任课教师 | 备注`,
      `2025-09-08 | 三(1)班 | 体育课 | 40 | ${sport} | ${teacher} | ${remark}`,
    ])

  test('is kept to its last sign, as long as the ledger takes it', () => {
    const { entries, told } = row('', '王'.repeat(60), '雨'.repeat(400))

    expect(told).toEqual([])
    expect(entries).toMatchObject([{ teacher: '王'.repeat(60), note: '雨'.repeat(400) }])
  })

  test.each([
    ['a teacher of 61 signs', '', '王'.repeat(61), '', 'F2'],
    ['a note of 401 signs', '', '', '雨'.repeat(401), 'G2'],
    ['a note made longer by a sport that nobody knows', '鼓球', '', '雨'.repeat(399), 'G2'],
    ['such a sport that is too long by itself', '鼓'.repeat(401), '', '', 'E2'],
  ])('%s is refused at its cell, never cut', (_, sport, teacher, remark, cell) => {
    const { rows, told, counts } = row(sport, teacher, remark)

    expect(rows).toEqual([])
    expect(told).toContain(`${cell} reject cell.too-long`)
    expect(counts.rejected).toBe(1)
  })
})

describe('days', () => {
  test.each([
    ['2025-10-16', 'A2 reject activity.date-future'],
    ['2025-08-29', 'A2 reject'],
    ['2025-09-06', 'A2 warn'],
    ['2025-10-01', 'A2 warn'],
  ])('%s is told: %s', (day, expected) => {
    const { told, rows } = read([header, `${day} | 三(1)班 | 体育课 | 40`])

    expect(told.join()).toContain(expected)
    expect(rows).toHaveLength(expected.includes('warn') ? 1 : 0)
  })

  test('a range gives its school days', () => {
    const { rows } = read([header, '9.1-9.5 | 三(1)班 | 大课间 | 30'])

    expect(rows).toHaveLength(5)
  })

  test('the sum of a week is no day', () => {
    const { rows, told } = read([header, '9.1-9.5 | 三(1)班 | 体育课 | 200'])

    expect(rows).toEqual([])
    expect(told).toEqual(['D2 ask activity.sum-of-days'])
  })

  test("last year's title over days without a year is asked about", () => {
    const { rows, told } = read(['2024年9月体育活动', header, '9月9日 | 三(1)班 | 体育课 | 40'])

    expect(rows).toEqual([])
    expect(told).toEqual(['A3 ask activity.year-conflict'])
  })

  test('weekdays without a week are asked about', () => {
    const { rows, told } = read(['班级 | 周一 | 周二', ' | 体育课 | 体育课', '三(1)班 | 40 | 40'])

    expect(rows).toEqual([])
    expect(told).toEqual(['B1 ask activity.week-missing', 'C1 ask activity.week-missing'])
  })

  test('two sources that name different weeks are asked about', () => {
    const reading = readActivityGrids(
      [
        grid(['第3周体育活动', '班级 | 周一 | 周二', ' | 体育课 | 体育课', '三(1)班 | 40 | 40'], {
          name: '第4周',
        }),
      ],
      sampleContext(),
    )

    expect(reading.rows).toEqual([])
    expect(reading.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['A1 activity.week-conflict'])
  })
})

describe('lines between the lines', () => {
  test('a heading without merged cells changes the class of what follows', () => {
    const { rows, told } = read(['日期 | 体育课', '三(1)班', '9.8 | 40', '三(2)班', '9.8 | 35'])

    expect(rows).toEqual(['G3#1 2025-09-08 PE_LESSON 40', 'G3#2 2025-09-08 PE_LESSON 35'])
    expect(told).toEqual([])
  })

  test('a heading changes the week of what follows', () => {
    const week = ['班级 | 周一 | 周二', ' | 体育课 | 体育课', '三(1)班 | 40 | 35']

    const { rows, told } = read(['第2周', ...week, '', '第3周', ...week])

    expect(rows.map(row => row.slice(5, 15))).toEqual([
      '2025-09-08',
      '2025-09-09',
      '2025-09-15',
      '2025-09-16',
    ])
    expect(told).toEqual([])
  })

  test('a title printed again on the next page is no line', () => {
    const page = ['东海县试验小学体育活动', '日期 | 班级 | 体育课']

    const { rows, told } = read([...page, '9.8 | 三(1)班 | 40', ...page, '9.9 | 三(1)班 | 40'])

    expect(rows).toHaveLength(2)
    expect(told).toEqual([])
  })
})

describe('classes', () => {
  test('an unknown class is refused and the known ones are offered', () => {
    const { problems } = read([header, '2025-09-08 | 三(9)班 | 体育课 | 40'])

    expect(problems).toMatchObject([
      { cell: 'B2', code: 'activity.class-unknown', candidates: ['三(1)班', '三(2)班', '三(3)班'] },
    ])
  })

  test('a grade means its classes, the school all of them', () => {
    const { rows, entries } = read([header, '9.8 | 三年级 | 大课间 | 30', '9.9 | 全校 | 大课间 | 30'])

    expect(rows).toHaveLength(3 + 9)
    expect(new Set(entries.map(row => row.reportedScope))).toEqual(new Set(['grade', 'school']))
  })

  test('a grade and a class that disagree are asked about', () => {
    const { rows, told } = read([
      '日期 | 年级 | 班级 | 体育课',
      '9.8 | 三年级 | 四(1)班 | 40',
      '9.8 | 三年级 | 2 | 35',
    ])

    expect(rows).toEqual(['G3#2 2025-09-08 PE_LESSON 35'])
    expect(told.join()).toMatch(/^C2 ask/)
  })

  test('a class that had closed by then is refused', () => {
    const context = sampleContext()
    const classes = context.classes.map(one => (one.classNo === 1 ? { ...one, validTo: '2025-09-10' } : one))

    const { rows, told } = read(
      [header, '9.9 | 三(1)班 | 体育课 | 40', '9.11 | 三(1)班 | 体育课 | 40'],
      sampleContext({ classes }),
    )

    expect(rows).toEqual(['G3#1 2025-09-09 PE_LESSON 40'])
    expect(told).toEqual(['B3 reject activity.class-not-open'])
  })

  test('a sheet whose title and name speak of different classes is asked about', () => {
    const reading = readActivityGrids(
      [grid(['班级：三(1)班', '日期 | 体育课 | 大课间', '9.8 | 40 | 30'], { name: '三(2)班' })],
      sampleContext(),
    )

    expect(reading.rows).toEqual([])
    expect(reading.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'A1 activity.class-conflict',
    ])
  })
})

describe('minutes', () => {
  test('missing is not zero', () => {
    const { rows, ignored } = read([
      header,
      '9.8 | 三(1)班 | 体育课 | /',
      '9.9 | 三(1)班 | 体育课 | ',
      '9.10 | 三(1)班 | 体育课 | 无',
      '9.11 | 三(1)班 | 体育课 | 0',
    ])

    expect(rows).toEqual(['G3#1 2025-09-10 PE_LESSON 0', 'G3#1 2025-09-11 PE_LESSON 0'])
    expect(ignored.map(({ row, why }) => `${row} ${why}`)).toEqual(['2 missing', '3 missing'])
  })

  test('rows that contradict each other are both refused, equal ones count once', () => {
    const { rows, told, ignored } = read([
      header,
      '9.8 | 三(1)班 | 体育课 | 40',
      '9.8 | 三(1)班 | 体育课 | 45',
      '9.9 | 三(1)班 | 体育课 | 40',
      '9.9 | 三1班 | 体育课 | 40分钟',
    ])

    expect(rows).toEqual(['G3#1 2025-09-09 PE_LESSON 40'])
    expect(told).toEqual([
      'D2 reject activity.duplicate',
      'D3 reject activity.duplicate',
      'D5 warn activity.repeated',
    ])
    expect(ignored).toHaveLength(1)
  })

  test('what is wrong in a line stands beside the name of its column, whoever found it', () => {
    const { problems } = read([
      '东海县试验小学',
      '日期 | 班级 | 体育课 | 大课间 | 合计',
      '9.8 | 三(1)班 | 40 | 30 | 75',
      '9.8 | 三(1)班 | 45 | 30 | 75',
      '9.9 | 三(9)班 | 40 | 30 | 70',
      '9.10 | | 40 | 30 | 70',
      '9.11 | 三(1)班 | 120 | 130 | 250',
    ])

    expect(new Set(problems.map(({ cell, code, header }) => `${cell} ${code} ${header}`))).toEqual(
      new Set([
        'B5 activity.class-unknown 班级',
        'B6 activity.class-missing 班级',
        'E3 activity.total-differs 合计',
        'C3 activity.duplicate 体育课',
        'C4 activity.duplicate 体育课',
        'D4 activity.repeated 大课间',
        'D7 activity.long-day 大课间',
      ]),
    )
  })

  test('two lessons at different times are two rows', () => {
    const { entries, told } = read([
      '日期 | 班级 | 活动类型 | 开始时间 | 时长(分钟) | 参与人数 | 项目',
      '9.8 | 三(1)班 | 体育课 | 8:40 | 40 | 44 | 足球',
      '9.8 | 三(1)班 | 体育课 | 14:20 | 40 | 60 | 打陀螺',
    ])

    expect(
      entries.map(({ startsAt, participants, sportCode, note }) => [startsAt, participants, sportCode, note]),
    ).toEqual([
      ['08:40', 44, 'football', ''],
      ['14:20', 60, null, '打陀螺'],
    ])
    expect(told).toEqual(['F3 warn activity.more-than-pupils', 'G3 warn activity.sport-unknown'])
  })

  test('totals are left out and a wrong one is shown', () => {
    const { rows, told } = read([
      '日期 | 班级 | 体育课 | 大课间 | 合计',
      '9.8 | 三(1)班 | 40 | 30 | 70',
      '9.8 | 三(2)班 | 40 | 30 | 75',
      '小计 | | 80 | 60 | 145',
      '9.9 | 三(1)班 | 40 | 30 | 70',
      '合计 | | 120 | 95 | 215',
    ])

    expect(rows).toHaveLength(6)
    expect(told).toEqual(['E3 warn activity.total-differs', 'D6 warn activity.total-differs'])
  })

  test('more than 240 minutes of one class on one day are shown', () => {
    const { told } = read(['日期 | 班级 | 体育课 | 大课间 | 课后服务', '9.8 | 三(1)班 | 120 | 60 | 90'])

    expect(told).toEqual(['E2 warn activity.long-day'])
  })

  test.each([
    ['日期 | 班级 | 体育课节数 | 大课间', '9.8 | 三(1)班 | 2 | 30', [80, 30]],
    ['日期 | 班级 | 体育课（小时） | 大课间', '9.8 | 三(1)班 | 1 | 30', [60, 30]],
  ])('a header may give its own unit: %s', (words, line, minutes) => {
    const { entries, told } = read([words, line])

    expect(entries.map(row => row.minutes)).toEqual(minutes)
    expect(told).toEqual([])
  })

  test('minutes merged over two activities belong to neither', () => {
    const table = grid(['日期 | 班级 | 体育课 | 大课间', '9.8 | 三(1)班 | 70 |'], {
      merges: [{ top: 1, left: 2, bottom: 1, right: 3 }],
    })

    const reading = readActivityGrids([table], sampleContext())

    expect(reading.rows).toEqual([])
    expect(reading.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['C2 activity.merged-across'])
  })

  test('a cell that speaks of another activity than its column is asked about', () => {
    const { rows, told } = read(['日期 | 班级 | 体育课', '9.8 | 三(1)班 | 体育课40、大课间30'])

    expect(rows).toEqual([])
    expect(told).toEqual(['C2 ask activity.kind-conflict'])
  })
})

describe('nothing is dropped in silence', () => {
  test('a column of minutes under an unknown header is asked about', () => {
    const { rows, told } = read([
      '日期 | 班级 | 体育课 | 冬季三项类',
      '9.8 | 三(1)班 | 40 | 30',
      '9.9 | 三(1)班 | 40 | 30',
    ])

    expect(rows).toHaveLength(2)
    expect(told).toEqual(['D1 ask activity.column-unknown'])
  })

  test('a column of two activities is asked about', () => {
    const { rows, told } = read(['日期 | 班级 | 体育课、大课间', '9.8 | 三(1)班 | 70'])

    expect(rows).toEqual([])
    expect(told).toEqual(['C1 ask activity.many-kinds'])
  })

  test('a workbook without a table is refused', () => {
    const { told } = read(['关于开展体育活动的通知', '各校：'])

    expect(told).toEqual(['A1 reject activity.no-table'])
  })

  test('a hidden sheet with data is not read, and that is told', () => {
    const line = '9.8 | 三(1)班 | 体育课 | 40'

    const reading = readActivityGrids(
      [grid([header, line]), grid([header, line], { name: '旧', hidden: true })],
      sampleContext(),
    )

    expect(reading.rows).toHaveLength(1)
    expect(reading.problems.map(({ sheet, code }) => `${sheet} ${code}`)).toEqual([
      '旧 activity.hidden-sheet',
    ])
  })
})
