import type { Day } from '#app/calendar-day.ts'
import { type Book, footer, type Layout } from './book.ts'
import { type Content, sketchSheet } from './sketch-grid.ts'
import { type Class, className, dayName, gradeName, type Kind } from './truth.ts'

function* lines({ truth }: Book): Generator<{ of: Class; day: Day; kind: Kind; index: number }> {
  let index = 0
  for (const day of truth.days) {
    for (const of of truth.classes) for (const kind of truth.kinds) yield { of, day, kind, index: index++ }
  }
}

/** A list with its header on every page, blank lines and a signature line. */
export const pagedList: Layout = book => {
  const { random } = book.truth
  const sheet = sketchSheet()
  const header = ['序号', '日期', '班级', '活动类型', '项目', '时长(分钟)', '参与人数', '指导教师', '备注']
  const putHeader = (row: number) => header.forEach((text, column) => void sheet.put(row, column, text))
  sheet.put(0, 0, '东海县试验小学学生体育活动台账')
  sheet.merge(0, 0, 0, 8)
  putHeader(1)
  let row = 2
  for (const { of, day, kind, index } of lines(book)) {
    if (index > 0 && index % 14 === 0) putHeader(row++)
    if (index > 0 && index % 11 === 0) row += 1
    sheet.put(row, 0, index + 1)
    const isDay = book.day(sheet, row, 1, day)
    const isClass = book.class(sheet, row, 2, of)
    sheet.put(row, 3, random.pick(kind.names).replace(/（.*/, ''))
    sheet.put(row, 4, random.pick(['足球', '篮球', '', '跳绳']))
    book.minutes(sheet, row, 5, { classes: [of], day, kind: kind.kind, isLost: !isDay || !isClass })
    sheet.put(row, 6, random.pick<Content>([45, 44, '43人', '']))
    sheet.put(row, 7, random.pick(['刘洋', '孙丽', '张老师']))
    sheet.put(row, 8, random.pick(['', '', '雨天室内', '代课']))
    row += 1
  }
  sheet.put(row, 0, footer)
  sheet.merge(row, 0, row, 8)
  return [sheet.grid]
}

/** Grade and class said once and 同上 below, with an example line. */
export const dittoList: Layout = book => {
  const { random } = book.truth
  const sheet = sketchSheet()
  sheet.put(0, 0, '学校：东海县试验小学')
  const header = ['序号', '年级', '班级', '日期', '活动类型', '时长(分钟)', '备注']
  header.forEach((text, column) => void sheet.put(1, column, text))
  const example = ['示例', '三年级', '三(1)班', '2025-9-1', '体育课', '40', '示例']
  example.forEach((text, column) => void sheet.put(2, column, text))
  let row = 3
  let above: Class | null = null
  for (const of of book.truth.classes) {
    for (const day of book.truth.days) {
      for (const kind of book.truth.kinds) {
        const ditto = () => random.pick(['同上', '〃'])
        sheet.put(row, 0, row - 2)
        sheet.put(row, 1, above?.grade === of.grade ? ditto() : gradeName(of.grade))
        const isSame = above?.grade === of.grade && above.classNo === of.classNo
        sheet.put(
          row,
          2,
          isSame ? ditto() : random.pick<Content>([`（${of.classNo}）班`, `${of.classNo}班`, of.classNo]),
        )
        const isDay = book.day(sheet, row, 3, day)
        sheet.put(row, 4, kind.names[0]!.replace(/（.*/, ''))
        book.minutes(sheet, row, 5, { classes: [of], day, kind: kind.kind, isLost: !isDay })
        above = of
        row += 1
      }
    }
  }
  sheet.put(row, 0, '备注：')
  sheet.put(row, 1, '雨天改为室内')
  return [sheet.grid]
}

/** Class and date merged over their lines, or, in a CSV, said only on the first of them. */
function groupedList(book: Book, hasMerges: boolean) {
  const { truth } = book
  const sheet = sketchSheet('Sheet1', hasMerges)
  sheet.put(0, 0, '体育活动登记')
  ;['班级', '日期', '活动类型', '活动时长（分钟）', '备注'].forEach(
    (text, column) => void sheet.put(1, column, text),
  )
  let row = 2
  for (const of of truth.classes) {
    sheet.put(row, 0, className(of, truth.random))
    sheet.merge(row, 0, row + truth.days.length * truth.kinds.length - 1, 0)
    for (const day of truth.days) {
      sheet.put(row, 1, dayName(day, truth.random))
      sheet.merge(row, 1, row + truth.kinds.length - 1, 1)
      for (const kind of truth.kinds) {
        sheet.put(row, 2, kind.names[0]!.replace(/（.*/, ''))
        book.minutes(sheet, row, 3, { classes: [of], day, kind: kind.kind })
        row += 1
      }
    }
  }
  return [sheet.grid]
}

export const mergedList: Layout = book => groupedList(book, true)
export const leadingList: Layout = book => groupedList(book, false)

/** The columns of contracts.md, in another order each time. */
export const shuffledLog: Layout = book => {
  const { random } = book.truth
  const order = ['日期', '班级', '活动类型', '学校标识码', '年级', '项目', '时长(分钟)', '指导教师']
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  const sheet = sketchSheet()
  const at = (name: string) => order.indexOf(name)
  order.forEach((text, column) => void sheet.put(0, column, text))
  for (const { of, day, kind, index } of lines(book)) {
    const row = index + 1
    sheet.put(row, at('学校标识码'), '2132900001')
    const isDay = book.day(sheet, row, at('日期'), day)
    sheet.put(row, at('年级'), gradeName(of.grade))
    const isClass = book.class(sheet, row, at('班级'), of)
    sheet.put(row, at('活动类型'), random.pick(kind.names).replace(/（.*/, ''))
    sheet.put(row, at('项目'), random.pick(['', '排球', '田径']))
    book.minutes(sheet, row, at('时长(分钟)'), {
      classes: [of],
      day,
      kind: kind.kind,
      isLost: !isDay || !isClass,
    })
    sheet.put(row, at('指导教师'), '周强')
  }
  return [sheet.grid]
}

/** Times of day instead of minutes. */
export const clockList: Layout = book => {
  const sheet = sketchSheet()
  ;['日期', '班级', '活动类型', '起止时间', '参加人数'].forEach(
    (text, column) => void sheet.put(0, column, text),
  )
  for (const { of, day, kind, index } of lines(book)) {
    const row = index + 1
    sheet.put(row, 0, day)
    sheet.put(row, 1, className(of, book.truth.random))
    sheet.put(row, 2, kind.names[0]!.replace(/（.*/, ''))
    const spelling = (minutes: number) => {
      const end = 9 * 60 + minutes
      return `9:00-${Math.floor(end / 60)}:${String(end % 60).padStart(2, '0')}`
    }
    book.minutes(sheet, row, 3, { classes: [of], day, kind: kind.kind, spelling })
    sheet.put(row, 4, 45)
  }
  return [sheet.grid]
}

/** Hours as the unit, named in the header. */
export const hoursList: Layout = book => {
  const sheet = sketchSheet()
  ;['活动日期', '班级', '类别', '活动时间（小时）'].forEach((text, column) => void sheet.put(0, column, text))
  for (const { of, day, kind, index } of lines(book)) {
    sheet.put(index + 1, 0, day)
    sheet.put(index + 1, 1, className(of, book.truth.random))
    sheet.put(index + 1, 2, kind.names[0]!.replace(/（.*/, ''))
    const spelling = (minutes: number) => (minutes % 30 === 0 ? minutes / 60 : `${minutes}分钟`)
    book.minutes(sheet, index + 1, 3, { classes: [of], day, kind: kind.kind, spelling })
  }
  return [sheet.grid]
}
