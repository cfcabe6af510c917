import type { Day } from '#app/calendar-day.ts'
import { profileOn } from '#app/features/schools/schools.queries.server.ts'
import type { Db, InstructorKind, Stage } from '#db/tables.ts'

export interface WorkAsked {
  asOf: Day
  /** The units to which the schools count. */
  units: readonly string[]
  sport?: string
}

interface WorkRow {
  schoolId: string
  sport: string
  /** Null is every stage that the school runs. */
  stage: Stage | null
  instructorId: string
  personId: string
  name: string
  kind: InstructorKind
}

/** Coaches and social sports instructors placed at the units' schools: contract and placement both in force on the day. */
export async function placedWork(db: Db, { asOf, units, sport }: WorkAsked): Promise<WorkRow[]> {
  if (units.length === 0) return []
  return inForce(db, asOf)
    .innerJoin('coach_placement as w', 'w.instructor_id', 'i.id')
    .innerJoin('coach_placement_stage as g', 'g.placement_id', 'w.id')
    .innerJoin('school_profile as p', 'p.school_id', 'w.school_id')
    .where('w.valid_from', '<=', asOf)
    .where('w.valid_to', '>=', asOf)
    .where(profileOn(asOf))
    .where('p.counts_unit_code', 'in', units)
    .$if(sport !== undefined, q => q.where('w.sport_code', '=', sport!))
    .select(['w.school_id as schoolId', 'w.sport_code as sport', 'g.stage as stage'])
    .select(personColumns)
    .execute()
}

/** PE teachers of the units' schools with the sports they are named for. */
export async function teachersNamed(db: Db, { asOf, units, sport }: WorkAsked): Promise<WorkRow[]> {
  if (units.length === 0) return []
  return inForce(db, asOf)
    .innerJoin('instructor_sport as s', 's.instructor_id', 'i.id')
    .leftJoin('instructor_stage as g', 'g.instructor_id', 'i.id')
    .innerJoin('school_profile as p', 'p.school_id', 'i.school_id')
    .where('i.kind', '=', 'PE_TEACHER')
    .where(profileOn(asOf))
    .where('p.counts_unit_code', 'in', units)
    .$if(sport !== undefined, q => q.where('s.sport_code', '=', sport!))
    .select(['p.school_id as schoolId', 's.sport_code as sport', 'g.stage as stage'])
    .select(personColumns)
    .execute()
}

function inForce(db: Db, asOf: Day) {
  return db
    .selectFrom('instructor as i')
    .where('i.valid_from', '<=', asOf)
    .where('i.valid_to', '>=', asOf)
    .orderBy('i.name')
    .orderBy('i.id')
}

const personColumns = [
  'i.id as instructorId',
  'i.person_id as personId',
  'i.name as name',
  'i.kind as kind',
] as const
