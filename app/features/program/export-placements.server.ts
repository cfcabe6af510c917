import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { placedSports, placementDetails } from './coverage.queries.server.ts'
import type { PlacementRecord } from './placements.sheet.ts'

/**
 * The placements of the scope as rows of their sheet, the ended ones too, so that importing them changes nothing. A
 * campus without a code cannot be named in a sheet and is left out.
 */
export async function placementRecords(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode?: string; schoolId?: string },
): Promise<PlacementRecord[]> {
  const sports = await placedSports(db)
  const placements = await placementDetails(db, scope, asked)
  return placements.flatMap(({ code, sport, stage, role, validFrom, validTo, document }) =>
    code === null
      ? []
      : [
          {
            code,
            sport: { code: sport, name: sports.get(sport)?.name ?? sport },
            stage,
            role,
            validFrom,
            validTo,
            document: document === '' ? null : document,
          },
        ],
  )
}
