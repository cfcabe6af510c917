import type { Day } from '#app/calendar-day.ts'
import { numberOfDay, openEnd } from '#app/calendar-day.ts'
import type { Cell } from './grid.ts'

const epoch1900 = 25_569

/** A cell of text, or none for '' and null. Codes are written so: Excel would cut '0320722001' to a number. */
export function textCell(text: string | null): Cell | undefined {
  return text === null || text === '' ? undefined : { type: 'text', text }
}

export function numberCell(value: number | null, format = 'General'): Cell | undefined {
  return value === null ? undefined : { type: 'number', value, format }
}

/** A true date shown as yyyy-mm-dd; an open end is an empty cell. */
export function dayCell(day: Day | null): Cell | undefined {
  if (day === null || day === openEnd) return undefined
  return { type: 'number', value: numberOfDay(day) + epoch1900, format: 'yyyy-mm-dd' }
}

/** A true date with the time of day, shown as yyyy-mm-dd hh:mm, of city time 'YYYY-MM-DD HH:MM'. */
export function momentCell(moment: string | null): Cell | undefined {
  if (moment === null) return undefined
  const [day = '', hours, minutes] = moment.split(/[ :]/)
  const share = (Number(hours) * 60 + Number(minutes)) / 1440
  return { type: 'number', value: numberOfDay(day) + epoch1900 + share, format: 'yyyy-mm-dd hh:mm' }
}

/** A share from 0 to 1 shown as a percentage with two places. */
export function shareCell(share: number | null): Cell | undefined {
  return numberCell(share, '0.00%')
}
