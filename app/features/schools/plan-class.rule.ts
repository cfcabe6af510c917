import { type Day, openEnd } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'

/** A row of the sheet of classes; what its file does not speak of is absent and stays as it is. */
export interface ClassEntry {
  code: string
  stage: Stage
  entryYear: number
  classNo: number
  pupils: number
  campus?: string
  validFrom?: Day
  validTo?: Day
}

export interface ClassFacts {
  pupils: number
  campus: string
  validFrom: Day
  validTo: Day
}

/** More pupils than any class has: a total or a slip of the finger. */
const mostPupils = 120

/** What the row makes of the class with its key, if there is one. */
export function planClass(
  entry: ClassEntry,
  standing: ClassFacts | undefined,
): { verdict: 'new' | 'changed' | 'unchanged'; after: ClassFacts } {
  const after = {
    pupils: entry.pupils,
    campus: entry.campus ?? standing?.campus ?? '',
    validFrom: entry.validFrom ?? standing?.validFrom ?? `${entry.entryYear}-09-01`,
    validTo: entry.validTo ?? standing?.validTo ?? openEnd,
  }
  if (standing === undefined) return { verdict: 'new', after }
  const keys = ['pupils', 'campus', 'validFrom', 'validTo'] as const
  return { verdict: keys.every(key => after[key] === standing[key]) ? 'unchanged' : 'changed', after }
}

/** Why the school cannot have such a class, and at which column that shows; null when it can. */
export function whyNoClass(
  entry: ClassEntry,
  school: { isYours: boolean; stages: readonly Stage[] },
): { key: 'code' | 'stage' | 'pupils' | 'validTo'; code: string; values?: Record<string, number> } | null {
  if (!school.isYours) return { key: 'code', code: 'registry.school-unknown' }
  if (!school.stages.includes(entry.stage)) return { key: 'stage', code: 'registry.stage-not-run' }
  if (entry.pupils > mostPupils)
    return { key: 'pupils', code: 'registry.too-many-pupils', values: { most: mostPupils } }
  const from = entry.validFrom ?? `${entry.entryYear}-09-01`
  if (entry.validTo !== undefined && entry.validTo < from)
    return { key: 'validTo', code: 'registry.ends-before-start' }
  return null
}
