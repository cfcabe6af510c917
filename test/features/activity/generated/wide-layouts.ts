import type { Day } from '#app/calendar-day.ts'
import { type Book, footer, type Layout } from './book.ts'
import { type Content, type SheetSketch, sketchSheet } from './sketch-grid.ts'
import { type Class, className, dayName, gradeName, weekdayName } from './truth.ts'

/** The county's form: two header levels, merged dates and grades, 小计, 合计, 应到, 实到, 是否达标. */
export const countyForm: Layout = book => {
  const { classes, days, kinds } = book.truth
  const sheet = sketchSheet('9月')
  const last = 4 + kinds.length + 4
  sheet.put(0, 0, '东海县中小学“每天一小时”体育活动情况统计表')
  sheet.merge(0, 0, 0, last)
  sheet.put(1, 0, '填报单位（盖章）：东海县试验小学')
  sheet.put(1, 6, '填报日期：2025年9月30日')
  ;['序号', '日期', '年级', '班级'].forEach((text, column) => {
    sheet.put(2, column, text)
    sheet.merge(2, column, 3, column)
  })
  sheet.put(2, 4, '活动时间（分钟）')
  sheet.merge(2, 4, 2, 4 + kinds.length)
  kinds.forEach((kind, index) => void sheet.put(3, 4 + index, kind.names[0]!.replace(/（.*/, '')))
  sheet.put(3, 4 + kinds.length, '合计')
  ;['应到', '实到', '是否达标', '备注'].forEach((text, index) => {
    sheet.put(2, 5 + kinds.length + index, text)
    sheet.merge(2, 5 + kinds.length + index, 3, 5 + kinds.length + index)
  })
  let row = 4
  const sums = kinds.map(() => 0)
  for (const day of days) {
    const top = row
    const parts = kinds.map(() => 0)
    for (const of of classes) {
      sheet.put(row, 0, row - 3)
      if (row === top) sheet.put(row, 1, dayName(day, book.truth.random))
      if (row === top || of.classNo === 1) {
        sheet.put(row, 2, gradeName(of.grade))
        sheet.merge(row, 2, row + classes.filter(other => other.grade === of.grade).length - 1, 2)
      }
      const isClass = book.class(sheet, row, 3, of)
      let sum = 0
      kinds.forEach((kind, index) => {
        const minutes = book.minutes(sheet, row, 4 + index, {
          classes: [of],
          day,
          kind: kind.kind,
          isLost: !isClass,
        })
        sum += minutes
        parts[index]! += minutes
      })
      ;[sum, 45, 44, sum >= 60 ? '是' : '否'].forEach(
        (value, index) => void sheet.put(row, 4 + kinds.length + index, value),
      )
      row += 1
    }
    sheet.merge(top, 1, row - 1, 1)
    sheet.put(row, 3, '小计')
    parts.forEach((part, index) => {
      sheet.put(row, 4 + index, part)
      sums[index]! += part
    })
    row += 1
  }
  sheet.put(row, 0, '合计')
  sheet.merge(row, 0, row, 3)
  sums.forEach((sum, index) => void sheet.put(row, 4 + index, sum))
  sheet.put(row + 1, 0, footer)
  sheet.merge(row + 1, 0, row + 1, last)
  sheet.put(row + 2, 0, '填表说明：1.量化指标只填写数值。2.大课间每天30分钟。')
  return [sheet.grid]
}

/** Rows are days, columns classes × kinds; a CSV has no merges. */
function monthOf(book: Book, hasMerges: boolean) {
  const { classes, days, kinds, random } = book.truth
  const sheet = sketchSheet('Sheet1', hasMerges)
  sheet.put(0, 0, '东海县试验小学2025年9月体育活动统计表（单位：分钟）')
  sheet.put(1, 0, '日期')
  sheet.put(1, 1, '星期')
  sheet.merge(1, 0, 2, 0)
  sheet.merge(1, 1, 2, 1)
  const isOpen = classes.map((of, index) => {
    const left = 2 + index * kinds.length
    sheet.merge(1, left, 1, left + kinds.length - 1)
    return book.class(sheet, 1, left, of)
  })
  classes.forEach(
    (_, index) =>
      void kinds.forEach(
        (kind, at) => void sheet.put(2, 2 + index * kinds.length + at, kind.names[0]!.replace(/（.*/, '')),
      ),
  )
  days.forEach((day, index) => {
    const row = 3 + index
    const isDay = book.day(sheet, row, 0, day)
    sheet.put(row, 1, weekdayName(day))
    classes.forEach(
      (of, at) =>
        void kinds.forEach(
          (kind, offset) =>
            void book.minutes(sheet, row, 2 + at * kinds.length + offset, {
              classes: [of],
              day,
              kind: kind.kind,
              isLost: !isDay || !isOpen[at],
            }),
        ),
    )
  })
  sheet.put(3 + days.length, 0, random.pick(['备注：雨天室内', footer]))
  return [sheet.grid]
}

export const monthByClass: Layout = book => monthOf(book, true)
export const monthByClassInCsv: Layout = book => monthOf(book, false)

/** Rows are days, columns whole grades × kinds. */
export const monthByGrade: Layout = book => {
  const { classes, days, kinds } = book.truth
  const grades = [...new Set(classes.map(({ grade }) => grade))]
  const sheet = sketchSheet('9月')
  sheet.put(0, 0, '东海县试验小学9月份体育活动时间统计')
  sheet.merge(0, 0, 0, 1 + grades.length * kinds.length)
  sheet.put(1, 0, '日期')
  sheet.merge(1, 0, 2, 0)
  grades.forEach((grade, index) => {
    sheet.put(1, 1 + index * kinds.length, gradeName(grade))
    sheet.merge(1, 1 + index * kinds.length, 1, (index + 1) * kinds.length)
    kinds.forEach(
      (kind, at) => void sheet.put(2, 1 + index * kinds.length + at, kind.names[0]!.replace(/（.*/, '')),
    )
  })
  days.forEach((day, index) => {
    sheet.put(3 + index, 0, `${Number(day.slice(8))}日`)
    grades.forEach(
      (grade, at) =>
        void kinds.forEach(
          (kind, offset) =>
            void book.minutes(sheet, 3 + index, 1 + at * kinds.length + offset, {
              classes: classes.filter(of => of.grade === grade),
              day,
              kind: kind.kind,
            }),
        ),
    )
  })
  return [sheet.grid]
}

interface WeekWords {
  name: string
  title: string
  dayHeader: (day: Day) => Content
}

function weekMatrix(book: Book, days: Day[], words: WeekWords, levels: 2 | 3): SheetSketch {
  const { classes, kinds } = book.truth
  const sheet = sketchSheet(words.name)
  const last = 1 + days.length * kinds.length
  sheet.put(0, 0, words.title)
  sheet.merge(0, 0, 0, last)
  sheet.put(1, 0, '填报单位：东海县试验小学')
  sheet.put(1, 4, '单位：分钟')
  const top = 2
  const bottom = top + levels - 1
  ;['年级', '班级'].forEach((text, column) => {
    sheet.put(top, column, text)
    sheet.merge(top, column, bottom, column)
  })
  if (levels === 3) sheet.put(top, 2, '体育活动时间')
  if (levels === 3) sheet.merge(top, 2, top, last)
  days.forEach((day, index) => {
    const left = 2 + index * kinds.length
    sheet.put(bottom - 1, left, words.dayHeader(day))
    sheet.merge(bottom - 1, left, bottom - 1, left + kinds.length - 1)
    kinds.forEach((kind, at) => void sheet.put(bottom, left + at, kind.names[0]!.replace(/（.*/, '')))
  })
  let row = bottom + 1
  for (const grade of new Set(classes.map(of => of.grade))) {
    const begun = row
    sheet.put(row, 0, gradeName(grade))
    for (const of of classes.filter(one => one.grade === grade)) {
      const isClass = book.class(sheet, row, 1, of)
      days.forEach(
        (day, index) =>
          void kinds.forEach(
            (kind, at) =>
              void book.minutes(sheet, row, 2 + index * kinds.length + at, {
                classes: [of],
                day,
                kind: kind.kind,
                isLost: !isClass,
              }),
          ),
      )
      row += 1
    }
    sheet.merge(begun, 0, row - 1, 0)
  }
  sheet.put(row, 0, footer)
  sheet.merge(row, 0, row, last)
  return sheet
}

function weekOf(day: Day): number {
  return day < '2025-09-15' ? 2 : day < '2025-09-22' ? 3 : 4
}

export const numberedWeek: Layout = book => {
  const first = book.truth.days[0]!
  const days = book.truth.days.filter(day => weekOf(day) === weekOf(first))
  const title = `东海县试验小学2025-2026学年第一学期第${weekOf(first)}周体育活动统计表`
  return [weekMatrix(book, days, { name: 'Sheet1', title, dayHeader: weekdayName }, 3).grid]
}

export const weekInSheetName: Layout = book =>
  [2, 3, 4].flatMap(week => {
    const days = book.truth.days.filter(day => weekOf(day) === week)
    if (days.length === 0) return []
    const name = `第${'零一二三四'[week]}周`
    return [weekMatrix(book, days, { name, title: '体育活动周报表', dayHeader: weekdayName }, 2).grid]
  })

export const datedWeek: Layout = book =>
  [2, 3, 4].flatMap(week => {
    const days = book.truth.days.filter(day => weekOf(day) === week)
    if (days.length === 0) return []
    const dayHeader = (day: Day) =>
      `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（${weekdayName(day)}）`
    return [weekMatrix(book, days, { name: `第${week}周`, title: '体育活动周报表', dayHeader }, 2).grid]
  })

/** A table for each class, on a sheet of its own or one below the other. */
function classTable(book: Book, sheet: SheetSketch, of: Class, top: number): number {
  const { days, kinds } = book.truth
  sheet.put(top, 0, `班级：${className(of, book.truth.random)}`)
  sheet.merge(top, 0, top, 2)
  ;['日期', '星期', ...kinds.map(kind => kind.names[0]!), '备注'].forEach(
    (text, column) => void sheet.put(top + 1, column, text),
  )
  days.forEach((day, index) => {
    const row = top + 2 + index
    const isDay = book.day(sheet, row, 0, day)
    sheet.put(row, 1, `星期${weekdayName(day).slice(1)}`)
    kinds.forEach(
      (kind, at) =>
        void book.minutes(sheet, row, 2 + at, { classes: [of], day, kind: kind.kind, isLost: !isDay }),
    )
  })
  sheet.put(top + 2 + days.length, 0, '班主任签字：')
  return top + 3 + days.length
}

export const sheetPerClass: Layout = book =>
  book.truth.classes.map(of => {
    const sheet = sketchSheet(`${gradeName(of.grade).slice(0, 1)}(${of.classNo})班`)
    sheet.put(0, 0, '班级体育活动记录')
    sheet.merge(0, 0, 0, 5)
    classTable(book, sheet, of, 1)
    return sheet.grid
  })

export const stackedTables: Layout = book => {
  const sheet = sketchSheet()
  sheet.put(0, 0, '各班体育活动记录（2025年9月）')
  let top = 2
  for (const of of book.truth.classes) top = classTable(book, sheet, of, top) + 1
  return [sheet.grid]
}

export const sideBySide: Layout = book => {
  const { classes, days, kinds, random } = book.truth
  const sheet = sketchSheet()
  sheet.put(0, 0, '东海县试验小学体育活动记录（三、四年级）')
  sheet.merge(0, 0, 0, 8)
  const half = Math.ceil(classes.length / 2)
  const gap = random.below(2)
  ;[classes.slice(0, half), classes.slice(half)].forEach((group, block) => {
    const left = block * (2 + kinds.length + gap)
    ;['日期', '班级', ...kinds.map(kind => kind.names[0]!)].forEach(
      (text, column) => void sheet.put(1, left + column, text),
    )
    let row = 2
    for (const day of days) {
      for (const of of group) {
        const isDay = book.day(sheet, row, left, day)
        const isClass = book.class(sheet, row, left + 1, of)
        kinds.forEach(
          (kind, at) =>
            void book.minutes(sheet, row, left + 2 + at, {
              classes: [of],
              day,
              kind: kind.kind,
              isLost: !isDay || !isClass,
            }),
        )
        row += 1
      }
    }
  })
  return [sheet.grid]
}
