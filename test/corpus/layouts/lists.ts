import { className, gradeName } from '../ink/classes.ts'
import { clock, type Paper, paper, timeCell } from '../paper.ts'
import { banner, byGrade, footer, type Layout, type Subject } from './layout.ts'

function* linesOf({ days, classes, kinds }: Subject) {
  let index = 0
  for (const day of days)
    for (const of of classes) for (const kind of kinds) yield { day, of, kind, index: index++ }
}

const teachers = ['刘洋', '孙丽', '张老师']
const sports = [
  { written: '足球', code: 'football' },
  { written: '篮球', code: 'basketball' },
  { written: null, code: null },
  { written: '跳绳', code: 'rope_skipping' },
  { written: '/', code: null },
]

/** The log of contracts.md with its columns in another order. */
export const shuffledLog: Layout = (scribe, subject) => {
  const sheet = paper()
  sheet.putRow(0, [
    '备注',
    '活动类型*',
    '班级*',
    '时长(分钟)*',
    '学校标识码',
    '项目',
    '日期*',
    '参与人数',
    '年级',
    '指导教师',
  ])
  for (const { day, of, kind, index } of linesOf(subject)) {
    const row = index + 1
    const sport = sports[index % sports.length]!
    const note = index % 4 === 1 ? '代课' : null
    const teacher = teachers[index % 3]!
    sheet.put(row, 4, '2132900001')
    sheet.putRow(row, [note], 0)
    sheet.putRow(row, [sport.written], 5)
    sheet.put(row, 8, gradeName(of.grade))
    sheet.put(row, 9, teacher)
    const isKind = scribe.kind(sheet, row, 1, kind)
    const isClass = scribe.class(sheet, row, 2, of)
    const isDay = scribe.day(sheet, row, 6, day)
    const participants = scribe.count(sheet, row, 7)
    const isTaken = isKind && isClass && isDay && participants !== 'bad'
    const meant = { classes: [of], days: [day], kind: kind.code, sport: sport.code, teacher, note }
    scribe.minutes(sheet, row, 3, isTaken ? { ...meant, participants } : null)
  }
  return [sheet]
}

/** Variant 8: the header on every printed page, blank rows and columns between, a running sum of each page. */
export const pagedList: Layout = (scribe, subject) => {
  const sheet = paper('台账')
  const header = ['序号', '日期', null, '班级', '活动类型', null, '时长（分钟）', '备注']
  banner(sheet, 0, `${subject.school}学生体育活动台账`, 7)
  sheet.putRow(2, header)
  let row = 3
  let page = 0
  for (const { day, of, kind, index } of linesOf(subject)) {
    if (index > 0 && index % 12 === 0) {
      sheet.putRow(row, ['本页小计'])
      sheet.put(row, 6, page)
      banner(sheet, row + 2, `${subject.school}学生体育活动台账（续）`, 7)
      sheet.putRow(row + 3, header)
      row += 4
      page = 0
    } else if (index > 0 && index % 5 === 0) row += 1
    sheet.put(row, 0, index + 1)
    const isDay = scribe.day(sheet, row, 1, day)
    const isClass = scribe.class(sheet, row, 3, of)
    sheet.put(row, 4, kind.name)
    const note = index % 6 === 2 ? '雨天室内' : null
    sheet.putRow(row, [note], 7)
    const meant = { classes: [of], days: [day], kind: kind.code, note }
    page += scribe.minutes(sheet, row, 6, isDay && isClass ? meant : null)
    row += 1
  }
  sheet.put(row + 1, 0, footer)
  return [sheet]
}

/** 同上 and 〃 below grade, class and date, an example line above. */
export const dittoList: Layout = (scribe, { school, classes, days, kinds }) => {
  const sheet = paper()
  sheet.put(0, 0, `学校：${school}`)
  sheet.putRow(1, ['序号', '年级', '班级', '日期', '活动类型', '时长(分钟)', '备注'])
  sheet.putRow(2, ['示例', '三年级', '三（1）班', '2025-9-1', '体育课', '40', '示例'])
  const marks = ['同上', '〃', '"', '同上']
  let row = 3
  for (const { grade, classes: ofGrade } of byGrade(classes)) {
    ofGrade.forEach((of, at) => {
      let isClass = true
      days.forEach((day, dayAt) => {
        let isDay = true
        kinds.forEach((kind, kindAt) => {
          const mark = marks[row % marks.length]!
          sheet.put(row, 0, row - 2)
          sheet.put(row, 1, at + dayAt + kindAt === 0 ? gradeName(grade) : mark)
          if (dayAt + kindAt === 0) isClass = scribe.class(sheet, row, 2, of)
          else sheet.put(row, 2, mark)
          if (kindAt === 0) isDay = scribe.day(sheet, row, 3, day)
          else sheet.put(row, 3, mark)
          sheet.put(row, 4, kind.name)
          const meant = isClass && isDay ? { classes: [of], days: [day], kind: kind.code } : null
          scribe.minutes(sheet, row, 5, meant)
          row += 1
        })
      })
    })
  }
  sheet.putRow(row, ['备注：', '雨天改为室内'])
  return [sheet]
}

/** Class and date merged over their lines; where cells cannot be merged, written on the first of them only. */
export const groupedList: Layout = (scribe, { school, classes, days, kinds }) => {
  const sheet = paper()
  banner(sheet, 0, `${school}体育活动登记`, 4)
  sheet.putRow(1, ['班级', '日期', '活动类型', '活动时长（分钟）', '备注'])
  let row = 2
  for (const of of classes) {
    const isClass = scribe.class(sheet, row, 0, of)
    sheet.merge(row, 0, row + days.length * kinds.length - 1, 0)
    for (const day of days) {
      const isDay = scribe.day(sheet, row, 1, day)
      sheet.merge(row, 1, row + kinds.length - 1, 1)
      for (const kind of kinds) {
        sheet.put(row, 2, kind.name)
        const meant = isClass && isDay ? { classes: [of], days: [day], kind: kind.code } : null
        scribe.minutes(sheet, row, 3, meant)
        row += 1
      }
    }
  }
  return [sheet]
}

/** Variant 6: the unit stands above the header, and it is the hour. */
export const hourList: Layout = (scribe, subject) => {
  const sheet = paper()
  banner(sheet, 0, `${subject.school}体育锻炼统计`, 4)
  sheet.put(1, 4, '单位：小时、人')
  sheet.putRow(2, ['日期', '班级', '类别', '活动时间', '参加人数'])
  const hours = [0.5, 1, 1.5, 2]
  for (const { day, of, kind, index } of linesOf(subject)) {
    const row = 3 + index
    const isDay = scribe.day(sheet, row, 0, day)
    const isClass = scribe.class(sheet, row, 1, of)
    sheet.put(row, 2, kind.name)
    const written = hours[index % hours.length]!
    sheet.put(row, 3, written)
    sheet.put(row, 4, 44)
    const meant = { classes: [of], days: [day], kind: kind.code, participants: 44 }
    if (isDay && isClass) scribe.expect(meant, written * 60)
  }
  return [sheet]
}

/** When it began and ended instead of how long it took. */
export const clockList: Layout = (scribe, subject) => {
  const sheet = paper()
  sheet.putRow(0, ['日期', '班级', '活动类型', '开始时间', '结束时间', '项目', '指导教师'])
  for (const { day, of, kind, index } of linesOf(subject)) {
    const row = index + 1
    const from = 8 * 60 + 25 * (index % 12)
    const minutes = [30, 40, 45][index % 3]!
    const isDay = scribe.day(sheet, row, 0, day)
    const isClass = scribe.class(sheet, row, 1, of)
    sheet.put(row, 2, kind.name)
    putClock(sheet, row, 3, from, index)
    putClock(sheet, row, 4, from + minutes, index)
    const sport = sports[index % sports.length]!
    sheet.putRow(row, [sport.written, teachers[index % 3]!], 5)
    if (!isDay || !isClass) continue
    const startsAt = clock(from).padStart(5, '0')
    scribe.expect(
      {
        classes: [of],
        days: [day],
        kind: kind.code,
        startsAt,
        sport: sport.code,
        teacher: teachers[index % 3]!,
      },
      minutes,
    )
  }
  return [sheet]
}

function putClock(sheet: Paper, row: number, column: number, at: number, index: number): void {
  const half = at < 720 ? '上午' : '下午'
  const hour = Math.floor(at / 60)
  const minute = String(at % 60).padStart(2, '0')
  const spellings = [
    clock(at),
    `${hour}：${minute}`,
    `${hour}点${minute}分`,
    timeCell(at),
    `${half}${hour > 12 ? hour - 12 : hour}:${minute}`,
  ]
  sheet.put(row, column, spellings[index % spellings.length]!)
}

/** A day to 5 days in one cell: '9.1-9.5', '9月1、2、3日'; a class cell that means several classes. */
export const spanList: Layout = (scribe, { classes, days }) => {
  const sheet = paper()
  sheet.putRow(0, ['日期', '班级', '活动类型', '时长(分钟)'])
  const [first, second] = classes
  const month = Number(days[0]!.slice(5, 7))
  const date = (at: number) => Number(days[at]!.slice(8))
  const last = days.length - 1
  const lines: [string, number, number, string, typeof classes][] = [
    [`${month}.${date(0)}-${month}.${date(last)}`, 0, last, className(first!), [first!]],
    [`2025.${month}.${date(0)}至${month}.${date(last)}`, 0, last, className(second!), [second!]],
  ]
  lines.forEach(([written, from, to, name, of], at) => {
    sheet.putRow(1 + at, [written, name, '体育课', 40])
    scribe.expect({ classes: of, days: days.slice(from, to + 1), kind: 'PE_LESSON' }, 40)
  })
  const several = `${month}.${date(0)}、${month}.${date(1)}、${month}.${date(2)}`
  sheet.putRow(3, [several, `${className(first!).replace('班', '')}、（2）班`, '大课间', 30])
  scribe.expect({ classes: [first!, second!], days: days.slice(0, 3), kind: 'BIG_BREAK_AM' }, 30)
  const grade = classes.filter(of => of.grade === first!.grade)
  sheet.putRow(4, [days[0]!, `${gradeName(first!.grade)}各班`, '早操', 20])
  scribe.expect({ classes: grade, days: [days[0]!], kind: 'MORNING_EXERCISE' }, 20)
  return [sheet]
}
