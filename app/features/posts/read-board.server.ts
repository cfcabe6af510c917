import { remember } from '#app/features/audit/remember.server.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { type BoardFilter, boardRows, boardSports, countBoard } from './board.queries.server.ts'
import { nearestOf } from './places.rule.ts'
import { schoolsOfPosts, stagesOfPosts } from './posts.queries.server.ts'
import { minuteOf } from './round.rule.ts'
import { type Board, shownBoard } from './shown-board.ts'

export const boardPageSize = 20

/** A page of the public board. */
export async function readBoard(
  db: Db,
  filter: BoardFilter,
  { page, now }: { page: number; now: string },
): Promise<Board> {
  return workOutBoard(db, filter, page, minuteOf(now))
}

/**
 * The same as its page shows it. Posts change by audited commands only, and windows open and close by the minute, so it
 * is worked out once a minute, as JSON written once for all who ask within the minute: a page whose data is one text
 * need not encode hundreds of values for each of them.
 */
export async function readWrittenBoard(
  db: Db,
  filter: BoardFilter,
  asked: { page: number; now: string; locale: Locale },
): Promise<{ total: number; written: string }> {
  const { page, now, locale } = asked
  const question = `board in ${locale} ${JSON.stringify(filter)} ${page} ${minuteOf(now)}`
  return remember(db, question, async () => {
    const board = await workOutBoard(db, filter, page, minuteOf(now))
    return { total: board.total, written: JSON.stringify(shownBoard(board, filter.state, locale)) }
  })
}

/** Every post that the filter finds, as the board shows them. */
export async function wholeBoard(db: Db, filter: BoardFilter, now: string): Promise<Board['lines']> {
  const minute = minuteOf(now)
  const total = await countBoard(db, filter, minute)
  return boardLines(db, filter, { minute, limit: total, offset: 0 })
}

async function workOutBoard(db: Db, filter: BoardFilter, page: number, minute: string): Promise<Board> {
  const offset = (page - 1) * boardPageSize
  return {
    lines: await boardLines(db, filter, { minute, limit: boardPageSize, offset }),
    total: await countBoard(db, filter, minute),
    sports: await boardSports(db),
    units: (await listUnits(db)).map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  }
}

async function boardLines(
  db: Db,
  filter: BoardFilter,
  part: { minute: string; limit: number; offset: number },
): Promise<Board['lines']> {
  const rows = await boardRows(db, filter, part)
  const stages = await stagesOfPosts(
    db,
    rows.map(row => row.id),
  )
  const schools = await schoolsOfPosts(
    db,
    rows.map(row => ({ postId: row.id, asOf: row.closesAt.slice(0, 10) })),
  )
  return rows.map(row => {
    const served = schools.get(row.id) ?? []
    const kilometres = filter.near === undefined ? null : nearestOf(filter.near, served)
    return {
      ...row,
      stages: stages.get(row.id) ?? [],
      schools: served.map(school => school.name),
      kilometres: kilometres === null ? null : Math.round(kilometres * 10) / 10,
    }
  })
}
