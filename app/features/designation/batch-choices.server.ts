import { listUnits } from '#app/features/regions/units.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { listSets } from './indicators.queries.server.ts'

/** What a batch may name: published versions of the indicators, the newest first, and the units. */
export async function batchChoices(db: Db, locale: Locale) {
  const sets = (await listSets(db)).filter(set => set.publishedAt !== null)
  const units = await listUnits(db)
  return {
    sets: sets.map(({ id, version }) => ({ id, version })),
    units: units.map(({ code, name, nameEn }) => ({ code, name: locale === 'en' ? nameEn : name })),
  }
}
