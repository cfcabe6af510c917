import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { listTitles } from './designations.queries.server.ts'
import type { DesignationRecord } from './designations.sheet.ts'

/** The titles of the scope as rows of their sheet, those that are over too, so that importing them changes nothing. */
export async function designationRecords(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode?: string; schoolId?: string },
): Promise<DesignationRecord[]> {
  const { unitCode, ...of } = asked
  const sports = new Map((await listSportNames(db)).map(sport => [sport.code, sport.name]))
  const titles = await listTitles(db, scope, of)
  return titles
    .filter(title => unitCode === undefined || [title.unitCode, title.countsUnitCode].includes(unitCode))
    .flatMap(({ code, level, sport, batch, document, validFrom, validTo }) =>
      code === null
        ? []
        : [
            {
              ...{ code, level, validFrom, validTo },
              sport: { code: sport, name: sports.get(sport) ?? sport },
              batch: batch || null,
              document: document || null,
            },
          ],
    )
}
