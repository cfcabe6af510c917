import { describe, expect, test } from 'vitest'
import type { ActivityContext } from '#app/features/activity/activity-entry.ts'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import type { Grid, Merge } from '#app/spreadsheet/grid.ts'
import { cellOf } from './generated/sketch-grid.ts'
import { sampleContext } from './sample-context.ts'

/** '|' parts the cells; whole numbers are stored as numbers. */
function sheet(name: string, lines: string[], merges: Merge[] = []): Grid {
  const rows = lines.map(line =>
    line.split('|').map(text => cellOf(/^\d+$/.test(text.trim()) ? Number(text) : text.trim())),
  )
  return { name, hidden: false, date1904: false, rows, merges }
}

const across = (row: number, left: number, right: number): Merge => ({ top: row, bottom: row, left, right })

function read(grids: Grid[], differences: Partial<ActivityContext> = {}) {
  const reading = readActivityGrids(grids, sampleContext(differences))
  return {
    rows: reading.rows.map(row => `${row.classKey} ${row.day.slice(5)} ${row.kind} ${row.minutes}`).sort(),
    asked: reading.problems
      .filter(({ reading }) => reading !== 'warn')
      .map(({ cell, code }) => `${cell} ${code}`),
    warned: reading.problems
      .filter(({ reading }) => reading === 'warn')
      .map(({ cell, code }) => `${cell} ${code}`),
  }
}

describe('tables below each other', () => {
  const classTable = (heading: string, minutes: number) => [heading, '日期|体育课', `9月8日|${minutes}`]

  test.each([
    ['班级：三(1)班|班主任：王芳|人数：45', '班级：三(2)班|班主任：李梅|人数：45'],
    ['班级：|三(1)班', '班级：|三(2)班'],
    ['三(1)班||体育委员：张明', '三(2)班||体育委员：赵亮'],
  ])('take the class of their own title: %s', (one, other) => {
    const { rows, asked } = read([sheet('Sheet1', [...classTable(one, 40), ...classTable(other, 35)])])

    expect(rows).toEqual(['G3#1 09-08 PE_LESSON 40', 'G3#2 09-08 PE_LESSON 35'])
    expect(asked).toEqual([])
  })

  test.each([['三班'], ['班级：'], ['体育组填']])(
    'ask for the class when their title %s names none',
    heading => {
      const { rows, asked } = read([
        sheet('Sheet1', [...classTable('三(1)班', 40), ...classTable(heading, 35)]),
      ])

      expect(rows).toEqual(['G3#1 09-08 PE_LESSON 40'])
      expect(asked).toEqual(['B2 activity.class-missing'])
    },
  )

  test('with other headers do not take what lines above them say for a title', () => {
    const lines = ['三(1)班', '日期|体育课|大课间', '9月8日|40|30', '', '三班', '日期|大课间', '9月9日|35']

    const { rows, asked } = read([sheet('Sheet1', lines)])

    expect(rows).toEqual(['G3#1 09-08 BIG_BREAK_AM 30', 'G3#1 09-08 PE_LESSON 40'])
    expect(asked).toEqual(['B6 activity.class-missing'])
  })

  test('take the day of their own title', () => {
    const day = (text: string, minutes: number) => [text, '班级|大课间', `三(1)班|${minutes}`]
    const lines = [...day('日期：9月8日|天气：晴', 30), ...day('日期：9月9日|天气：雨', 20)]

    expect(read([sheet('Sheet1', lines)]).rows).toEqual([
      'G3#1 09-08 BIG_BREAK_AM 30',
      'G3#1 09-09 BIG_BREAK_AM 20',
    ])
  })

  test('a day and its weekday between the lines hold for those below', () => {
    const lines = ['班级|大课间', '9月8日|星期一', '三(1)班|30', '9月9日|星期二', '三(1)班|20']

    expect(read([sheet('Sheet1', lines)]).rows).toEqual([
      'G3#1 09-08 BIG_BREAK_AM 30',
      'G3#1 09-09 BIG_BREAK_AM 20',
    ])
  })
})

describe('tables side by side', () => {
  test.each([['三(1)班||||三(2)班||'], ['班级：三(1)班||||班级：三(2)班||']])(
    'take each the title above it: %s',
    title => {
      const lines = [title, '日期|体育课|大课间||日期|体育课|大课间', '9月8日|40|30||9月9日|35|25']

      const { rows, asked } = read([sheet('Sheet1', lines, [across(0, 0, 2), across(0, 4, 6)])])

      expect(asked).toEqual([])
      expect(rows).toEqual([
        'G3#1 09-08 BIG_BREAK_AM 30',
        'G3#1 09-08 PE_LESSON 40',
        'G3#2 09-09 BIG_BREAK_AM 25',
        'G3#2 09-09 PE_LESSON 35',
      ])
    },
  )

  test('take each its week', () => {
    const lines = [
      '大课间',
      '第2周|||第3周||',
      '班级|周一|周二|班级|周一|周二',
      '三(1)班|30|30|三(1)班|25|25',
    ]

    expect(read([sheet('Sheet1', lines, [across(1, 0, 2), across(1, 3, 5)])]).rows).toEqual([
      'G3#1 09-08 BIG_BREAK_AM 30',
      'G3#1 09-09 BIG_BREAK_AM 30',
      'G3#1 09-15 BIG_BREAK_AM 25',
      'G3#1 09-16 BIG_BREAK_AM 25',
    ])
  })
})

describe('headers', () => {
  test('weeks above weekdays place the days', () => {
    const lines = ['大课间', '班级|第2周||第3周|', '|周一|周二|周一|周二', '三(1)班|30|30|25|25']

    expect(read([sheet('Sheet1', lines, [across(1, 1, 2), across(1, 3, 4)])]).rows).toEqual([
      'G3#1 09-08 BIG_BREAK_AM 30',
      'G3#1 09-09 BIG_BREAK_AM 30',
      'G3#1 09-15 BIG_BREAK_AM 25',
      'G3#1 09-16 BIG_BREAK_AM 25',
    ])
  })

  test.each([[['日期|1|2|3|4|5|6|7|8', '星期|一|二|三|四|五|六|日|一']], [['班级|1|2|3|4|5|6|7|8']]])(
    'numbers from 1 on are days of the month that the sheet names: %s',
    header => {
      const { rows, asked } = read([sheet('9月', ['大课间', ...header, '三(1)班|30|30|30|30|30|||25'])])

      expect(asked).toEqual([])
      expect(rows).toHaveLength(6)
      expect(rows).toContain('G3#1 09-08 BIG_BREAK_AM 25')
    },
  )

  test('without a month such numbers are asked about', () => {
    const { rows, asked } = read([sheet('Sheet1', ['大课间', '班级|1|2|3|4|5', '三(1)班|30|30|30|30|30'])])

    expect(rows).toEqual([])
    expect(asked).toHaveLength(5)
  })

  test('上午 and 下午 below 大课间 are two activities', () => {
    const lines = ['日期|班级|大课间|', '||上午|下午', '9月8日|三(1)班|30|25']

    expect(read([sheet('Sheet1', lines, [across(0, 2, 3)])]).rows).toEqual([
      'G3#1 09-08 BIG_BREAK_AM 30',
      'G3#1 09-08 BIG_BREAK_PM 25',
    ])
  })

  test("大课间（下午） is the afternoon's", () => {
    expect(read([sheet('Sheet1', ['日期|班级|大课间（下午）|达标赛', '9月8日|三(1)班|30|40'])]).rows).toEqual(
      ['G3#1 09-08 BIG_BREAK_PM 30', 'G3#1 09-08 COMPETITION 40'],
    )
  })

  test('体育活动时间 beside 体育课 is the sum of the line, or else nobody can tell of what', () => {
    const header = '日期|班级|体育课|大课间|体育活动时间'

    expect(read([sheet('Sheet1', [header, '9月8日|三(1)班|40|30|70'])]).asked).toEqual([])
    expect(read([sheet('Sheet1', [header, '9月8日|三(1)班|40|30|20'])]).asked).toEqual([
      'E1 activity.column-unknown',
    ])
  })

  test('月 and 日 in columns of their own make a day', () => {
    const lines = ['月|日|班级|体育课', '9|8|三(1)班|40', '9|31|三(1)班|40']

    const { rows, asked } = read([sheet('Sheet1', lines)])

    expect(rows).toEqual(['G3#1 09-08 PE_LESSON 40'])
    expect(asked).toEqual(['B3 date.no-such-day'])
  })

  test('a column of minutes under unknown words is asked about, be it one line long', () => {
    const { asked } = read([sheet('Sheet1', ['日期|班级|体育课|棋类活动', '9月8日|三(1)班|40|20'])])

    expect(asked).toEqual(['D1 activity.column-unknown'])
  })

  test('40 under 小时 is read as minutes, and said to be', () => {
    const { rows, warned } = read([sheet('Sheet1', ['日期|班级|体育课（小时）', '9月8日|三(1)班|40'])])

    expect(rows).toEqual(['G3#1 09-08 PE_LESSON 40'])
    expect(warned).toEqual(['C2 activity.unit-differs'])
  })
})

describe('lines that hold no activity', () => {
  test.each([['甲|乙|1|2'], ['（1）|（2）|（3）|（4）'], ['要求||40|30'], ['三年级平均||40|30']])(
    '%s',
    line => {
      const lines = ['日期|班级|体育课|大课间', line, '9月8日|三(1)班|40|30']

      const { rows, asked } = read([sheet('Sheet1', lines)])

      expect(rows).toEqual(['G3#1 09-08 BIG_BREAK_AM 30', 'G3#1 09-08 PE_LESSON 40'])
      expect(asked).toEqual([])
    },
  )
})

test("体育课人数 and 大课间人数 are each their own activity's", () => {
  const lines = ['日期|班级|体育课|体育课人数|大课间|大课间人数', '9月8日|三(1)班|40|45|30|44']

  const { rows } = readActivityGrids([sheet('Sheet1', lines)], sampleContext())

  expect(rows.map(row => [row.kind, row.participants])).toEqual([
    ['PE_LESSON', 45],
    ['BIG_BREAK_AM', 44],
  ])
})

describe('lines that are not what their sheet is about are shown', () => {
  test('another class', () => {
    const { rows, warned } = read([sheet('三(1)班', ['日期|班级|大课间', '9月8日|三(2)班|30'])])

    expect(rows).toEqual(['G3#2 09-08 BIG_BREAK_AM 30'])
    expect(warned).toEqual(['B2 activity.class-outside-title'])
  })

  test('another week', () => {
    const { rows, warned } = read([sheet('第3周', ['日期|班级|大课间', '9月8日|三(2)班|30'])])

    expect(rows).toEqual(['G3#2 09-08 BIG_BREAK_AM 30'])
    expect(warned).toEqual(['A2 activity.date-outside-week'])
  })
})

describe('the same said twice', () => {
  test('two columns of one activity in one line are refused, as they may be two lessons', () => {
    const { rows, asked } = read([sheet('Sheet1', ['日期|班级|体育课|体育课', '9月8日|三(1)班|40|40'])])

    expect(rows).toEqual([])
    expect(asked).toEqual(['C2 activity.duplicate', 'D2 activity.duplicate'])
  })

  test('the sum of a grade is given to none of its classes', () => {
    const lines = ['9月8日', '班级|大课间', '三(1)班|30', '三(2)班|30', '三年级|60']

    expect(read([sheet('Sheet1', lines)]).rows).toEqual([])
  })
})

describe('earlier terms', () => {
  const terms = [
    { firstDay: '2025-02-17', lastDay: '2025-06-30' },
    { firstDay: '2025-09-01', lastDay: '2026-01-30' },
    { firstDay: '2026-03-02', lastDay: '2026-06-30' },
  ]

  test('days with their year have the classes of their own school year, told once', () => {
    const lines = ['日期|班级|体育课', '2025-06-03|三(1)班|40', '2025-06-04|2023级1班|40']

    const { rows, asked, warned } = read([sheet('Sheet1', lines)], { terms })

    expect(rows).toEqual(['G2#1 06-04 PE_LESSON 40', 'G3#1 06-03 PE_LESSON 40'])
    expect(asked).toEqual([])
    expect(warned).toEqual(['A2 activity.earlier-term'])
  })

  test('a class of that year is another than the one of the same name today', () => {
    const lines = ['日期|班级|体育课', '2025-06-03|三(1)班|40']

    const [row] = readActivityGrids([sheet('Sheet1', lines)], sampleContext({ terms })).rows

    expect(row?.classId).toBe('class-4-1')
  })

  test('one slip of the year among days of this term asks', () => {
    const lines = ['日期|班级|体育课', '2025-9-8|三(1)班|40', '2025-3-10|三(1)班|40', '2025-9-10|三(1)班|40']

    const { rows, asked } = read([sheet('Sheet1', lines)], { terms })

    expect(rows).toEqual(['G3#1 09-08 PE_LESSON 40', 'G3#1 09-10 PE_LESSON 40'])
    expect(asked).toEqual(['A3 date.other-year'])
  })

  test('the term before this one of the same school year is told once', () => {
    const lines = ['日期|班级|体育课', '2026-1-8|三(1)班|40', '2026-1-9|三(1)班|40']
    const today = { terms, today: '2026-03-10', term: terms[2]! }

    const { rows, asked, warned } = read([sheet('Sheet1', lines)], today)

    expect(rows).toEqual(['G3#1 01-08 PE_LESSON 40', 'G3#1 01-09 PE_LESSON 40'])
    expect(asked).toEqual([])
    expect(warned).toEqual(['A2 activity.earlier-term'])
  })

  test.each([
    ['2024-2025学年第二学期第3周体育课', '班级|周一', '三(1)班|40', 'G3#1 03-03 PE_LESSON 40'],
    ['2025年6月体育课', '班级|6月3日', '三(1)班|40', 'G3#1 06-03 PE_LESSON 40'],
  ])('a title that names it places days without a year: %s', (title, header, line, row) => {
    const { rows, asked, warned } = read([sheet('Sheet1', [title, header, line])], { terms })

    expect(rows).toEqual([row])
    expect(asked).toEqual([])
    expect(warned).toContain('A1 activity.earlier-term')
  })

  test('days of no term and days to come are refused', () => {
    const lines = [
      '日期|班级|体育课',
      '2025-07-10|三(1)班|40',
      '2025-12-09|三(1)班|40',
      '2026-03-09|三(1)班|40',
    ]

    expect(read([sheet('Sheet1', lines)], { terms }).rows).toEqual([])
    expect(read([sheet('Sheet1', lines)], { terms }).asked).toHaveLength(3)
  })
})

describe('what a careful clerk sees and a quick one does not', () => {
  test("a day below a title that stands in the numbers' column is the day of its own table", () => {
    const page = (day: string, minutes: number) => [
      '体育活动日报表',
      `日期：2025年9月${day}日`,
      '序号|班级|体育课',
      `1|三(1)班|${minutes}`,
    ]

    const { rows, asked } = read([sheet('Sheet1', [...page('8', 40), ...page('9', 35)])])

    expect(rows).toEqual(['G3#1 09-08 PE_LESSON 40', 'G3#1 09-09 PE_LESSON 35'])
    expect(asked).toEqual([])
  })

  test('周一 under days that begin on a Sunday is the Monday between them', () => {
    const lines = ['体育课（9月28日-9月30日）', '班级|周日|周一|周二', '三(1)班|40|35|30']

    const { rows } = read([sheet('Sheet1', lines)])

    expect(rows).toEqual(['G3#1 09-28 PE_LESSON 40', 'G3#1 09-29 PE_LESSON 35', 'G3#1 09-30 PE_LESSON 30'])
  })

  test('weekdays under a whole month are asked about and never those of its first week', () => {
    const { rows, asked } = read([
      sheet('Sheet1', ['体育课（9月1日-9月30日）', '班级|周一|周二', '三(1)班|40|35']),
    ])

    expect(rows).toEqual([])
    expect(asked).toEqual(['B2 activity.week-missing', 'C2 activity.week-missing'])
  })

  test('周一至周三、周五 has four days', () => {
    const { rows } = read([
      sheet('Sheet1', ['第2周', '班级|活动安排', '三(1)班|周一至周三、周五 大课间30分钟']),
    ])

    expect(rows.map(row => row.slice(5, 10))).toEqual(['09-08', '09-09', '09-10', '09-12'])
  })

  test('全校 in the column of grades is every class of the school', () => {
    const { rows, asked } = read([
      sheet('Sheet1', ['日期|年级|活动类型|时长', '2025-09-08|全校|早操|20', '2025-09-08|三年级|大课间|30']),
    ])

    expect(rows.filter(row => row.endsWith('MORNING_EXERCISE 20'))).toHaveLength(9)
    expect(asked).toEqual([])
  })
})
