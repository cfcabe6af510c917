import { addDays, type Day } from '#app/calendar-day.ts'
import { longest } from '#app/features/posts/post.rule.ts'
import { samplePost, sampleRound } from '#db/samples.ts'
import type { Database, Engagement, Stage, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { demoIds } from './demo-id.ts'
import type { DemoPlacement } from './placements.ts'
import type { DemoSchool } from './schools.ts'

type PostStatus = Database['coach_post']['status']

/** A round of the demo city: its window in days from today, and how many posts of it stand in each state. */
interface RoundPlan {
  unitCode: string
  name: string
  document: string
  opens: number
  closes: number
  posts: [status: PostStatus, count: number][]
}

const plans: readonly RoundPlan[] = [
  {
    unitCode: '320722',
    name: '公开招聘学校教练员',
    document: '东教发〔2026〕31号',
    opens: -10,
    closes: 14,
    posts: [
      ['published', 24],
      ['draft', 3],
      ['submitted', 2],
      ['returned', 1],
    ],
  },
  {
    unitCode: '3207SZ',
    name: '市级统筹学校教练员招聘',
    document: '连教体〔2026〕19号',
    opens: -4,
    closes: 24,
    posts: [
      ['published', 16],
      ['draft', 2],
    ],
  },
  {
    unitCode: '320722',
    name: '上一轮学校教练员招聘',
    document: '东教发〔2026〕8号',
    opens: -120,
    closes: -90,
    posts: [
      ['published', 4],
      ['completed', 3],
      ['cancelled', 1],
    ],
  },
  {
    unitCode: '320723',
    name: '学校教练员专项招聘',
    document: '灌云教〔2026〕22号',
    opens: 6,
    closes: 30,
    posts: [['published', 3]],
  },
]

const kinds: readonly [Engagement, hours: number][] = [
  ['FULL_TIME_ESTABLISHED', 40],
  ['FULL_TIME_CONTRACT', 40],
  ['PART_TIME', 10],
  ['PURCHASED_SERVICE', 8],
  ['VOLUNTEER', 4],
  ['INTERN', 30],
]

/** Rounds and posts of schools that have the sport among their placements; the demo school has drafts of its own. */
export async function insertPosts(
  tx: Tx,
  input: {
    schools: readonly DemoSchool[]
    placements: readonly DemoPlacement[]
    sports: ReadonlyMap<string, string>
    own: DemoSchool
    today: Day
  },
): Promise<void> {
  const { schools, placements, sports, own, today } = input
  const nextId = demoIds('P')
  const rounds: RoundRow[] = []
  const posts: PostRow[] = []
  const stages: Database['coach_post_stage'][] = []
  const served: Database['coach_post_school'][] = []
  for (const plan of plans) {
    const round = roundOf(plan, nextId(), today)
    rounds.push(round)
    const places = placesOf(plan, schools, placements, own)
    const statuses = plan.posts.flatMap(([status, count]) => Array<PostStatus>(count).fill(status))
    for (const [at, status] of statuses.entries()) {
      const place = places[at % places.length]
      if (place === undefined) continue
      const number = `${today.slice(0, 4)}-${String(posts.length + 1).padStart(3, '0')}`
      const sport = { code: place.sport, name: sports.get(place.sport) ?? place.sport }
      const post = postOf({ id: nextId(), number, round, status, place, sport, at })
      posts.push(post)
      stages.push(...place.stages.map(stage => ({ post_id: post.id, stage })))
      served.push(...place.schoolIds.map(school_id => ({ post_id: post.id, school_id })))
    }
  }
  await insertAll(tx, 'coach_round', rounds)
  await insertAll(tx, 'coach_post', posts)
  await insertAll(tx, 'coach_post_stage', stages)
  await insertAll(tx, 'coach_post_school', served)
}

type RoundRow = ReturnType<typeof sampleRound>
type PostRow = ReturnType<typeof samplePost>

interface Place {
  sport: string
  stages: Stage[]
  schoolIds: string[]
}

/** Where a coach is wanted: a school a sport, pairs of schools for the city; drafts fall to the demo school. */
function placesOf(
  { unitCode, posts }: RoundPlan,
  schools: readonly DemoSchool[],
  placements: readonly DemoPlacement[],
  own: DemoSchool,
): Place[] {
  const units = new Map(schools.map(school => [school.id, school.unitCode]))
  const isOfCity = unitCode === '3207SZ'
  const wanted = placements.filter(one => isOfCity || units.get(one.schoolId) === unitCode)
  const places = wanted.map(({ sport, stage, schoolId }) => ({
    sport,
    stages: [stage],
    schoolIds: [schoolId],
  }))
  const spread = places.filter((_, at) => at % Math.max(1, Math.floor(places.length / 30)) === 0)
  if (isOfCity) return pairs(spread)
  const published = posts.find(([status]) => status === 'published')?.[1] ?? 0
  const ownSport = wanted.find(one => one.schoolId === own.id)?.sport ?? 'football'
  const ownPlace: Place = { sport: ownSport, stages: ['primary'], schoolIds: [own.id] }
  return own.unitCode === unitCode
    ? spread.slice(0, published).concat(ownPlace, spread.slice(published))
    : spread
}

/** Two schools of one sport and stage share a coach. */
function pairs(places: readonly Place[]): Place[] {
  return places.flatMap((place, at) => {
    const other = places.find(
      (one, index) => index > at && one.sport === place.sport && one.stages[0] === place.stages[0],
    )
    return other === undefined ? [] : [{ ...place, schoolIds: [...place.schoolIds, ...other.schoolIds] }]
  })
}

function roundOf(plan: RoundPlan, id: string, today: Day): RoundRow {
  const day = (days: number) => addDays(today, days)
  return {
    ...sampleRound(),
    id,
    unit_code: plan.unitCode,
    name: `${day(plan.opens).slice(0, 4)}年${plan.name}`,
    document: plan.document,
    opens_at: `${day(plan.opens)} 01:00:00.000`,
    closes_at: `${day(plan.closes)} 09:30:00.000`,
    created_at: `${day(plan.opens - 7)} 02:00:00.000`,
  }
}

function postOf(of: {
  id: string
  number: string
  round: RoundRow
  status: PostStatus
  place: Place
  sport: { code: string; name: string }
  at: number
}): PostRow {
  const { round, status, place, sport, at } = of
  const [engagement, hours] = kinds[at % kinds.length] ?? ['PART_TIME', 10]
  const isLong = engagement === 'FULL_TIME_ESTABLISHED'
  const isReserved = at % 4 === 0
  const [schoolId = ''] = place.schoolIds
  const isPublic = status === 'published' || status === 'completed' || status === 'cancelled'
  const reasons: Partial<Record<PostStatus, string>> = { returned: '请先核定编制', cancelled: '编制核减' }
  return {
    ...samplePost({ round_id: round.id }),
    id: of.id,
    round_id: round.id,
    unit_code: round.unit_code,
    school_id: place.schoolIds.length > 1 ? null : schoolId,
    number: of.number,
    title: `${sport.name}教练员${place.schoolIds.length > 1 ? '（统筹）' : ''}`.slice(0, longest.title),
    sport_code: sport.code,
    engagement,
    hours_week: hours,
    quota: 1 + (at % 3 === 2 ? 1 : 0),
    least_grade: isReserved || isLong ? 'LEVEL1' : 'LEVEL2',
    result_instead: isLong && !isReserved ? 'PROVINCIAL_TOP3' : '',
    least_education: isLong ? 'BACHELOR' : 'COLLEGE',
    most_age: isLong ? 35 : null,
    certificate: isLong ? 'WITHIN_PROBATION' : 'NONE',
    reserved_for_retired: isReserved ? 1 : 0,
    written_weight: isLong ? 30 : 0,
    skill_weight: isLong ? 70 : 100,
    written_pass: isLong ? 5000 : null,
    probation_months: isLong ? 12 : 0,
    term_months: isLong ? null : engagement === 'INTERN' ? 12 : 24,
    pay: isLong ? '按事业单位标准执行' : '面议',
    duties: `负责${sport.name}项目课余训练，协助体育课和每天一小时活动。`,
    contact: '教育局体卫艺科 0518-87212345',
    status,
    status_reason: reasons[status] ?? '',
    published_at: isPublic ? round.created_at : null,
    created_by: '演示',
    created_at: round.created_at,
    updated_at: round.created_at,
  }
}
