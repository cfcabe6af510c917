import type { Day } from '#app/calendar-day.ts'

const figures = '〇一二三四五六七八九'

/** A day as official papers sign it: 二〇二六年十一月三十日. */
export function chineseDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const yearFigures = [...year].map(digit => figures[Number(digit)]).join('')
  return `${yearFigures}年${upToNinetyNine(Number(month))}月${upToNinetyNine(Number(date))}日`
}

function upToNinetyNine(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? figures[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? figures[ones] : ''}`
}
