import { findSport } from '#app/features/sports/sports.queries.server.ts'
import type { Db } from '#db/tables.ts'

/** How a title is spoken of in a notice: by its school and its sport. */
export async function spokenOf(
  db: Db,
  title: { schoolName: string; sport: string },
): Promise<{ school: string; sport: string }> {
  return { school: title.schoolName, sport: (await findSport(db, title.sport))?.name ?? title.sport }
}

/** '2024-2025' */
export function schoolYearText(year: number): string {
  return `${year}-${year + 1}`
}
