import { className, gradeName } from '../ink/classes.ts'
import { dateCell, type Paper, paper } from '../paper.ts'
import type { Scribe } from '../scribe.ts'
import { banner, footer, type Layout, monthDay, type Subject, weekdayName } from './layout.ts'

/** Variant 3: one sheet a class, weekdays down, the week in its title. */
export const sheetPerClass: Layout = (scribe, { school, classes, days, kinds }) =>
  classes.map(of => {
    const sheet = paper(className(of))
    banner(sheet, 0, `${school}体育活动周记录（2025年9月15日—9月19日）`, kinds.length)
    sheet.putRow(1, ['星期', ...kinds.map(({ name }) => name)])
    days.forEach((day, index) => {
      sheet.put(2 + index, 0, weekdayName(day, '星期'))
      kinds.forEach(({ code }, at) => {
        scribe.minutes(sheet, 2 + index, 1 + at, { classes: [of], days: [day], kind: code })
      })
    })
    sheet.put(2 + days.length, 0, '班主任签字：')
    return sheet
  })

/** Variant 3: one sheet a week, the last a copy that nobody renamed; its title names the week. */
export const sheetPerWeek: Layout = (scribe, { classes, days, kinds }) => {
  const names: Record<string, string> = { '2025-09-15': '第3周', '2025-09-22': '第四周' }
  const weeks = [days.slice(0, 5), days.slice(5, 10), days.slice(10)].filter(week => week.length > 0)
  return weeks.map(week => {
    const name = names[week[0]!]
    const sheet = paper(name ?? 'Sheet1 (2)')
    banner(
      sheet,
      0,
      name ? '体育活动统计表' : `体育活动统计表（${monthDay(week[0]!)}-${monthDay(week.at(-1)!)}）`,
      5,
    )
    sheet.putRow(1, ['班级', '活动类型', ...week.map(day => weekdayName(day))])
    let row = 2
    for (const of of classes) {
      const isClass = scribe.class(sheet, row, 0, of)
      sheet.merge(row, 0, row + kinds.length - 1, 0)
      for (const kind of kinds) {
        sheet.put(row, 1, kind.name)
        week.forEach((day, at) => {
          const meant = isClass ? { classes: [of], days: [day], kind: kind.code } : null
          scribe.minutes(sheet, row, 2 + at, meant)
        })
        row += 1
      }
    }
    return sheet
  })
}

/** One sheet an activity, named after it. */
export const sheetPerKind: Layout = (scribe, { classes, days, kinds }) =>
  kinds.map(kind => {
    const sheet = paper(kind.name)
    sheet.put(0, 0, '日期')
    scribe.flag(sheet, 'A1', 'warn', 'activity.kind-from-title')
    const isClass = classes.map((of, at) => scribe.class(sheet, 0, 1 + at, of))
    days.forEach((day, index) => {
      const isDay = scribe.day(sheet, 1 + index, 0, day)
      classes.forEach((of, at) => {
        const meant = isDay && isClass[at] ? { classes: [of], days: [day], kind: kind.code } : null
        scribe.minutes(sheet, 1 + index, 1 + at, meant)
      })
    })
    return sheet
  })

/** Variant 7: two blocks of columns side by side under one title, a blank column between. */
export const sideBySide: Layout = (scribe, { school, classes, days, kinds }) => {
  const sheet = paper()
  const width = 2 + kinds.length
  banner(sheet, 0, `${school}体育活动登记表`, 2 * width)
  const header = ['班级', '日期', ...kinds.map(({ name }) => name)]
  sheet.putRow(1, header)
  sheet.putRow(1, header, width + 1)
  const half = Math.ceil(days.length / 2)
  ;[days.slice(0, half), days.slice(half)].forEach((part, side) => {
    const left = side * (width + 1)
    let row = 2
    for (const day of part) {
      for (const of of classes) {
        const isClass = scribe.class(sheet, row, left, of)
        const isDay = scribe.day(sheet, row, left + 1, day)
        kinds.forEach(({ code }, at) => {
          const meant = isClass && isDay ? { classes: [of], days: [day], kind: code } : null
          scribe.minutes(sheet, row, left + 2 + at, meant)
        })
        row += 1
      }
    }
  })
  return [sheet]
}

/** Two tables below each other, each with its own title and day. */
export const tablesBelow: Layout = (scribe, { school, classes, days, kinds }) => {
  const sheet = paper()
  let row = 0
  for (const day of days) {
    banner(sheet, row, `${school}体育活动日报表`, 1 + kinds.length)
    sheet.put(row + 1, 0, `日期：2025年${monthDay(day)}  ${weekdayName(day, '星期')}`)
    sheet.putRow(row + 2, ['序号', '班级', ...kinds.map(({ name }) => name)])
    row += 3
    const sums = kinds.map(() => 0)
    classes.forEach((of, index) => {
      sheet.put(row, 0, index + 1)
      const isClass = scribe.class(sheet, row, 1, of)
      kinds.forEach(({ code }, at) => {
        sums[at]! += scribe.minutes(
          sheet,
          row,
          2 + at,
          isClass ? { classes: [of], days: [day], kind: code } : null,
        )
      })
      row += 1
    })
    sheet.put(row, 0, '合计')
    sums.forEach((sum, at) => void sheet.put(row, 2 + at, sum))
    row += 2
  }
  return [sheet]
}

function simpleLog(scribe: Scribe, { classes, days, kinds }: Subject, sheet: Paper, top: number): number {
  sheet.putRow(top, ['日期', '班级', '活动类型', '时长(分钟)', '指导教师', '备注'])
  let row = top + 1
  for (const day of days) {
    for (const of of classes) {
      for (const kind of kinds) {
        const isDay = scribe.day(sheet, row, 0, day)
        const isClass = scribe.class(sheet, row, 1, of)
        sheet.putRow(row, [kind.name, null, '周强'], 2)
        const meant = { classes: [of], days: [day], kind: kind.code, teacher: '周强' }
        scribe.minutes(sheet, row, 3, isDay && isClass ? meant : null)
        row += 1
      }
    }
  }
  return row
}

/** Variant 9: hidden rows and columns count as what they are; hidden sheets of lists and an old month are left out. */
export const hiddenParts: Layout = (scribe, subject) => {
  const sheet = paper('9月')
  banner(sheet, 0, `${subject.school}体育活动台账`, 5)
  const end = simpleLog(scribe, subject, sheet, 1)
  sheet.hiddenRows.push(3, 4, 7)
  sheet.hiddenColumns.push(4)
  sheet.filter = `A2:F${end}`
  sheet.frozen = { rows: 2, columns: 1 }
  sheet.printArea = `A1:F${end}`
  const words = paper('字典', 'veryHidden')
  ;['活动类型', '体育课', '上午大课间'].forEach((text, row) => void words.put(row, 0, text))
  const old = paper('8月', 'hidden')
  old.putRow(0, ['日期', '班级', '活动类型', '时长(分钟)'])
  old.putRow(1, ['2025-09-01', '三（1）班', '体育课', 33])
  scribe.flag(old, 'A1', 'warn', 'activity.hidden-sheet')
  return [sheet, words, old]
}

/** Variant 10: numbers kept as text, comments, coloured cells, lists from a hidden 字典, a password. */
export const decorated: Layout = (scribe, subject) => {
  const sheet = paper('填报')
  const end = simpleLog(scribe, subject, sheet, 0)
  sheet.comments.A1 = '日期写成2025-09-01'
  sheet.comments.D2 = '只填数字，单位分钟'
  sheet.coloured.push('C2', 'C3', 'C4')
  sheet.password = '123456'
  sheet.lists.push({ range: `C2:C${end}`, source: '字典!$A$2:$A$6' })
  const words = paper('字典', 'hidden')
  words.putRow(0, ['活动类型', '班级', '分钟'])
  subject.kinds.forEach(({ name }, index) => void words.putRow(1 + index, [name, '三（1）班', 40]))
  const rules = paper('填表说明')
  rules.put(0, 0, '1.体育课每节40分钟。2.大课间每天不少于30分钟。')
  return [sheet, words, rules]
}

/** Variant 5: a table as from Word, all in one cell of text for each grade. */
export const wordTable: Layout = (scribe, { school, classes, days }) => {
  const sheet = paper()
  banner(sheet, 0, `${school}第3周（9月15日—9月19日）体育活动安排表`, 2)
  sheet.putRow(1, ['班级', '活动安排', '负责人'])
  const [one, two, three] = classes
  sheet.putRow(2, [className(one!), '周一至周五 大课间30分钟', '王芳'])
  scribe.expect({ classes: [one!], days, kind: 'BIG_BREAK_AM' }, 30)
  sheet.putRow(3, [className(two!), '周一、周三体育课40分钟；周二、周四大课间30分钟', '刘洋'])
  scribe.expect({ classes: [two!], days: [days[0]!, days[2]!], kind: 'PE_LESSON' }, 40)
  scribe.expect({ classes: [two!], days: [days[1]!, days[3]!], kind: 'BIG_BREAK_AM' }, 30)
  sheet.putRow(4, [className(three!), '每天大课间活动', '孙丽'])
  scribe.flag(sheet, 'B5', 'ask', 'activity.words-unread')
  sheet.put(5, 0, footer)
  return [sheet]
}

/** One sheet a day, all grades: 全校 and 各年级 in one line each. */
export const wholeSchool: Layout = (scribe, { school, classes, days }) => {
  const sheet = paper('Sheet1')
  banner(sheet, 0, `${school}集体活动登记`, 3)
  sheet.putRow(1, ['日期', '年级', '活动类型', '活动时长(分钟)'])
  days.forEach((day, index) => {
    sheet.put(2 + 2 * index, 0, dateCell(day, 'yyyy/m/d'))
    sheet.putRow(2 + 2 * index, ['全校', '早操', 20], 1)
    scribe.expect({ classes, days: [day], kind: 'MORNING_EXERCISE' }, 20)
    const grade = classes[0]!.grade
    sheet.putRow(3 + 2 * index, [day, gradeName(grade), '上午大课间', '30分钟'])
    scribe.expect(
      { classes: classes.filter(of => of.grade === grade), days: [day], kind: 'BIG_BREAK_AM' },
      30,
    )
  })
  return [sheet]
}
