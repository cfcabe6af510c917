import {
  eligibilityOf,
  type PostRules,
  type ProfileFacts,
  type RuleAnswer,
  rulesOf,
  verdictOf,
} from '../applications/eligibility.rule.ts'
import { type Place, straightKm } from '../instructors/travel.rule.ts'
import { type Suit, suitOf } from './suit.rule.ts'

/** A person with what they wish. */
export interface Seeker extends ProfileFacts, Place {
  hoursFree: number | null
  units: readonly string[]
}

/** A post with what it asks and where it is. */
export interface Offer extends Omit<PostRules, 'closingDay'> {
  unitCode: string
  hoursWeek: number
  schools: readonly Place[]
  round: { closesAt: string }
}

export interface Paired extends Suit {
  rules: RuleAnswer[]
}

/** How a person and a post suit each other, and how each rule of the post stands for the person. */
export function pair(person: Seeker, post: Offer): Paired {
  const rules = eligibilityOf(rulesOf(post), person)
  const sport = person.sports.find(one => one.sport === post.sport)
  const suit = suitOf({
    verdict: verdictOf(rules),
    grade: sport?.grade ?? '',
    result: sport?.result ?? '',
    km: nearest(person, post.schools),
    preference: person.units.length === 0 ? null : person.units.indexOf(post.unitCode),
    hoursAsked: post.hoursWeek,
    hoursFree: person.hoursFree,
    experienceYears: person.experienceYears,
  })
  return { ...suit, rules }
}

function nearest(home: Place, schools: readonly Place[]): number | null {
  const ways = schools.map(school => straightKm(home, school)).filter(km => km !== null)
  return ways.length === 0 ? null : Math.min(...ways)
}
