import type { Locale } from '#app/i18n/text.ts'
import type { Stage } from '#db/tables.ts'
import type { BoardRow } from './board.queries.server.ts'
import type { BoardCard } from './board-list.tsx'
import type { WindowState } from './round.rule.ts'

const mostSchools = 3

interface BoardLine extends BoardRow {
  stages: Stage[]
  schools: string[]
  /** To the nearest school, rounded to a tenth; null where no place was chosen or none is known. */
  kilometres: number | null
}

export interface Board {
  lines: BoardLine[]
  total: number
  sports: { code: string; name: string; nameEn: string }[]
  units: { code: string; name: string; nameEn: string }[]
}

export interface ShownBoard {
  cards: BoardCard[]
  sports: { code: string; name: string }[]
  units: { code: string; name: string }[]
}

/** A board as its page shows it, in one language: what a page is not told it need not carry. */
export function shownBoard({ lines, sports, units }: Board, state: WindowState, locale: Locale): ShownBoard {
  const named = (of: { name: string; nameEn: string }) => (locale === 'en' ? of.nameEn : of.name)
  const cards: BoardCard[] = lines.map(line => ({
    number: line.number,
    title: line.title,
    sport: locale === 'en' ? line.sportNameEn : line.sportName,
    unit: locale === 'en' ? line.unitNameEn : line.unitName,
    engagement: line.engagement,
    hoursWeek: line.hoursWeek,
    quota: line.quota,
    isReserved: line.isReserved,
    at: state === 'soon' ? line.opensAt : line.closesAt,
    stages: line.stages,
    schools: line.schools.length > mostSchools ? [...line.schools.slice(0, mostSchools), '…'] : line.schools,
    kilometres: line.kilometres,
  }))
  return {
    cards,
    sports: sports.map(sport => ({ code: sport.code, name: named(sport) })),
    units: units.map(unit => ({ code: unit.code, name: named(unit) })),
  }
}
