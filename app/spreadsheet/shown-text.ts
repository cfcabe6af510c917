import { dayFromNumber } from '#app/calendar-day.ts'
import type { Cell } from './grid.ts'
import { rawOf } from './grid.ts'

const epoch1900 = 25_569

/** A cell that we wrote ourselves as a person reads it: a date as 2025-09-01, a share as 12.34%. */
export function shownText(cell: Cell | undefined): string {
  if (cell?.type !== 'number') return rawOf(cell)
  if (cell.format === 'yyyy-mm-dd') return dayFromNumber(cell.value - epoch1900)
  if (cell.format === 'yyyy-mm-dd hh:mm') return shownMoment(Math.round((cell.value - epoch1900) * 1440))
  if (cell.format.endsWith('%')) {
    return `${(cell.value * 100).toFixed(cell.format.includes('.') ? cell.format.split('.')[1]!.length - 1 : 0)}%`
  }
  return String(cell.value)
}

function shownMoment(minutes: number): string {
  const ofDay = minutes % 1440
  const two = (number: number) => String(number).padStart(2, '0')
  return `${dayFromNumber((minutes - ofDay) / 1440)} ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`
}
