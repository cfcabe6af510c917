import { addDays, type Day, openEnd, schoolYearOf } from '#app/calendar-day.ts'
import { titleOf } from '#app/features/instructors/title.rule.ts'
import { sampleCoachPlacement, sampleInstructor } from '#db/samples.ts'
import type { AthleteGrade, Stage, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { demoIds } from './demo-id.ts'
import type { DemoPlacement } from './placements.ts'
import { type Random, seededRandom } from './random.ts'
import type { DemoSchool } from './schools.ts'

type InstructorRow = ReturnType<typeof sampleInstructor>
type WorkRow = ReturnType<typeof sampleCoachPlacement>

/** Somebody of the demo city with the sports they know and the work they do. */
export interface DemoInstructor {
  row: InstructorRow
  sports: { sport: string; grade: AthleteGrade }[]
  work: { row: WorkRow; stages: readonly Stage[]; weekdays: readonly number[] }[]
}

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '马', '朱']
const given = ['海燕', '志强', '晓东', '丽娜', '建军', '雪梅', '宇航', '欣怡', '浩然', '文静', '国栋', '佳琪']
const coachTitles = ['初级教练', '中级教练', '高级教练', '一级教练', '二级教练', '']
const teacherTitles = ['二级教师', '一级教师', '高级教师', '']
const grades = ['LEVEL1', 'LEVEL2', 'MASTER', ''] as const

/** What a school does for 5621: its sports in force with the stages they serve. */
interface Sporting {
  school: DemoSchool
  sports: Map<string, Set<Stage>>
}

/**
 * Who stands behind the placements: mostly a PE teacher of the school, in some schools a coach of its own, and in each
 * unit pooled coaches who go to two schools on different days. Some placements have nobody, so that they do not live.
 */
export function demoInstructors(
  schools: readonly DemoSchool[],
  placements: readonly DemoPlacement[],
  today: Day,
): DemoInstructor[] {
  const random = seededRandom(62)
  const nextId = demoIds('T')
  const nextWork = demoIds('W')
  const year = schoolYearOf(today)
  const sporting = sportingSchools(schools, placements, today)
  const people: DemoInstructor[] = []
  const person = (of: Partial<InstructorRow>) =>
    sampleInstructor({
      ...of,
      id: nextId(),
      name: nameIn(people, of, random),
      hours_week: of.hours_week ?? null,
    })

  for (const { school, sports } of sporting) {
    const all = [...sports.keys()]
    const home = { school_id: school.id, unit_code: school.unitCode }
    if (random.chance(0.75)) {
      const title = random.pick(teacherTitles)
      people.push({
        row: person({
          ...home,
          kind: 'PE_TEACHER',
          engagement: '',
          ...titled('PE_TEACHER', title),
          valid_from: `${year - random.between(1, 6)}-09-01`,
        }),
        sports: all.slice(0, 2).map(sport => ({ sport, grade: '' })),
        work: [],
      })
    }
    const last = all.at(-1)
    if (last !== undefined && random.chance(0.3)) {
      const isIntern = random.chance(0.1)
      const row = person({
        ...home,
        engagement: isIntern
          ? 'INTERN'
          : random.pick(['FULL_TIME_CONTRACT', 'PART_TIME', 'PURCHASED_SERVICE']),
        ...titled('COACH', random.pick(coachTitles)),
        is_retired_athlete: random.chance(0.4) ? 1 : 0,
        hours_week: 8,
        valid_from: `${isIntern ? year : year - 1}-09-01`,
        valid_to: `${year + 1}-08-31`,
      })
      people.push({
        row,
        sports: [{ sport: last, grade: random.pick(grades) }],
        work: [workOf(row, nextWork(), { school, sport: last, stages: sports.get(last)! }, [2, 4])],
      })
    }
  }
  people.push(...pooledCoaches(sporting, person, nextWork, year, random))
  return people
}

/** In each unit one coach a sport, who goes to two schools that have no coach of their own. */
function pooledCoaches(
  sporting: readonly Sporting[],
  person: (of: Partial<InstructorRow>) => InstructorRow,
  nextWork: () => string,
  year: number,
  random: Random,
): DemoInstructor[] {
  const units = [...new Set(sporting.map(one => one.school.unitCode))].sort()
  return units.flatMap(unit_code => {
    const own = sporting.filter(one => one.school.unitCode === unit_code)
    const sports = [...new Set(own.flatMap(one => [...one.sports.keys()]))].sort()
    return sports.flatMap(sport => {
      const served = own.filter(one => one.sports.has(sport)).slice(-2)
      if (served.length < 2) return []
      const row = person({
        unit_code,
        school_id: null,
        engagement: 'FULL_TIME_CONTRACT',
        ...titled('COACH', random.pick(coachTitles)),
        is_retired_athlete: random.chance(0.6) ? 1 : 0,
        hours_week: 12,
        valid_from: `${year - 1}-03-01`,
        valid_to: `${year + 2}-02-28`,
      })
      const work = served.map(({ school, sports: at }, n) =>
        workOf(row, nextWork(), { school, sport, stages: at.get(sport)! }, n === 0 ? [1, 3] : [2, 5]),
      )
      return [{ row, sports: [{ sport, grade: random.pick(grades) }], work }]
    })
  })
}

function workOf(
  row: InstructorRow,
  id: string,
  at: { school: DemoSchool; sport: string; stages: ReadonlySet<Stage> },
  weekdays: readonly number[],
): DemoInstructor['work'][number] {
  return {
    row: sampleCoachPlacement({
      id,
      instructor_id: row.id,
      school_id: at.school.id,
      sport_code: at.sport,
      hours_week: 4,
      valid_from: row.valid_from,
      valid_to: row.valid_to,
    }),
    stages: [...at.stages],
    weekdays,
  }
}

function sportingSchools(
  schools: readonly DemoSchool[],
  placements: readonly DemoPlacement[],
  today: Day,
): Sporting[] {
  return schools.flatMap(school => {
    const sports = new Map<string, Set<Stage>>()
    for (const one of placements) {
      if (one.schoolId !== school.id || one.validFrom > today || one.validTo < today) continue
      if (!school.stages.includes(one.stage)) continue
      sports.set(one.sport, (sports.get(one.sport) ?? new Set<Stage>()).add(one.stage))
    }
    return sports.size === 0 || school.closedOn !== openEnd ? [] : [{ school, sports }]
  })
}

function titled(kind: 'COACH' | 'PE_TEACHER', literal: string) {
  const word = literal === '' ? '' : (titleOf(kind, literal) ?? '')
  return { title: word, title_literal: literal }
}

/** A name that nobody at the place bears. */
function nameIn(people: readonly DemoInstructor[], of: Partial<InstructorRow>, random: Random): string {
  const taken = people
    .filter(({ row }) => row.school_id === of.school_id && row.unit_code === of.unit_code)
    .map(({ row }) => row.name)
  for (;;) {
    const name = random.pick(surnames) + random.pick(given)
    if (!taken.includes(name)) return name
  }
}

/** Writes them with their work and with the training that is due from coaches by the end of the year. */
export async function insertInstructors(
  tx: Tx,
  people: readonly DemoInstructor[],
  today: Day,
): Promise<void> {
  const nextTraining = demoIds('R')
  const work = people.flatMap(one => one.work)
  const dueOn = `${today.slice(0, 4)}-12-31`
  await insertAll(
    tx,
    'instructor',
    people.map(one => one.row),
  )
  await insertAll(
    tx,
    'instructor_sport',
    people.flatMap(({ row, sports }) =>
      sports.map(({ sport, grade }) => ({ instructor_id: row.id, sport_code: sport, grade })),
    ),
  )
  await insertAll(
    tx,
    'coach_placement',
    work.map(one => one.row),
  )
  await insertAll(
    tx,
    'coach_placement_stage',
    work.flatMap(({ row, stages }) => stages.map(stage => ({ placement_id: row.id ?? '', stage }))),
  )
  await insertAll(
    tx,
    'coach_hours',
    work.flatMap(({ row, weekdays }) =>
      weekdays.map(weekday => ({
        placement_id: row.id ?? '',
        weekday,
        starts_at: '16:00',
        ends_at: '17:30',
      })),
    ),
  )
  await insertAll(
    tx,
    'coach_training',
    people
      .filter(one => one.row.kind === 'COACH')
      .map(({ row }, n) => ({
        id: nextTraining(),
        person_id: row.person_id,
        kind: 'SAFETY' as const,
        due_on: dueOn,
        done_on: n % 3 === 0 ? addDays(today, -20) : null,
        note: '',
      })),
  )
}
