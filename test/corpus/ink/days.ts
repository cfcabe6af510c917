import { type Day, numberOfDay, weekdayOf } from '#app/calendar-day.ts'
import { dateCell } from '../paper.ts'
import { accepted, asked, type Ink, refused, warned } from './ink.ts'

const sign = (day: Day, signs = '一二三四五六日') => signs[weekdayOf(day) - 1]!

const numerals = (count: number) => {
  const tens = Math.floor(count / 10)
  const ones = '零一二三四五六七八九'[count % 10]!
  return `${tens > 1 ? '零一二三'[tens] : ''}${tens > 0 ? '十' : ''}${count % 10 === 0 && tens > 0 ? '' : ones}`
}

const wide = (text: string) =>
  text.replace(/[\d.]/g, mark => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))

export const tidyDay = (day: Day): Ink<Day>[] => accepted(day, dateCell(day, 'yyyy-mm-dd'))

/** One day as domain.md 15 and schools write it. */
export function messyDay(day: Day): Ink<Day>[] {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const serial = numberOfDay(day) + 25_569
  const wrongWeekday = sign(day, '二三四五六日一')
  return [
    ...accepted(day, day, `${year}/${month}/${date}`, `${year}.${month}.${date}`),
    ...accepted(day, `${year}.${day.slice(5, 7)}.${day.slice(8)}`, wide(`${year}.${month}.${date}`)),
    ...accepted(day, `${year}年${month}月${date}日`, `${year}年${day.slice(5, 7)}月${day.slice(8)}日`),
    ...accepted(day, `${year}年${month}月${date}号`, `二〇二五年${numerals(month)}月${numerals(date)}日`),
    ...accepted(day, `二零二五年${numerals(month)}月${numerals(date)}日`),
    ...accepted(day, `${month}月${date}日`, `${month}月${date}号`, `${day.slice(5, 7)}月${day.slice(8)}日`),
    ...accepted(day, `${month}.${date}`, day.replaceAll('-', ''), `${day} `, `${day} 00:00:00`),
    ...accepted(day, `${year}/${month}/${date} 0:00`, `${day}T00:00:00.000Z`),
    ...accepted(
      day,
      `${month}月${date}日（周${sign(day)}）`,
      `${year}年${month}月${date}日 星期${sign(day)}`,
    ),
    ...accepted(day, dateCell(day, 'yyyy/m/d'), dateCell(day, 'm"月"d"日"'), dateCell(day, 'm/d/yy')),
    ...accepted(day, { number: serial + 0.375, format: 'yyyy-mm-dd hh:mm' }),
    ...warned(day, 'date.corrected', `${year}。${month}。${date}`, `${year}年${month}月${date}`),
    ...warned(day, 'date.corrected', `${month}/${date}`, day.slice(5).replace('-', '')),
    ...warned(day, 'date.corrected', `${year - 2000}.${month}.${date}`, `'${year - 2000}/${month}/${date}`),
    ...warned(day, 'date.weekday-differs', `${year}年${month}月${date}日（周${wrongWeekday}）`),
    ...warned(day, 'date.serial', serial, String(serial)),
    ...asked<Day>('date.order', `${date < 10 ? date : 3}/${month}/${year}`),
    ...asked<Day>('date.number', { number: 2025.1, format: 'General' }),
    ...asked<Day>('date.no-day', '2025年9月', '9月'),
    ...asked<Day>('date.unclear', '开学第一天', '本周'),
    ...refused<Day>('date.no-such-day', '2025-09-31', '2025-13-01', '9月31日'),
    ...refused<Day>('date.other-year', '2052-09-01', '0205-09-01'),
    ...refused<Day>('date.not-a-date', '2O25-09-01'),
    ...refused<Day>('cell.error', { error: '#REF!' }),
  ]
}
