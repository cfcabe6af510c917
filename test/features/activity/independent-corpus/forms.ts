import { gradeName, headerDay, type SchoolClass, weekdayName } from './diary.ts'
import { footer, type Layout, putRow, school, sumOf } from './layout.ts'
import { page } from './pages.ts'

/** The county's form: merged dates and grades, 小计 and 合计, counts of pupils, a hidden dictionary. */
export const countyForm: Layout = ({ classes, days, kinds, fact }, clerk) => {
  const sheet = page('9月')
  const after = 4 + kinds.length
  putRow(sheet, 0, ['东海县中小学“每天一小时”体育活动情况统计表'])
  putRow(sheet, 1, [`填报单位（盖章）：${school}`, null, null, null, null, null, '填报日期：2025年9月30日'])
  putRow(sheet, 2, ['序号', '日期', '年级', '班级', '活动时间（分钟）'])
  sheet.merge(2, 4, 2, after)
  ;[0, 1, 2, 3, after + 1, after + 2, after + 3, after + 4].forEach(
    column => void sheet.merge(2, column, 3, column),
  )
  kinds.forEach(({ name }, index) => void sheet.put(3, 4 + index, name))
  sheet.put(3, after, '合计')
  ;['应到', '实到', '是否达标', '备注'].forEach((text, index) => void sheet.put(2, after + 1 + index, text))
  let row = 4
  for (const day of days) {
    const top = row
    const isDay = clerk.day(sheet, row, 1, day)
    for (const of of classes) {
      sheet.put(row, 0, row - 3)
      if (of.no === 1) {
        const size = classes.filter(({ grade }) => grade === of.grade).length
        sheet.put(row, 2, gradeName(of.grade))
        sheet.merge(row, 2, row + size - 1, 2)
      }
      const isLost = !clerk.class(sheet, row, 3, of) || !isDay
      const facts = kinds.map(kind => fact(of, day, kind))
      facts.forEach((one, index) => void clerk.minutes(sheet, row, 4 + index, one, isLost))
      ;[sumOf(facts), 45, 44, '是', row % 4 === 0 ? '雨天室内' : null].forEach(
        (content, index) => void sheet.put(row, after + index, content),
      )
      row += 1
    }
    sheet.merge(top, 1, row - 1, 1)
    sheet.put(row, 3, '小计')
    kinds.forEach(
      (kind, index) => void sheet.put(row, 4 + index, sumOf(classes.map(of => fact(of, day, kind)))),
    )
    row += 1
  }
  sheet.put(row, 0, '合  计')
  sheet.merge(row, 0, row, 3)
  sheet.put(row + 1, 0, footer)
  sheet.put(row + 2, 0, '填表说明：1.量化指标只填写数值。2.大课间每天不少于30分钟。3.请勿改动表头。')
  const words = page('字典', true)
  putRow(words, 0, ['活动类型', '班级'])
  putRow(words, 1, ['体育课', '三(1)班'])
  return [sheet, words]
}

/** Weekdays over kinds, the week in the title. */
export const weekMatrix: Layout = (diary, clerk) => {
  const { classes, days, kinds, fact } = diary
  const week = days[0] === '2025-09-01' ? '第1周' : days[0] === '2025-09-08' ? '第二周' : '第4周'
  const sheet = page('Sheet1')
  putRow(sheet, 0, [`${school}2025-2026学年第一学期${week}体育活动统计表`])
  putRow(sheet, 1, [`填报单位：${school}`, null, null, null, '单位：分钟'])
  putRow(sheet, 2, ['年级', '班级', '体育活动时间'])
  sheet.merge(2, 2, 2, 1 + days.length * kinds.length)
  sheet.merge(2, 0, 4, 0)
  sheet.merge(2, 1, 4, 1)
  days.forEach((day, at) => {
    const left = 2 + at * kinds.length
    sheet.put(3, left, weekdayName(day))
    sheet.merge(3, left, 3, left + kinds.length - 1)
    kinds.forEach(({ name }, index) => void sheet.put(4, left + index, name))
  })
  let row = 5
  for (const of of classes) {
    if (of.no === 1) {
      sheet.put(row, 0, gradeName(of.grade))
      sheet.merge(row, 0, row + classes.filter(({ grade }) => grade === of.grade).length - 1, 0)
    }
    const isLost = !clerk.class(sheet, row, 1, of)
    days.forEach((day, at) => {
      kinds.forEach(
        (kind, index) =>
          void clerk.minutes(sheet, row, 2 + at * kinds.length + index, fact(of, day, kind), isLost),
      )
    })
    row += 1
  }
  sheet.put(row, 0, '合计')
  sheet.merge(row, 0, row, 1)
  sheet.put(row + 1, 0, footer)
  return [sheet, page('Sheet2'), page('Sheet3')]
}

/** Dates over kinds, in whichever wording, with a total for each class. */
export const datedMatrix: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page(random.pick(['9月', 'Sheet1']))
  putRow(sheet, 0, [`${school}体育活动周报表`])
  putRow(sheet, 1, ['序号', '班级'])
  const last = 2 + days.length * kinds.length
  days.forEach((day, at) => {
    const left = 2 + at * kinds.length
    sheet.put(1, left, headerDay(day, random))
    sheet.merge(1, left, 1, left + kinds.length - 1)
    kinds.forEach(({ name }, index) => void sheet.put(2, left + index, name))
  })
  sheet.put(1, last, random.pick(['合计', '周合计', '总时长', '合计（分钟）']))
  sheet.merge(1, last, 2, last)
  sheet.merge(1, 0, 2, 0)
  sheet.merge(1, 1, 2, 1)
  classes.forEach((of, index) => {
    const row = 3 + index
    sheet.put(row, 0, index + 1)
    const isLost = !clerk.class(sheet, row, 1, of)
    const facts = days.flatMap(day => kinds.map(kind => fact(of, day, kind)))
    facts.forEach((one, at) => void clerk.minutes(sheet, row, 2 + at, one, isLost))
    sheet.put(row, last, sumOf(facts))
  })
  sheet.put(3 + classes.length, 0, '制表：体育组')
  return [sheet]
}

/** The same turned: kinds over days. */
export const kindsOverDays: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page('Sheet1')
  putRow(sheet, 0, [`${school}体育活动统计（单位：分钟）`])
  putRow(sheet, 1, ['班级'])
  sheet.merge(1, 0, 2, 0)
  kinds.forEach(({ name }, at) => {
    const left = 1 + at * days.length
    sheet.put(1, left, name)
    sheet.merge(1, left, 1, left + days.length - 1)
    days.forEach((day, index) => void sheet.put(2, left + index, headerDay(day, random)))
  })
  classes.forEach((of, index) => {
    const isLost = !clerk.class(sheet, 3 + index, 0, of)
    kinds.forEach((kind, at) => {
      days.forEach(
        (day, column) =>
          void clerk.minutes(sheet, 3 + index, 1 + at * days.length + column, fact(of, day, kind), isLost),
      )
    })
  })
  return [sheet]
}

/** Rows are days, columns classes over kinds. */
export const monthList: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page('Sheet1')
  putRow(sheet, 0, [`${school}2025年9月体育活动统计表（单位：分钟）`])
  putRow(sheet, 1, ['日期', '星期'])
  sheet.merge(1, 0, 2, 0)
  sheet.merge(1, 1, 2, 1)
  const signs = '零一二三四五'
  const spell = random.pick([
    ({ grade, no }: SchoolClass) => `${signs[grade]}${no}班`,
    ({ grade, no }: SchoolClass) => `${signs[grade]}（${no}）班`,
    ({ grade, no }: SchoolClass) => `${grade}.${no}班`,
    ({ grade, no }: SchoolClass) => `${signs[grade]}年级${no}班`,
  ])
  classes.forEach((of, at) => {
    const left = 2 + at * kinds.length
    sheet.put(1, left, spell(of))
    sheet.merge(1, left, 1, left + kinds.length - 1)
    kinds.forEach(({ name }, index) => void sheet.put(2, left + index, name))
  })
  days.forEach((day, index) => {
    const row = 3 + index
    const isLost = !clerk.day(sheet, row, 0, day)
    sheet.put(row, 1, weekdayName(day))
    classes.forEach((of, at) => {
      kinds.forEach(
        (kind, column) =>
          void clerk.minutes(sheet, row, 2 + at * kinds.length + column, fact(of, day, kind), isLost),
      )
    })
  })
  sheet.put(3 + days.length, 0, random.pick(['合计', '总计', '月合计', '平均']))
  sheet.put(4 + days.length, 0, footer)
  return [sheet]
}

/** 三年级 above 1班, 2班, 3班: one kind a sheet, named by the sheet. */
export const kindSheets: Layout = ({ classes, days, kinds, fact }, clerk) =>
  kinds.map(kind => {
    const sheet = page(kind.name)
    putRow(sheet, 0, ['日期'])
    sheet.merge(0, 0, 1, 0)
    classes.forEach((of, index) => {
      if (of.no === 1) {
        sheet.put(0, 1 + index, gradeName(of.grade))
        sheet.merge(0, 1 + index, 0, index + classes.filter(({ grade }) => grade === of.grade).length)
      }
      sheet.put(1, 1 + index, `${of.no}班`)
    })
    days.forEach((day, at) => {
      const isLost = !clerk.day(sheet, 2 + at, 0, day)
      classes.forEach(
        (of, index) => void clerk.minutes(sheet, 2 + at, 1 + index, fact(of, day, kind), isLost),
      )
    })
    return sheet
  })

/** Numbers 1 to 30 above the columns; the month is the sheet's name, the kind the line's. */
export const dayNumbers: Layout = ({ classes, days, kinds, random, fact }, clerk) => {
  const sheet = page('9月')
  const suffix = random.pick(['', '日', '号'])
  putRow(sheet, 0, [`${school}体育活动登记表`])
  putRow(sheet, 1, ['班级', '活动类型'])
  const dayAt = (index: number) => days.find(day => Number(day.slice(8)) === index + 1)
  for (let index = 0; index < 30; index += 1)
    sheet.put(1, 2 + index, suffix ? `${index + 1}${suffix}` : index + 1)
  let row = 2
  for (const of of classes) {
    const isLost = !clerk.class(sheet, row, 0, of)
    sheet.merge(row, 0, row + kinds.length - 1, 0)
    for (const kind of kinds) {
      sheet.put(row, 1, kind.name)
      for (let index = 0; index < 30; index += 1) {
        const day = dayAt(index)
        if (day) clerk.minutes(sheet, row, 2 + index, fact(of, day, kind), isLost)
      }
      row += 1
    }
  }
  return [sheet]
}

/** A class's own sheet: kinds down the side, weekdays across. */
export const classWeeks: Layout = ({ classes, days, kinds, fact }, clerk) =>
  classes.map(of => {
    const sheet = page(`${'零一二三四五'[of.grade]}(${of.no})班`)
    const last = days.at(-1)
    putRow(sheet, 0, [`体育活动周记录（2025年${monthDay(days[0]!)}—${monthDay(last!)}）`])
    putRow(sheet, 1, ['项目', ...days.map(weekdayName)])
    kinds.forEach((kind, index) => {
      sheet.put(2 + index, 0, kind.name)
      days.forEach((day, at) => void clerk.minutes(sheet, 2 + index, 1 + at, fact(of, day, kind)))
    })
    putRow(sheet, 2 + kinds.length, [
      '合计',
      ...days.map(day => sumOf(kinds.map(kind => fact(of, day, kind)))),
    ])
    putRow(sheet, 3 + kinds.length, ['班主任签字：'])
    return sheet
  })

const monthDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
