import { cellAddress } from '#app/spreadsheet/grid.ts'
import { gradeName } from '../ink/classes.ts'
import { paper } from '../paper.ts'
import { banner, byGrade, footer, type Layout, monthDay, weekdayName } from './layout.ts'

/** The county's form (domain.md 14.1): merged titles, two header rows, merged grades and days, 小计, 合计, signatures. */
export const reportForm: Layout = (scribe, { school, classes, days, kinds, isMiscounted }) => {
  const sheet = paper('9月')
  const sums = 4 + kinds.length
  const last = sums + 4
  banner(sheet, 0, '连云港市中小学“每天一小时”体育活动情况统计表', last)
  banner(sheet, 1, `填报单位（盖章）：${school}`, 4)
  banner(sheet, 1, '填报日期：2025年9月30日', last, 6)
  sheet.putRow(2, ['序号', '日期', '年级', '班级', '活动时间（分钟）'])
  sheet.merge(2, 4, 2, sums)
  kinds.forEach(({ name }, at) => void sheet.put(3, 4 + at, name))
  sheet.put(3, sums, '合计')
  sheet.put(2, sums + 1, '人数')
  sheet.merge(2, sums + 1, 2, sums + 2)
  sheet.putRow(3, ['应到', '实到'], sums + 1)
  sheet.putRow(2, ['是否达标', '备注'], sums + 3)
  for (const column of [0, 1, 2, 3, sums + 3, last]) sheet.merge(2, column, 3, column)
  let row = 4
  const whole = kinds.map(() => 0)
  for (const day of days) {
    const top = row
    const isDay = scribe.day(sheet, row, 1, day)
    for (const { grade, classes: ofGrade } of byGrade(classes)) {
      const part = kinds.map(() => 0)
      const first = row
      sheet.put(row, 2, gradeName(grade))
      for (const of of ofGrade) {
        sheet.put(row, 0, row - 3)
        const isClass = scribe.class(sheet, row, 3, of)
        sheet.putRow(row, [45, null, '是'], sums + 1)
        const participants = scribe.count(sheet, row, sums + 2)
        const note = row % 3 === 0 ? '雨天室内' : null
        sheet.put(row, last, note)
        const isTaken = isDay && isClass && participants !== 'bad'
        let sum = 0
        kinds.forEach((kind, at) => {
          const meant = { classes: [of], days: [day], kind: kind.code, note }
          const minutes = scribe.minutes(sheet, row, 4 + at, isTaken ? { ...meant, participants } : null)
          part[at]! += minutes
          sum += minutes
        })
        const isSlip = isMiscounted === true && row === 4
        sheet.put(row, sums, isSlip ? sum + 10 : sum)
        if (isSlip) scribe.flag(sheet, cellAddress(row, sums), 'warn', 'activity.total-differs')
        row += 1
      }
      sheet.merge(first, 2, row - 1, 2)
      banner(sheet, row, '小计', 3, 2)
      part.forEach((sum, at) => {
        whole[at]! += sum
        const isSlip = isMiscounted === true && at === 1 && first === 4
        const address = sheet.put(row, 4 + at, isSlip ? sum + 5 : sum)
        if (isSlip) scribe.flag(sheet, address, 'warn', 'activity.total-differs')
      })
      row += 1
    }
    sheet.merge(top, 1, row - 1, 1)
  }
  banner(sheet, row, '合  计', 3)
  whole.forEach((sum, at) => void sheet.put(row, 4 + at, sum))
  banner(sheet, row + 1, footer, last)
  banner(sheet, row + 2, '填表说明：1.量化指标只填写数值。2.本表一式两份。3.请勿改动表头。', last)
  return [sheet]
}

/** Variant 1: rows are classes, columns weekdays over kinds, three header rows; the week stands in the title. */
export const weekMatrix: Layout = (scribe, { school, classes, days, kinds }) => {
  const sheet = paper('Sheet1')
  const last = 1 + days.length * kinds.length
  banner(sheet, 0, `${school}第3周（9月15日—9月19日）体育活动统计表`, last)
  sheet.put(1, last, '单位：分钟')
  sheet.putRow(2, ['年级', '班级', '体育活动时间'])
  sheet.merge(2, 2, 2, last)
  sheet.merge(2, 0, 4, 0)
  sheet.merge(2, 1, 4, 1)
  days.forEach((day, at) => {
    const left = 2 + at * kinds.length
    banner(sheet, 3, weekdayName(day), left + kinds.length - 1, left)
    kinds.forEach(({ name }, index) => void sheet.put(4, left + index, name))
  })
  let row = 5
  for (const { grade, classes: ofGrade } of byGrade(classes)) {
    sheet.put(row, 0, gradeName(grade))
    sheet.merge(row, 0, row + ofGrade.length - 1, 0)
    for (const of of ofGrade) {
      const isClass = scribe.class(sheet, row, 1, of)
      days.forEach((day, at) => {
        kinds.forEach(({ code }, index) => {
          const meant = isClass ? { classes: [of], days: [day], kind: code } : null
          scribe.minutes(sheet, row, 2 + at * kinds.length + index, meant)
        })
      })
      row += 1
    }
  }
  banner(sheet, row, footer, last)
  return [sheet, paper('Sheet2'), paper('Sheet3')]
}

/** Dates over kinds in the header, and each line's own sum. */
export const datedMatrix: Layout = (scribe, { school, classes, days, kinds }) => {
  const sheet = paper('Sheet1')
  const last = 2 + days.length * kinds.length
  banner(sheet, 0, `${school}体育活动周报表`, last)
  sheet.putRow(1, ['序号', '班级'])
  sheet.merge(1, 0, 2, 0)
  sheet.merge(1, 1, 2, 1)
  days.forEach((day, at) => {
    const left = 2 + at * kinds.length
    const words = [
      `${monthDay(day)}（${weekdayName(day)}）`,
      monthDay(day),
      `${weekdayName(day)}\n${monthDay(day)}`,
    ]
    banner(sheet, 1, words[at % words.length]!, left + kinds.length - 1, left)
    kinds.forEach(({ name }, index) => void sheet.put(2, left + index, name))
  })
  sheet.put(1, last, '周合计')
  sheet.merge(1, last, 2, last)
  classes.forEach((of, index) => {
    const row = 3 + index
    sheet.put(row, 0, index + 1)
    const isClass = scribe.class(sheet, row, 1, of)
    let sum = 0
    days.forEach((day, at) => {
      kinds.forEach(({ code }, column) => {
        const meant = isClass ? { classes: [of], days: [day], kind: code } : null
        sum += scribe.minutes(sheet, row, 2 + at * kinds.length + column, meant)
      })
    })
    sheet.put(row, last, sum)
  })
  sheet.put(3 + classes.length, 0, '制表：体育组')
  return [sheet]
}

/** Variant 2: rows are dates, columns grades over kinds; a grade stands for each of its classes. */
export const monthByGrade: Layout = (scribe, { school, classes, days, kinds }) => {
  const sheet = paper('9月')
  const grades = byGrade(classes)
  const last = 1 + grades.length * kinds.length
  banner(sheet, 0, `${school}2025年9月体育活动统计表（单位：分钟）`, last)
  sheet.putRow(1, ['日期', '星期'])
  sheet.merge(1, 0, 2, 0)
  sheet.merge(1, 1, 2, 1)
  grades.forEach(({ grade }, at) => {
    const left = 2 + at * kinds.length
    banner(sheet, 1, gradeName(grade), left + kinds.length - 1, left)
    kinds.forEach(({ name }, index) => void sheet.put(2, left + index, name))
  })
  days.forEach((day, index) => {
    const row = 3 + index
    const isDay = scribe.day(sheet, row, 0, day)
    sheet.put(row, 1, weekdayName(day, '星期'))
    grades.forEach(({ classes: ofGrade }, at) => {
      kinds.forEach(({ code }, column) => {
        const meant = isDay ? { classes: ofGrade, days: [day], kind: code } : null
        scribe.minutes(sheet, row, 2 + at * kinds.length + column, meant)
      })
    })
  })
  sheet.put(3 + days.length, 0, '平均')
  return [sheet]
}

/** The same with a column for each class. */
export const monthByClass: Layout = (scribe, { school, classes, days, kinds }) => {
  const sheet = paper('Sheet1')
  const last = classes.length * kinds.length
  banner(sheet, 0, `${school}9月份“每天一小时”统计表`, last)
  sheet.put(1, 0, '日期')
  sheet.merge(1, 0, 2, 0)
  const isClass = classes.map((of, at) => {
    const left = 1 + at * kinds.length
    const isKnown = scribe.class(sheet, 1, left, of)
    sheet.merge(1, left, 1, left + kinds.length - 1)
    kinds.forEach(({ name }, index) => void sheet.put(2, left + index, name))
    return isKnown
  })
  days.forEach((day, index) => {
    const row = 3 + index
    const isDay = scribe.day(sheet, row, 0, day)
    classes.forEach((of, at) => {
      kinds.forEach(({ code }, column) => {
        const meant = isDay && isClass[at] ? { classes: [of], days: [day], kind: code } : null
        scribe.minutes(sheet, row, 1 + at * kinds.length + column, meant)
      })
    })
  })
  sheet.put(3 + days.length, 0, footer)
  return [sheet]
}
