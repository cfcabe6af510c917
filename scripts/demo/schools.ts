import { type Day, openEnd, schoolYearOf } from '#app/calendar-day.ts'
import { codeClassOf, findSchoolType } from '#app/features/schools/school-type.rule.ts'
import type { Stage } from '#db/tables.ts'
import { demoIds } from './demo-id.ts'
import { type Random, seededRandom } from './random.ts'
import { type SchoolKind, type UnitPlan, unitPlans } from './towns.ts'

export interface DemoSchool {
  id: string
  kind: SchoolKind
  unitCode: string
  countsUnitCode: string
  /** Null for a campus without its own. */
  code: string | null
  name: string
  shortName: string
  type: string
  stages: readonly Stage[]
  parentId: string | null
  campusName: string | null
  address: string
  longitude: number
  latitude: number
  openedOn: Day
  closedOn: Day
  /** Classes in each grade of a stage. */
  classesAGrade: Record<Stage, number>
  /** The name borne until the last summer, where the school was renamed then. */
  formerName: string | null
  /** Names of schools merged into it. */
  absorbed: string[]
}

const types: Record<SchoolKind, string> = {
  primary: '211',
  campus: '211',
  point: '218',
  junior: '311',
  nine: '312',
  full: '341',
  senior: '342',
  twelve: '345',
  vocational: '361',
  special: '514',
}

const endings: Record<SchoolKind, string> = {
  primary: '小学',
  campus: '小学',
  point: '教学点',
  junior: '初级中学',
  nine: '九年制学校',
  full: '完全中学',
  senior: '高级中学',
  twelve: '十二年制学校',
  vocational: '中等专业学校',
  special: '特殊教育学校',
}

const ordinals = ['', '第二', '第三', '第四', '第五', '第六', '第七', '第八', '第九']

/** Some 420 schools, each with 演示 in its name and a 标识码 of the range kept for demonstration (…99xxxx). */
export function demoSchools(today: Day): DemoSchool[] {
  const nextId = demoIds('S')
  const random = seededRandom(5621)
  const schools = unitPlans.flatMap(plan => schoolsOf(plan, nextId, random))
  schools.forEach((school, place) => {
    if (school.kind !== 'campus') school.code = codeOf(school.type, place + 1)
  })
  giveParents(schools)
  giveHistory(schools, schoolYearOf(today))
  return schools
}

function schoolsOf(plan: UnitPlan, nextId: () => string, random: Random): DemoSchool[] {
  const kinds = Object.entries(plan.numbers) as [SchoolKind, number][]
  return kinds.flatMap(([kind, number]) =>
    Array.from({ length: number }, (_, place) => schoolOf(plan, kind, place, nextId(), random)),
  )
}

function schoolOf(plan: UnitPlan, kind: SchoolKind, place: number, id: string, random: Random): DemoSchool {
  const inTown = place % plan.towns.length
  const town = plan.towns[inTown]!
  const shortTown = town.replace(/(街道|镇|乡)$/, '')
  const named = `演示${ordinals[Math.floor(place / plan.towns.length)] ?? ''}${endings[kind]}`
  const [longitude, latitude] = plan.centre
  return {
    id,
    kind,
    unitCode: plan.unitCode,
    countsUnitCode: countsTo(plan.unitCode, place),
    code: null,
    name: plan.unitCode === '3207SZ' ? `${plan.name}${named}` : `${plan.name}${shortTown}${named}`,
    shortName: `${shortTown}${named}`,
    type: types[kind],
    stages: findSchoolType(types[kind])?.stages ?? [],
    parentId: null,
    campusName: null,
    address: `${plan.name}${town}演示路${place + 1}号（演示数据）`,
    longitude: round(longitude + (random.next() - 0.5) * 0.2),
    latitude: round(latitude + (random.next() - 0.5) * 0.2),
    openedOn: `${random.between(1952, 2014)}-09-01`,
    closedOn: openEnd,
    classesAGrade: sizesOf(kind, inTown < 2 || plan.towns.length < 9, random),
    formerName: null,
    absorbed: [],
  }
}

/** Schools directly under the city stand in 海州, one in 连云: they count where they stand (domain.md 2, rule 5). */
function countsTo(unitCode: string, place: number): string {
  if (unitCode !== '3207SZ') return unitCode
  return place === 1 ? '320703' : '320706'
}

function sizesOf(kind: SchoolKind, isCentre: boolean, random: Random): Record<Stage, number> {
  if (kind === 'point' || kind === 'special') return { primary: 1, junior: 1, senior: 1 }
  const primary = isCentre ? random.between(4, 8) : random.between(2, 5)
  return {
    primary: kind === 'campus' ? 3 : primary,
    junior: isCentre ? random.between(7, 10) : random.between(4, 8),
    senior: kind === 'vocational' ? random.between(8, 12) : random.between(12, 18),
  }
}

function codeOf(type: string, number: number): string {
  return `${codeClassOf(type) ?? '21'}3299${String(number).padStart(4, '0')}`
}

/** A teaching point belongs to a primary school of its unit; a campus bears its school's name and has no code. */
function giveParents(schools: DemoSchool[]): void {
  for (const kind of ['point', 'campus'] as const) {
    schools
      .filter(school => school.kind === kind)
      .forEach((school, place) => {
        const parents = schools.filter(one => one.kind === 'primary' && one.unitCode === school.unitCode)
        const parent = parents[place % parents.length]
        if (parent === undefined) return
        school.parentId = parent.id
        if (kind === 'point') return
        school.campusName = '新校区'
        school.name = `${parent.name}新校区`
        school.shortName = `${parent.shortName}新校区`
      })
  }
}

/** Last summer one school was closed, one renamed and one merged into its neighbour. */
function giveHistory(schools: DemoSchool[], schoolYear: number): void {
  const primaries = schools.filter(school => school.kind === 'primary' && school.unitCode === '320722')
  const [closed, renamed, merged, host] = primaries.slice(-4)
  if (!closed || !renamed || !merged || !host) return
  closed.closedOn = `${schoolYear}-09-01`
  merged.closedOn = `${schoolYear}-09-01`
  host.absorbed.push(merged.name, merged.shortName)
  renamed.formerName = renamed.name.replace('演示', '演示中心')
}

function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
