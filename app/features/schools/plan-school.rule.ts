import { type Day, openEnd } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'
import { type ProfileFacts, sameFacts } from './profile-timeline.rule.ts'
import { findSchoolType } from './school-type.rule.ts'

/** Since when a school exists whose day of founding nobody gave. */
export const foundedLongAgo: Day = '1900-01-01'

/** A row of the registry's sheet; what its file does not speak of is absent and stays as it is. */
export interface SchoolEntry {
  code: string
  name: string
  shortName?: string
  formerNames: string[]
  type: string
  unitCode: string
  countsUnitCode?: string
  pupils?: number
  address?: string
  longitude?: number
  latitude?: number
  openedOn?: Day
  /** openEnd when the file says that it is open. */
  closedOn?: Day
}

/** A school as it stands on the day of the import. */
export interface StandingSchool extends ProfileFacts {
  id: string
  pupils: number | null
  address: string
  longitude: number | null
  latitude: number | null
  openedOn: Day
  closedOn: Day
  stages: Stage[]
  aliases: string[]
  /** Former names on record, besides the aliases. */
  formerNames: string[]
}

interface PlannedChange {
  facts: ProfileFacts
  details: {
    pupils: number | null
    address: string
    longitude: number | null
    latitude: number | null
    openedOn: Day
    closedOn: Day
  }
  addedNames: string[]
  /** The stages from the day of the change on; null leaves them. */
  stages: Stage[] | null
}

export type SchoolPlan = PlannedChange & { verdict: 'new' | 'changed' | 'unchanged' }

/** What the row makes of the school with its code, if there is one; `keyOf` is how names are compared. */
export function planSchool(
  entry: SchoolEntry,
  standing: StandingSchool | undefined,
  keyOf: (name: string) => string,
): SchoolPlan {
  const facts = factsOf(entry, standing)
  const details = detailsOf(entry, standing)
  const known = [entry.name, ...(standing?.aliases ?? []), ...(standing?.formerNames ?? [])].map(keyOf)
  const addedNames = entry.formerNames.filter(name => !known.includes(keyOf(name)))
  if (standing === undefined) {
    const stages = [...(findSchoolType(entry.type)?.stages ?? [])]
    return { verdict: 'new', facts, details, addedNames, stages }
  }
  const stages = stagesAfter(entry.type, standing)
  const isSame = sameFacts(facts, standing) && sameDetails(details, standing) && addedNames.length === 0
  return { verdict: isSame ? 'unchanged' : 'changed', facts, details, addedNames, stages }
}

function factsOf(entry: SchoolEntry, standing: StandingSchool | undefined): ProfileFacts {
  const kept = standing?.unitCode === entry.unitCode ? standing.countsUnitCode : undefined
  return {
    code: entry.code,
    name: entry.name,
    shortName: entry.shortName ?? standing?.shortName ?? '',
    type: entry.type,
    unitCode: entry.unitCode,
    countsUnitCode: entry.countsUnitCode ?? kept ?? entry.unitCode,
  }
}

function detailsOf(entry: SchoolEntry, standing: StandingSchool | undefined) {
  return {
    pupils: entry.pupils ?? standing?.pupils ?? null,
    address: entry.address ?? standing?.address ?? '',
    longitude: entry.longitude ?? standing?.longitude ?? null,
    latitude: entry.latitude ?? standing?.latitude ?? null,
    openedOn: entry.openedOn ?? standing?.openedOn ?? foundedLongAgo,
    closedOn: entry.closedOn ?? standing?.closedOn ?? openEnd,
  }
}

function sameDetails(details: PlannedChange['details'], standing: StandingSchool): boolean {
  return (Object.keys(details) as (keyof typeof details)[]).every(key => details[key] === standing[key])
}

/** A school that ran just the stages of its old type runs those of its new one; others were set by hand and stay. */
function stagesAfter(type: string, standing: StandingSchool): Stage[] | null {
  if (type === standing.type) return null
  const usual = findSchoolType(standing.type)?.stages ?? []
  const ranUsual =
    usual.length === standing.stages.length && usual.every(one => standing.stages.includes(one))
  return ranUsual ? [...(findSchoolType(type)?.stages ?? [])] : null
}
