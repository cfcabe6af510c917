import type { Scope } from '#app/auth/scope.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { listRules } from './rules.queries.server.ts'

/** Every version of the rules that the reader's units follow, with the units' names by their codes. */
export async function readRules(db: Db, scope: Scope, locale: Locale) {
  const rules = (await listRules(db)).filter(
    rule => scope.kind !== 'unit' || ['', scope.unitCode].includes(rule.unitCode),
  )
  const units = await listUnits(db)
  const unitNames = Object.fromEntries(
    units.map(unit => [unit.code, locale === 'en' ? unit.nameEn : unit.name]),
  )
  return { rules, unitNames }
}
