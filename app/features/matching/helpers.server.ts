import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { placesUsedOf } from '#app/features/applications/candidates.queries.server.ts'
import { holdingPlace } from '#app/features/applications/way.rule.ts'
import type { CoachWork } from '#app/features/instructors/coach-placement.rule.ts'
import { workOfPersons } from '#app/features/instructors/coach-work.queries.server.ts'
import { mostHoursWeek } from '#app/features/instructors/contract.rule.ts'
import { mayWork } from '#app/features/instructors/entry-check.rule.ts'
import { mayKeep } from '#app/features/instructors/instructor-permission.rule.ts'
import { type InstructorRow, listInstructors } from '#app/features/instructors/instructors.queries.server.ts'
import { checkStatesOf } from '#app/features/instructors/standing-instructors.server.ts'
import { mostHours } from '#app/features/instructors/work-under-contract.rule.ts'
import { listPosts, type Post } from '#app/features/posts/posts.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { candidaciesOf } from './candidates.queries.server.ts'
import { pair } from './pairing.rule.ts'
import { type Person, peopleOf } from './people.queries.server.ts'
import type { Helper, OpenPlace } from './proposal.rule.ts'
import { withoutStopped } from './stopped.server.ts'
import type { Reason } from './suit.rule.ts'

/** A place that somebody could take, and why it suits. */
interface Offer {
  placeId: string
  points: number
  reasons: Reason[]
}

/** A coach of the register with hours to spare, or somebody who applied, and to which post. */
export interface Named extends Helper {
  name: string
  from: { kind: 'coach'; hours: number } | { kind: 'applicant'; postTitle: string; postNumber: string }
  quota: number
  places: readonly Offer[]
}

interface Asked {
  unitCode: string
  asOf: Day
}

/** Everybody who could stand behind the open places of the unit: its own coaches first, then who applied to its posts. */
export async function readHelpers(
  db: Db,
  scope: Scope,
  asked: Asked,
  open: readonly OpenPlace[],
): Promise<Named[]> {
  return [...(await coachesFor(db, scope, asked, open)), ...(await applicantsFor(db, scope, asked, open))]
}

/** How many more people each post of the helpers may bring. */
export async function freePlaces(db: Db, helpers: readonly Named[]): Promise<Map<string, number>> {
  const quotas = new Map(helpers.filter(one => one.takesPlace).map(one => [one.by, one.quota]))
  const used = await placesUsedOf(db, [...quotas.keys()])
  return new Map([...quotas].map(([post, quota]) => [post, Math.max(0, quota - (used.get(post) ?? 0))]))
}

/** Somebody who coaches already is as good as an applicant who suits well. */
const pointsOfCoach = 60

/** Coaches of the unit who may work today, under a contract that runs on; those of a school at that school only. */
async function coachesFor(
  db: Db,
  scope: Scope,
  { unitCode, asOf }: Asked,
  open: readonly OpenPlace[],
): Promise<Named[]> {
  const filter = { asOf, unitCode, inForceOnly: true, kind: 'COACH' } as const
  const coaches = (await listInstructors(db, scope, filter)).filter(
    coach => mayKeep({ kind: 'unit', unitCode }, coach) && coach.validTo > asOf,
  )
  const states = await checkStatesOf(db, [...new Set(coaches.map(one => one.personId))], asOf)
  const able = coaches.filter(one => mayWork(one.kind, states.get(one.personId) ?? { state: 'none' }))
  const free = await freeHoursOf(db, able, asOf)
  return able.map(coach => {
    const hours = free.get(coach.id) ?? 0
    return {
      id: coach.id,
      person: coach.personId,
      by: 'register',
      takesPlace: false,
      ...{ name: coach.name, hours, quota: 0 },
      from: { kind: 'coach', hours },
      places: open
        .filter(place => suits(coach, place))
        .map(place => ({ placeId: place.id, points: pointsOfCoach, reasons: gradeOf(coach, place.sport) })),
    }
  })
}

/**
 * Hours a week that each contract leaves, beside the work under it and all else that the person does, wherever: the
 * contracts of one person share what is left of the longest week.
 */
async function freeHoursOf(
  db: Db,
  contracts: readonly InstructorRow[],
  asOf: Day,
): Promise<Map<string, number>> {
  const work = await workOfPersons(db, [...new Set(contracts.map(one => one.personId))])
  const left = new Map<string, number>()
  const free = new Map<string, number>()
  for (const { id, personId, hoursWeek } of contracts) {
    const under = work.filter(one => one.instructorId === id)
    const ofPerson = left.get(personId) ?? weekLeft(work, personId, asOf)
    const hours = Math.max(0, Math.min((hoursWeek ?? 0) - mostHours(under, asOf), ofPerson))
    free.set(id, hours)
    left.set(personId, ofPerson - hours)
  }
  return free
}

function weekLeft(work: readonly (CoachWork & { personId: string })[], personId: string, asOf: Day): number {
  return (
    mostHoursWeek -
    mostHours(
      work.filter(one => one.personId === personId),
      asOf,
    )
  )
}

function gradeOf(coach: InstructorRow, sport: string): Reason[] {
  const grade = coach.sports.find(one => one.sport === sport)?.grade ?? ''
  return grade === '' ? [] : [{ code: 'grade', points: 0, grade }]
}

function suits(coach: InstructorRow, place: OpenPlace): boolean {
  const atSchool = coach.schoolId === null || coach.schoolId === place.schoolId
  const ofStage = coach.stages.length === 0 || coach.stages.includes(place.stage)
  return atSchool && ofStage && coach.sports.some(one => one.sport === place.sport)
}

/** People who applied and meet every rule of their post, for the places that the post serves. */
async function applicantsFor(
  db: Db,
  scope: Scope,
  { unitCode, asOf }: Asked,
  open: readonly OpenPlace[],
): Promise<Named[]> {
  const candidacies = await candidaciesOf(db, scope, unitCode)
  const posts = new Map(
    (await listPosts(db, scope, { unitCode, status: 'published' })).map(post => [post.id, post]),
  )
  const applied = await peopleOf(db, [...new Set(candidacies.map(one => one.applicantId))])
  const people = new Map((await withoutStopped(db, applied, asOf)).map(person => [person.id, person]))
  const work = await workOfPersons(db, [...people.keys()])
  return candidacies.flatMap(({ id, applicantId, postId, state }) => {
    const [person, post] = [people.get(applicantId), posts.get(postId)]
    if (person === undefined || post === undefined) return []
    const hours = Math.min(
      post.hoursWeek,
      person.hoursFree ?? post.hoursWeek,
      weekLeft(work, applicantId, asOf),
    )
    return {
      id,
      person: applicantId,
      by: postId,
      takesPlace: !holdingPlace.includes(state),
      ...{ name: person.name, hours, quota: post.quota },
      from: { kind: 'applicant', postTitle: post.title, postNumber: post.number },
      places: offersOf(person, post, open),
    }
  })
}

function offersOf(person: Person, post: Post, open: readonly OpenPlace[]): Offer[] {
  return open
    .filter(
      ({ sport, stage, schoolId }) =>
        sport === post.sport && post.stages.includes(stage) && post.schoolIds.includes(schoolId),
    )
    .map(place => {
      const schools = post.schools.filter(school => school.id === place.schoolId)
      return { placeId: place.id, ...pair(person, { ...post, schools }) }
    })
    .filter(({ verdict }) => verdict === 'eligible')
    .map(({ placeId, points, reasons }) => ({ placeId, points, reasons }))
}
