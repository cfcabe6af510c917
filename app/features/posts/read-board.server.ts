import { remember } from '#app/features/audit/remember.server.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import {
  type BoardFilter,
  type BoardRow,
  boardRows,
  boardSports,
  countBoard,
} from './board.queries.server.ts'
import { nearestOf } from './places.rule.ts'
import { schoolsOfPosts, stagesOfPosts } from './posts.queries.server.ts'
import { minuteOf } from './round.rule.ts'

export const boardPageSize = 20

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

/**
 * A page of the public board. Posts change by audited commands only, so the answer is worked out once a minute: at
 * which windows open and close.
 */
export async function readBoard(
  db: Db,
  filter: BoardFilter,
  { page, now }: { page: number; now: string },
): Promise<Board> {
  const minute = minuteOf(now)
  const question = `board ${JSON.stringify(filter)} ${page} ${minute}`
  return remember(db, question, () => workOutBoard(db, filter, page, minute))
}

async function workOutBoard(db: Db, filter: BoardFilter, page: number, minute: string): Promise<Board> {
  const offset = (page - 1) * boardPageSize
  const rows = await boardRows(db, filter, { minute, limit: boardPageSize, offset })
  const stages = await stagesOfPosts(
    db,
    rows.map(row => row.id),
  )
  const schools = await schoolsOfPosts(
    db,
    rows.map(row => ({ postId: row.id, asOf: row.closesAt.slice(0, 10) })),
  )
  const lines = rows.map(row => {
    const served = schools.get(row.id) ?? []
    const kilometres = filter.near === undefined ? null : nearestOf(filter.near, served)
    return {
      ...row,
      stages: stages.get(row.id) ?? [],
      schools: served.map(school => school.name),
      kilometres: kilometres === null ? null : Math.round(kilometres * 10) / 10,
    }
  })
  return {
    lines,
    total: await countBoard(db, filter, minute),
    sports: await boardSports(db),
    units: (await listUnits(db)).map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  }
}
