import type { Layout } from './book.ts'
import { type Content, sketchSheet } from './sketch-grid.ts'
import { className, gradeName, weekdayName } from './truth.ts'

const plain = (name: string) => name.replace(/（.*/, '')

/** Activities down the side, classes across: 日期 | 活动类型 | 三(1)班 | 三(2)班. */
export const kindsDown: Layout = book => {
  const { classes, days, kinds } = book.truth
  const sheet = sketchSheet()
  sheet.put(0, 0, '日期')
  sheet.put(0, 1, '活动类型')
  const isOpen = classes.map((of, index) => book.class(sheet, 0, 2 + index, of))
  let row = 1
  for (const day of days) {
    const top = row
    sheet.put(row, 0, day)
    for (const kind of kinds) {
      sheet.put(row, 1, plain(kind.names[0]!))
      classes.forEach(
        (of, index) =>
          void book.minutes(sheet, row, 2 + index, {
            classes: [of],
            day,
            kind: kind.kind,
            isLost: !isOpen[index],
          }),
      )
      row += 1
    }
    sheet.merge(top, 0, row - 1, 0)
  }
  return [sheet.grid]
}

/** Weekdays down the side of a class's own sheet, the week in the title. */
export const weekdaysDown: Layout = book => {
  const { classes, kinds } = book.truth
  const days = book.truth.days.slice(0, 5).filter(day => day < '2025-09-15')
  return classes.map(of => {
    const sheet = sketchSheet(className(of, { ...book.truth.random, pick: values => values[0]! }))
    sheet.put(0, 0, '第2周（9月8日—9月12日）体育活动表')
    sheet.merge(0, 0, 0, 3)
    sheet.put(1, 0, '星期')
    kinds.forEach((kind, at) => void sheet.put(1, 1 + at, plain(kind.names[0]!)))
    days.forEach((day, index) => {
      sheet.put(2 + index, 0, `星期${weekdayName(day).slice(1)}`)
      kinds.forEach(
        (kind, at) => void book.minutes(sheet, 2 + index, 1 + at, { classes: [of], day, kind: kind.kind }),
      )
    })
    return sheet.grid
  })
}

/** One line a week: 周次 | 周一 … 周五, one sheet an activity and class in its title. */
export const weeksDown: Layout = book => {
  const { classes, days, kinds } = book.truth
  const weeks = ['2025-09-08', '2025-09-15', '2025-09-22']
  const of = classes[0]!
  return kinds.map(kind => {
    const sheet = sketchSheet(plain(kind.names[0]!))
    sheet.put(
      0,
      0,
      `班级：${gradeName(of.grade).slice(0, 1)}（${of.classNo}）班    活动类型：${plain(kind.names[0]!)}`,
    )
    sheet.merge(0, 0, 0, 5)
    ;['周次', '周一', '周二', '周三', '周四', '周五'].forEach(
      (text, column) => void sheet.put(1, column, text),
    )
    weeks.forEach((monday, index) => {
      sheet.put(2 + index, 0, `第${index + 2}周`)
      days
        .filter(day => day >= monday && day < (weeks[index + 1] ?? '2025-10-01'))
        .forEach(
          day =>
            void book.minutes(sheet, 2 + index, '一二三四五'.indexOf(weekdayName(day).slice(1)) + 1, {
              classes: [of],
              day,
              kind: kind.kind,
            }),
        )
    })
    return sheet.grid
  })
}

/** 时间 and 人数 below each activity. */
export const pairedColumns: Layout = book => {
  const { classes, days, kinds } = book.truth
  const sheet = sketchSheet()
  ;['日期', '班级'].forEach((text, column) => {
    sheet.put(0, column, text)
    sheet.merge(0, column, 1, column)
  })
  kinds.forEach((kind, at) => {
    sheet.put(0, 2 + at * 2, plain(kind.names[0]!))
    sheet.merge(0, 2 + at * 2, 0, 3 + at * 2)
    sheet.put(1, 2 + at * 2, '时间（分钟）')
    sheet.put(1, 3 + at * 2, '人数')
  })
  let row = 2
  for (const day of days) {
    for (const of of classes) {
      const isDay = book.day(sheet, row, 0, day)
      const isClass = book.class(sheet, row, 1, of)
      kinds.forEach((kind, at) => {
        const isLost = !isDay || !isClass
        book.minutes(sheet, row, 2 + at * 2, { classes: [of], day, kind: kind.kind, isLost })
        sheet.put(row, 3 + at * 2, 44)
      })
      row += 1
    }
  }
  return [sheet.grid]
}

/** Blank columns and blank lines between. */
export const spaced: Layout = book => {
  const { classes, days, kinds } = book.truth
  const sheet = sketchSheet()
  sheet.put(1, 1, '东海县试验小学体育活动')
  sheet.put(3, 1, '日期')
  sheet.put(3, 3, '班级')
  kinds.forEach((kind, at) => void sheet.put(3, 5 + at * 2, kind.names[0]!))
  let row = 5
  for (const day of days) {
    for (const of of classes) {
      const isDay = book.day(sheet, row, 1, day)
      const isClass = book.class(sheet, row, 3, of)
      kinds.forEach(
        (kind, at) =>
          void book.minutes(sheet, row, 5 + at * 2, {
            classes: [of],
            day,
            kind: kind.kind,
            isLost: !isDay || !isClass,
          }),
      )
      row += 1
    }
    row += 1
  }
  return [sheet.grid]
}

/** Words in one cell: '周一至周五 大课间30分钟；周二 体育课40分钟'. */
export const toldInWords: Layout = book => {
  const { classes } = book.truth
  const week = ['2025-09-08', '2025-09-09', '2025-09-10', '2025-09-11', '2025-09-12']
  const sheet = sketchSheet()
  sheet.put(0, 0, '东海县试验小学第2周体育活动安排')
  ;['年级', '活动安排'].forEach((text, column) => void sheet.put(1, column, text))
  ;[...new Set(classes.map(of => of.grade))].forEach((grade, index) => {
    sheet.put(2 + index, 0, gradeName(grade))
    sheet.put(2 + index, 1, '周一至周五 大课间30分钟；周二、周四 体育课40分钟')
    for (const { classNo } of classes.filter(of => of.grade === grade)) {
      for (const day of week) book.expected.add(`G${grade}#${classNo} ${day} BIG_BREAK_AM 30`)
      for (const day of [week[1], week[3]]) book.expected.add(`G${grade}#${classNo} ${day} PE_LESSON 40`)
    }
  })
  return [sheet.grid]
}

/** A sheet a day, named after it; the classes of a grade by number alone. */
export const sheetPerDay: Layout = book => {
  const { classes, days, kinds } = book.truth
  return days.map(day => {
    const sheet = sketchSheet(`${Number(day.slice(5, 7))}.${Number(day.slice(8))}`)
    sheet.put(0, 0, '体育活动日报表')
    sheet.merge(0, 0, 0, 3)
    sheet.put(1, 0, '学校：东海县试验小学')
    ;['年级', '班级', ...kinds.map(kind => kind.names[0]!)].forEach(
      (text, column) => void sheet.put(2, column, text),
    )
    classes.forEach((of, index) => {
      sheet.put(3 + index, 0, gradeName(of.grade))
      sheet.put(
        3 + index,
        1,
        book.truth.random.pick<Content>([of.classNo, `${of.classNo}班`, `(${of.classNo})`]),
      )
      kinds.forEach(
        (kind, at) => void book.minutes(sheet, 3 + index, 2 + at, { classes: [of], day, kind: kind.kind }),
      )
    })
    return sheet.grid
  })
}

/** 上午 and 下午 above 大课间, numbers of classes below their grade. */
export const halfDays: Layout = book => {
  const { classes, days } = book.truth
  const sheet = sketchSheet()
  sheet.put(0, 0, '日期')
  sheet.put(0, 1, '班级')
  sheet.put(0, 2, '上午')
  sheet.put(0, 4, '下午')
  sheet.merge(0, 0, 1, 0)
  sheet.merge(0, 1, 1, 1)
  sheet.merge(0, 2, 0, 3)
  sheet.merge(0, 4, 0, 5)
  ;['早操', '大课间', '大课间', '课后服务'].forEach((text, column) => void sheet.put(1, 2 + column, text))
  const kinds = ['MORNING_EXERCISE', 'BIG_BREAK_AM', 'BIG_BREAK_PM', 'AFTER_SCHOOL_SPORT']
  let row = 2
  for (const day of days) {
    for (const of of classes) {
      const isDay = book.day(sheet, row, 0, day)
      sheet.put(row, 1, className(of, book.truth.random))
      kinds.forEach(
        (kind, at) => void book.minutes(sheet, row, 2 + at, { classes: [of], day, kind, isLost: !isDay }),
      )
      row += 1
    }
  }
  return [sheet.grid]
}

/** 1, 2, 3 below 三年级, days down the side, one activity in the title. */
export const numberedClasses: Layout = book => {
  const { classes, days } = book.truth
  const sheet = sketchSheet()
  sheet.put(0, 0, '东海县试验小学2025年9月大课间活动时间统计表')
  sheet.merge(0, 0, 0, classes.length)
  sheet.put(1, 0, '日期')
  sheet.merge(1, 0, 2, 0)
  let column = 1
  for (const grade of new Set(classes.map(of => of.grade))) {
    const group = classes.filter(of => of.grade === grade)
    sheet.put(1, column, gradeName(grade))
    sheet.merge(1, column, 1, column + group.length - 1)
    for (const of of group) {
      sheet.put(2, column, of.classNo)
      days.forEach((day, index) => {
        sheet.put(3 + index, 0, Number(day.slice(8)))
        book.minutes(sheet, 3 + index, column, { classes: [of], day, kind: 'BIG_BREAK_AM' })
      })
      column += 1
    }
  }
  return [sheet.grid]
}
