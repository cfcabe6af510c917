import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listCoachPlacements } from '#app/features/instructors/coach-work.queries.server.ts'
import { mayWork } from '#app/features/instructors/entry-check.rule.ts'
import { type InstructorRow, listInstructors } from '#app/features/instructors/instructors.queries.server.ts'
import { checkStatesOf } from '#app/features/instructors/standing-instructors.server.ts'
import { listPosts, type Post } from '#app/features/posts/posts.queries.server.ts'
import { type ExplainedPlacement, explainPlacements } from '#app/features/program/explain-coverage.server.ts'
import { stages } from '#app/features/program/program.rule.ts'
import { type CoveredUnit, readCoverage } from '#app/features/program/read-coverage.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { candidaciesOf } from './candidates.queries.server.ts'
import { pair } from './pairing.rule.ts'
import { type Person, peopleOf } from './people.queries.server.ts'
import { cellOf, type Helper, proposalOf } from './proposal.rule.ts'
import { withoutStopped } from './stopped.server.ts'
import type { Reason } from './suit.rule.ts'

interface ProposedWork {
  placementId: string
  schoolName: string
  sportName: string
  sportNameEn: string
  stage: Stage
  name: string
  /** A coach of the register with hours to spare, or somebody who applied, and to which post. */
  from: { kind: 'coach'; hours: number } | { kind: 'applicant'; postTitle: string; postNumber: string }
  reasons: Reason[]
}

export interface UnitProposal {
  unit: { code: string; name: string; nameEn: string }
  /** Placements behind which nobody stands, and living schools that the cells lack. */
  open: number
  lacking: number
  works: ProposedWork[]
}

/** A place that somebody could take, whence the person is known and why it suits. */
interface Offer {
  placeId: string
  points: number
  from: ProposedWork['from']
  reasons: Reason[]
}

interface Named extends Helper {
  name: string
  offers: ReadonlyMap<string, Offer>
}

/**
 * Who could stand behind the placements of a unit that nobody stands behind: coaches of the register with hours to
 * spare, and people who applied to the unit's posts and meet their rules. Null where the scope sees no such unit.
 */
export async function proposeAssignment(
  db: Db,
  scope: Scope,
  asked: { unitCode: string; asOf: Day },
): Promise<UnitProposal | null> {
  const { asOf } = asked
  const report = await readCoverage(db, scope, asked)
  const unit = report?.units[0]
  if (report == null || unit === undefined) return null
  const open = (await explainPlacements(db, scope, { asOf, unit, seesChecks: true })).filter(hasNobody)
  const lacking = lackingIn(unit)
  const helpers = [
    ...(await coachesFor(db, scope, asked, open)),
    ...(await applicantsFor(db, scope, asked, open)),
  ]
  const byId = new Map(helpers.map(helper => [helper.id, helper]))
  const places = new Map(open.map(place => [place.id, place]))
  const works = proposalOf(open, helpers, lacking).flatMap(({ helperId, placeId }) => {
    const [helper, place] = [byId.get(helperId), places.get(placeId)]
    const offer = helper?.offers.get(placeId)
    if (helper === undefined || place === undefined || offer === undefined) return []
    const sport = report.sports.get(place.sport)
    return {
      placementId: place.id,
      schoolName: place.name,
      sportName: sport?.name ?? place.sport,
      sportNameEn: sport?.nameEn ?? place.sport,
      stage: place.stage,
      name: helper.name,
      from: offer.from,
      reasons: offer.reasons,
    }
  })
  return {
    unit: { code: unit.code, name: unit.name, nameEn: unit.nameEn },
    open: open.length,
    lacking: [...lacking.values()].reduce((sum, count) => sum + count, 0),
    works,
  }
}

/** Nobody stands behind it, or only somebody who was stopped. */
function hasNobody(placement: ExplainedPlacement): boolean {
  return placement.life?.why.some(why => ['no-instructor', 'check-not-clear'].includes(why.code)) ?? false
}

function lackingIn(unit: CoveredUnit): Map<string, number> {
  const cells = unit.sports.flatMap(({ code: sport, stages: of }) =>
    stages.map(stage => [cellOf({ sport, stage }), Math.max(0, of[stage].need - of[stage].living)] as const),
  )
  return new Map(cells)
}

/** Somebody who coaches already is as good as an applicant who suits well. */
const pointsOfCoach = 60

/** Coaches who may work today and have hours of their contract left; those of a school at that school only. */
async function coachesFor(
  db: Db,
  scope: Scope,
  { unitCode, asOf }: { unitCode: string; asOf: Day },
  open: readonly ExplainedPlacement[],
): Promise<Named[]> {
  const filter = { asOf, unitCode, inForceOnly: true, kind: 'COACH' } as const
  const coaches = await listInstructors(db, scope, filter)
  const states = await checkStatesOf(db, [...new Set(coaches.map(one => one.personId))], asOf)
  const able = coaches.filter(one => mayWork(one.kind, states.get(one.personId) ?? { state: 'none' }))
  const work = await listCoachPlacements(db, scope, { asOf, instructorIds: able.map(one => one.id) })
  const given = (id: string) =>
    work
      .filter(one => one.instructorId === id && one.validFrom <= asOf && asOf <= one.validTo)
      .reduce((sum, one) => sum + one.hoursWeek, 0)
  return able.map(coach => {
    const hours = Math.max(0, (coach.hoursWeek ?? 0) - given(coach.id))
    const from = { kind: 'coach', hours } as const
    const places = open
      .filter(place => suits(coach, place))
      .map(
        (place): Offer => ({
          placeId: place.id,
          points: pointsOfCoach,
          from,
          reasons: gradeOf(coach, place.sport),
        }),
      )
    const offers = new Map(places.map(one => [one.placeId, one]))
    return { id: coach.id, name: coach.name, hours, places, offers }
  })
}

function gradeOf(coach: InstructorRow, sport: string): Reason[] {
  const grade = coach.sports.find(one => one.sport === sport)?.grade ?? ''
  return grade === '' ? [] : [{ code: 'grade', points: 0, grade }]
}

function suits(coach: InstructorRow, place: ExplainedPlacement): boolean {
  const atSchool = coach.schoolId === null || coach.schoolId === place.schoolId
  const ofStage = coach.stages.length === 0 || coach.stages.includes(place.stage)
  return atSchool && ofStage && coach.sports.some(one => one.sport === place.sport)
}

/** People who applied and meet every rule of their post, for the places that the post serves. */
async function applicantsFor(
  db: Db,
  scope: Scope,
  { unitCode, asOf }: { unitCode: string; asOf: Day },
  open: readonly ExplainedPlacement[],
): Promise<Named[]> {
  const candidacies = await candidaciesOf(db, scope, unitCode)
  const posts = new Map(
    (await listPosts(db, scope, { unitCode, status: 'published' })).map(post => [post.id, post]),
  )
  const people = await withoutStopped(
    db,
    await peopleOf(db, [...new Set(candidacies.map(one => one.applicantId))]),
    asOf,
  )
  return people.map(person => {
    const own = candidacies.filter(one => one.applicantId === person.id)
    const offered = own.map(one => posts.get(one.postId)).filter(post => post !== undefined)
    return applicantFor(person, offered, open)
  })
}

/** The pairings of one person; a place that two posts of theirs serve is offered by the first. */
function applicantFor(person: Person, posts: readonly Post[], open: readonly ExplainedPlacement[]): Named {
  const offers = new Map<string, Offer>()
  for (const post of posts)
    for (const offer of offersOf(person, post, open))
      if (!offers.has(offer.placeId)) offers.set(offer.placeId, offer)
  const hours = Math.max(0, ...posts.map(post => post.hoursWeek))
  return {
    id: person.id,
    name: person.name,
    hours: Math.min(hours, person.hoursFree ?? hours),
    places: [...offers.values()],
    offers,
  }
}

function offersOf(person: Person, post: Post, open: readonly ExplainedPlacement[]): Offer[] {
  const { title: postTitle, number: postNumber } = post
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
    .map(({ placeId, points, reasons }) => ({
      ...{ placeId, points, reasons },
      from: { kind: 'applicant', postTitle, postNumber } as const,
    }))
}
