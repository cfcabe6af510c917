import { type Day, schoolYearOf } from '#app/calendar-day.ts'

interface TermRow {
  id: string
  school_year: number
  number: number
  first_day: Day
  last_day: Day
}

/** Terms for the school years up to today's that nobody has entered yet, so that the demo works in any year. */
export function missingTerms(known: readonly { id: string; schoolYear: number }[], today: Day): TermRow[] {
  const ids = new Set(known.map(term => term.id))
  const first = Math.min(...known.map(term => term.schoolYear), schoolYearOf(today))
  const terms: TermRow[] = []
  for (let year = first; year <= schoolYearOf(today); year += 1) {
    terms.push(
      term(year, 1, `${year}-09-01`, `${year + 1}-01-29`),
      term(year, 2, `${year + 1}-03-01`, `${year + 1}-06-30`),
    )
  }
  return terms.filter(one => !ids.has(one.id))
}

function term(year: number, number: number, firstDay: Day, lastDay: Day): TermRow {
  return {
    id: `${year}-${year + 1}-${number}`,
    school_year: year,
    number,
    first_day: firstDay,
    last_day: lastDay,
  }
}
