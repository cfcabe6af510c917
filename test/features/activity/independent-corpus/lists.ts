import type { Clerk } from './clerk.ts'
import { className, type Diary, type Fact, gradeName, weekdayName } from './diary.ts'
import { footer, type Layout, putRow, school, sumOf } from './layout.ts'
import { type Content, type Page, page } from './pages.ts'

function* lines({ classes, days, kinds, fact }: Diary): Generator<Fact> {
  for (const day of days) for (const of of classes) for (const kind of kinds) yield fact(of, day, kind)
}

/** A log in whichever order of columns, its header again on every page, blank lines between. */
export const pagedLog: Layout = (diary, clerk) => {
  const { random } = diary
  const sheet = page('Sheet1')
  const minutes = random.pick([
    '时长(分钟)',
    '活动时长（分钟）',
    '时长',
    '活动时间',
    '分钟',
    '锻炼时间',
    '活动时长\n(分钟)',
    '时间（分）',
  ])
  const header = [
    random.pick(['日期', '活动日期', '日  期']),
    random.pick(['班级', '班别', '班 级']),
    random.pick(['活动类型', '类别', '活动形式', '活动内容']),
    '项目',
    minutes,
    random.pick(['参与人数', '参加人数', '实到人数', '人数']),
    random.pick(['指导教师', '负责人', '任课教师']),
    '备注',
    '班主任',
    '节次',
    '地点',
  ]
  const order = header
    .map((text, index) => ({ text, index, at: random.below(1000) }))
    .sort((a, b) => a.at - b.at)
  const at = (index: number) => 1 + order.findIndex(column => column.index === index)
  const putHeader = (row: number) => putRow(sheet, row, ['序号', ...order.map(({ text }) => text)])
  putRow(sheet, 0, [`${school}学生体育活动台账`])
  putHeader(1)
  let row = 2
  let count = 0
  for (const one of lines(diary)) {
    if (count > 0 && count % 14 === 0) putHeader(row++)
    if (count > 0 && count % 9 === 0) row += 1
    sheet.put(row, 0, ++count)
    const isDay = clerk.day(sheet, row, at(0), one.day)
    const isClass = clerk.class(sheet, row, at(1), one.of)
    sheet.put(row, at(2), one.kind.name)
    sheet.put(row, at(3), random.pick(['足球', '', '篮球', '跳绳']))
    clerk.minutes(sheet, row, at(4), one, !isDay || !isClass)
    sheet.put(row, at(5), random.pick<Content>([45, '44', '43人', null]))
    sheet.put(row, at(6), random.pick(['刘洋', '孙丽']))
    sheet.put(row, at(7), random.pick(['', '雨天室内', '代课']))
    sheet.put(row, at(8), '王芳')
    sheet.put(row, at(9), 1 + (count % 6))
    sheet.put(row, at(10), random.pick(['操场', '体育馆']))
    row += 1
  }
  sheet.put(row, 0, footer)
  return [sheet]
}

/** 同上 and 〃 below the first line of each class, or nothing at all. */
export const dittoLog: Layout = (diary, clerk) => {
  const { classes, days, kinds, random, fact } = diary
  const sheet = page('Sheet1')
  putRow(sheet, 0, [`学校：${school}`])
  putRow(sheet, 1, ['序号', '年级', '班级', '日期', '活动类型', '时长(分钟)', '备注'])
  putRow(sheet, 2, ['示例', '三年级', '三(1)班', '2025-9-1', '体育课', '40', '示例'])
  const same = random.pick(['同上', '〃', '″', '"', ''])
  const again = (): Content => (same === '' ? null : same)
  let row = 3
  for (const of of classes) {
    for (const day of days) {
      const isDay = clerk.day(sheet, row, 3, day)
      for (const kind of kinds) {
        const isFirst = day === days[0] && kind === kinds[0]
        sheet.put(row, 0, row - 2)
        sheet.put(row, 1, isFirst && (of.no === 1 || same === '') ? gradeName(of.grade) : again())
        sheet.put(row, 2, isFirst ? random.pick<Content>([`（${of.no}）班`, `${of.no}班`, of.no]) : again())
        if (kind !== kinds[0]) sheet.put(row, 3, again())
        sheet.put(row, 4, kind.name)
        clerk.minutes(sheet, row, 5, fact(of, day, kind), !isDay)
        row += 1
      }
    }
  }
  putRow(sheet, row, ['备注：', '雨天改为室内'])
  return [sheet]
}

/** The class merged over its lines. */
export const mergedLog: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page('Sheet1')
  putRow(sheet, 0, ['体育活动登记'])
  putRow(sheet, 1, ['班级', '日期', '活动类型', '活动时长（分钟）', '参加人数', '备注'])
  let row = 2
  for (const of of classes) {
    const isClass = clerk.class(sheet, row, 0, of)
    sheet.merge(row, 0, row + days.length * kinds.length - 1, 0)
    for (const day of days) {
      const isDay = clerk.day(sheet, row, 1, day)
      sheet.merge(row, 1, row + kinds.length - 1, 1)
      for (const kind of kinds) {
        sheet.put(row, 2, kind.name)
        clerk.minutes(sheet, row, 3, fact(of, day, kind), !isClass || !isDay)
        sheet.put(row, 4, random.pick<Content>([45, 44, null]))
        row += 1
      }
    }
  }
  return [sheet]
}

/** One line a class and day, kinds across, sums behind. */
export const wideList: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page('Sheet1')
  const unit = random.pick(['', '(分钟)', '时间', '（min）', '/分钟'])
  putRow(sheet, 0, [`${school}9月体育活动情况`])
  putRow(sheet, 1, [
    '日期',
    '星期',
    '班级',
    '班主任',
    ...kinds.map(({ name }) => name + unit),
    random.pick(['合计', '总时间', '合计(分钟)', '小计']),
    '参与率',
    '是否达标',
    '备注',
  ])
  let row = 2
  for (const day of days) {
    for (const of of classes) {
      const isDay = clerk.day(sheet, row, 0, day)
      sheet.put(row, 1, weekdayName(day))
      const isClass = clerk.class(sheet, row, 2, of)
      sheet.put(row, 3, '王芳')
      const facts = kinds.map(kind => fact(of, day, kind))
      facts.forEach((one, index) => void clerk.minutes(sheet, row, 4 + index, one, !isDay || !isClass))
      ;[sumOf(facts), '98%', random.pick(['是', '否', '√']), random.pick<Content>([null, '雨', 45])].forEach(
        (content, index) => void sheet.put(row, 4 + kinds.length + index, content),
      )
      row += 1
    }
  }
  return [sheet]
}

/** Two halves of the school side by side. */
export const sideBySide: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page('Sheet1')
  putRow(sheet, 0, [`${school}体育活动记录`])
  const half = Math.ceil(classes.length / 2)
  ;[classes.slice(0, half), classes.slice(half)].forEach((some, side) => {
    const left = side * (kinds.length + 3)
    ;['日期', '班级', ...kinds.map(({ name }) => name)].forEach(
      (text, index) => void sheet.put(1, left + index, text),
    )
    let row = 2
    for (const day of days) {
      for (const of of some) {
        const isDay = clerk.day(sheet, row, left, day)
        sheet.put(row, left + 1, className(of, random))
        kinds.forEach(
          (kind, index) => void clerk.minutes(sheet, row, left + 2 + index, fact(of, day, kind), !isDay),
        )
        row += 1
      }
    }
    sheet.put(row, left, '合计')
    sheet.merge(row, left, row, left + 1)
  })
  return [sheet]
}

/** A sheet a class, after hidden instructions. */
export const classSheets: Layout = (diary, clerk) => {
  const notes = page('说明', true)
  putRow(notes, 0, ['填表说明'])
  putRow(notes, 1, ['日期', '班级', '活动类型', '时长(分钟)'])
  putRow(notes, 2, ['2025-9-1', '三(1)班', '体育课', 40])
  return [
    notes,
    ...diary.classes.map(
      of => classTable(diary, clerk, page(`${'零一二三四五'[of.grade]}${of.no}`), 0, of).sheet,
    ),
  ]
}

/** The same tables one below the other. */
export const stackedClasses: Layout = (diary, clerk) => {
  const sheet = page('Sheet1')
  let row = 0
  for (const of of diary.classes) row = classTable(diary, clerk, sheet, row, of).next + 1
  return [sheet]
}

function classTable(diary: Diary, clerk: Clerk, sheet: Page, top: number, of: Fact['of']) {
  const { days, kinds, random, fact } = diary
  putRow(sheet, top, ['班级体育活动记录'])
  putRow(sheet, top + 1, [`班级：${className(of, random)}`, null, '班主任：王芳'])
  putRow(sheet, top + 2, ['日期', '星期', ...kinds.map(({ name }) => name), '备注'])
  days.forEach((day, index) => {
    const row = top + 3 + index
    const isDay = clerk.day(sheet, row, 0, day)
    sheet.put(row, 1, weekdayName(day).replace('周', '星期'))
    kinds.forEach((kind, at) => void clerk.minutes(sheet, row, 2 + at, fact(of, day, kind), !isDay))
  })
  sheet.put(top + 3 + days.length, 0, '班主任签字：')
  return { sheet, next: top + 4 + days.length }
}

/** A sheet a day, the date in its title. */
export const daySheets: Layout = ({ classes, days, kinds, fact }, clerk) =>
  days.map(day => {
    const sheet = page(`${Number(day.slice(5, 7))}.${Number(day.slice(8))}`)
    putRow(sheet, 0, [`${school}体育活动日报表`])
    putRow(sheet, 1, [
      `日期：2025年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日  ${weekdayName(day)}`,
    ])
    putRow(sheet, 2, ['序号', '班级', ...kinds.map(({ name }) => name), '备注'])
    classes.forEach((of, index) => {
      sheet.put(3 + index, 0, index + 1)
      const isLost = !clerk.class(sheet, 3 + index, 1, of)
      kinds.forEach((kind, at) => void clerk.minutes(sheet, 3 + index, 2 + at, fact(of, day, kind), isLost))
    })
    sheet.put(3 + classes.length, 0, '全校合计')
    return sheet
  })

/** Lines of kinds under a merged class, dates across. */
export const kindLines: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page('Sheet1')
  putRow(sheet, 0, [`${school}体育活动统计表`])
  putRow(sheet, 1, [
    '年级',
    '班级',
    '活动内容',
    ...days.map(day => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`),
    '合计',
  ])
  let row = 2
  for (const of of classes) {
    sheet.put(row, 0, gradeName(of.grade))
    sheet.put(row, 1, random.pick([`${of.no}班`, `（${of.no}）班`]))
    sheet.merge(row, 0, row + kinds.length - 1, 0)
    sheet.merge(row, 1, row + kinds.length - 1, 1)
    for (const kind of kinds) {
      sheet.put(row, 2, kind.name)
      days.forEach((day, index) => void clerk.minutes(sheet, row, 3 + index, fact(of, day, kind)))
      sheet.put(row, 3 + days.length, sumOf(days.map(day => fact(of, day, kind))))
      row += 1
    }
  }
  return [sheet]
}

/** The header stands in row 9, below a page of instructions. */
export const lateHeader: Layout = (diary, clerk) => {
  const { classes, days, kinds, fact } = diary
  const sheet = page('Sheet1')
  ;[
    `${school}体育活动统计`,
    '',
    '填表说明：1.本表由班主任填写，每周五前报体育组。2.“时长”按分钟填写，大课间一般为30分钟。',
    '2、体育课每节40分钟。',
    '3、日期写成9月8日。',
    '4、班级写成三(1)班。',
    '',
    '单位：分钟',
  ].forEach((text, row) => void (text && sheet.put(row, 0, text)))
  putRow(sheet, 8, ['日期', '班级', ...kinds.map(({ name }) => name)])
  let row = 9
  for (const day of days) {
    for (const of of classes) {
      const isDay = clerk.day(sheet, row, 0, day)
      const isClass = clerk.class(sheet, row, 1, of)
      kinds.forEach(
        (kind, index) => void clerk.minutes(sheet, row, 2 + index, fact(of, day, kind), !isDay || !isClass),
      )
      row += 1
    }
    if (day === days[1]) sheet.put(row++, 0, '以下为后半周')
  }
  return [sheet]
}

/** Weeks and weekdays instead of dates. */
export const weekdayLog: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page('Sheet1')
  const week = days[0] === '2025-09-01' ? 1 : days[0] === '2025-09-08' ? 2 : 4
  putRow(sheet, 0, ['周次', '星期', '班级', '活动类型', '时长(分钟)'])
  let row = 1
  for (const day of days) {
    for (const of of classes) {
      for (const kind of kinds) {
        sheet.put(row, 0, random.pick([`第${week}周`, `第${'零一二三四'[week]}周`]))
        sheet.put(row, 1, random.pick([weekdayName(day), weekdayName(day).replace('周', '星期')]))
        const isClass = clerk.class(sheet, row, 2, of)
        sheet.put(row, 3, kind.name)
        clerk.minutes(sheet, row, 4, fact(of, day, kind), !isClass)
        row += 1
      }
    }
  }
  return [sheet]
}
