import { addDays, addYears, type Day } from '#app/calendar-day.ts'
import { sampleBatch, sampleTitleApplication } from '#db/samples.ts'
import type { Database, TitleApplicationState, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { demoIds } from './demo-id.ts'
import type { DemoPlacement } from './placements.ts'
import { type Random, seededRandom } from './random.ts'
import type { DemoSchool } from './schools.ts'

/** How the applications of the batch that has closed stand, one after the other. */
const standing: readonly TitleApplicationState[] = [
  ...([
    'EXPERT_REVIEW',
    'EXPERT_REVIEW',
    'EXPERT_REVIEW',
    'ONSITE_REVIEW',
    'PUBLICITY',
    'PUBLICITY',
  ] as const),
  ...(['RECOMMENDED', 'SHORTLISTED', 'SUBMITTED', 'REJECTED', 'EXPERT_REVIEW', 'PUBLICITY'] as const),
]

const mosts: Readonly<Record<string, number>> = {
  ...{ A1: 8, A2: 10, A3: 8, A4: 8, B1: 10, B2: 10, B3: 8 },
  ...{ B4: 6, C1: 8, C2: 8, D1: 8, D2: 4, D3: 4 },
}
const vetoes = ['V1', 'V2', 'V3', 'V4']

interface Given {
  schools: readonly DemoSchool[]
  placements: readonly DemoPlacement[]
  own: DemoSchool
  /** The accounts of the experts. */
  experts: readonly string[]
  today: Day
}

interface Applying {
  schoolId: string
  schoolName: string
  unitCode: string
  sport: string
}

/**
 * A batch of last month, whose applications stand everywhere on the way, and one that is open: there the demo school
 * writes, and schools of Donghai have handed in.
 */
export async function insertTitleApplications(tx: Tx, given: Given): Promise<void> {
  const { own, today } = given
  const random = seededRandom(8)
  const nextId = demoIds('B')
  const [closed, open] = [batchRow(nextId(), today, -60, '第一批'), batchRow(nextId(), today, -8, '第二批')]
  await insertAll(tx, 'designation_batch', [closed, open])
  await insertAll(tx, 'designation_quota', [{ batch_id: open.id, unit_code: '320722', quota: 6 }])
  const applying = applyingSchools(given)
  const donghai = applying.filter(one => one.unitCode === '320722' && one.schoolId !== own.id)
  const others = applying.filter(one => one.unitCode !== '320722')
  const nextApplication = demoIds('F')
  const rows = [
    ...standing.map((state, at) => ({ of: others[at * 3]!, state, batch: closed })),
    ...donghai.slice(0, 3).map(of => ({ of, state: 'SUBMITTED' as const, batch: open })),
    {
      of: { ...own, schoolId: own.id, schoolName: own.name, sport: 'wushu' },
      state: 'DRAFT' as const,
      batch: open,
    },
  ].map(({ of, state, batch }) => ({
    of,
    row: applicationRow(nextApplication(), of, batch.id, state, today),
  }))
  await insertAll(
    tx,
    'title_application',
    rows.map(({ row }) => row),
  )
  await insertAll(
    tx,
    'title_application_sport',
    rows.map(({ of, row }) => ({ application_id: row.id, sport_code: of.sport, position: 0 })),
  )
  await insertAll(
    tx,
    'title_self_score',
    rows.flatMap(({ row }) => selfScores(row.id, today, random)),
  )
  await insertSteps(
    tx,
    rows.map(({ row }) => row),
  )
  await insertReviews(
    tx,
    rows.map(({ row }) => row),
    given,
    random,
  )
  await insertNotice(tx, closed.id, rows, today)
}

function batchRow(id: string, today: Day, opens: number, name: string) {
  const year = Number(today.slice(0, 4))
  const valid = `${year + 1}-09-01`
  return sampleBatch({
    ...{
      id,
      name: `${year}年${name}传统特色学校`,
      announced_at: `${addDays(today, opens - 10)} 02:00:00.000`,
    },
    ...{
      opens_at: `${addDays(today, opens)} 01:00:00.000`,
      closes_at: `${addDays(today, opens + 40)} 09:30:00.000`,
    },
    ...{
      document: `连教体〔${year}〕${opens === -8 ? 36 : 30}号`,
      created_at: `${addDays(today, opens - 20)} 02:00:00.000`,
    },
    ...{ valid_from: valid, valid_to: addDays(addYears(valid, 4), -1), publicity_days: 5 },
  })
}

/** Schools with a code and a sport among their placements, once each. */
function applyingSchools({ schools, placements }: Given): Applying[] {
  const named = new Map(schools.filter(one => one.code !== null).map(one => [one.id, one]))
  const found = new Map<string, Applying>()
  for (const { schoolId, sport } of placements) {
    const school = named.get(schoolId)
    if (school !== undefined && !found.has(schoolId))
      found.set(schoolId, { schoolId, schoolName: school.name, unitCode: school.unitCode, sport })
  }
  return [...found.values()]
}

function applicationRow(id: string, of: Applying, batchId: string, state: TitleApplicationState, today: Day) {
  const at = `${addDays(today, -4)} 02:00:00.000`
  const isDraft = state === 'DRAFT'
  return sampleTitleApplication({
    ...{ id, batch_id: batchId, school_id: of.schoolId, state, state_at: at, created_at: at, updated_at: at },
    ...{ submitted_at: isDraft ? null : at },
    statement: isDraft ? '' : '项目开展多年，班班有队、人人参与，每年举办校内联赛。',
  })
}

function selfScores(applicationId: string, today: Day, random: Random): Database['title_self_score'][] {
  const none = {
    figure: '',
    figure_missing: '',
    figure_value: null,
    figure_of: null,
    figure_from: null,
    figure_day: null,
  }
  const scored = Object.entries(mosts).map(([code, most]) => ({
    ...{ application_id: applicationId, indicator_code: code, evidence: '', ...none },
    points: most * 100 - random.between(0, 2) * 50,
    ...(code === 'B2' && {
      ...{ figure: 'daily_hour', figure_value: random.between(880, 989), figure_of: 3600 },
      ...{ figure_from: addDays(addYears(today, -1), -3), figure_day: addDays(today, -4) },
    }),
  }))
  return [
    ...scored,
    ...vetoes.map(code => ({
      application_id: applicationId,
      indicator_code: code,
      points: 0,
      evidence: '',
      ...none,
    })),
  ]
}

async function insertSteps(tx: Tx, rows: readonly ReturnType<typeof applicationRow>[]): Promise<void> {
  await insertAll(
    tx,
    'title_step',
    rows
      .filter(row => row.state !== 'DRAFT')
      .map(row => ({
        ...{
          application_id: row.id,
          position: 1,
          from_state: 'DRAFT' as const,
          to_state: 'SUBMITTED' as const,
        },
        ...{
          action: 'submit',
          actor: '学校体育组长（演示）',
          actor_id: null,
          at: row.state_at ?? '',
          reason: '',
        },
      })),
  )
}

/** Of those with the experts the first is scored by all of them, the others by some. */
async function insertReviews(
  tx: Tx,
  rows: readonly ReturnType<typeof applicationRow>[],
  { experts, today }: Given,
  random: Random,
): Promise<void> {
  const nextId = demoIds('V')
  const at = `${addDays(today, -3)} 02:00:00.000`
  const scored = rows.filter(row =>
    ['EXPERT_REVIEW', 'ONSITE_REVIEW', 'SHORTLISTED', 'PUBLICITY'].includes(row.state ?? ''),
  )
  const reviews = scored.flatMap((row, place) =>
    experts.map((account_id, seat) => {
      const isDone = row.state !== 'EXPERT_REVIEW' || place === 0 || seat > 0
      return {
        ...{ id: nextId(), application_id: row.id, account_id, conflict: '', comment: '', assigned_at: at },
        ...{ state: isDone ? ('done' as const) : ('open' as const), updated_at: at },
        ...{ free_of_conflict_at: isDone ? at : null, done_at: isDone ? at : null },
      }
    }),
  )
  await insertAll(tx, 'title_review', reviews)
  await insertAll(
    tx,
    'title_review_score',
    reviews
      .filter(review => review.state === 'done')
      .flatMap((review, at) =>
        Object.entries(mosts).map(([code, most]) => ({
          ...{ review_id: review.id, indicator_code: code },
          // One expert is far from the others, so that the sheet has something to flag.
          points: Math.max(0, most * 100 - random.between(0, 3) * 50 - (at === 1 ? 200 : 0)),
        })),
      ),
  )
}

async function insertNotice(
  tx: Tx,
  batchId: string,
  rows: readonly { of: Applying; row: ReturnType<typeof applicationRow> }[],
  today: Day,
): Promise<void> {
  const id = demoIds('N')()
  const shown = rows.filter(({ row }) => row.state === 'PUBLICITY')
  await insertAll(tx, 'title_notice', [
    {
      ...{ id, batch_id: batchId, starts_on: addDays(today, -2), ends_on: addDays(today, 5) },
      ...{ channel: '市教育局网站、各学校公示栏', contact: '市教育局体卫艺处 0518-85820000' },
      published_at: `${addDays(today, -3)} 08:00:00.000`,
    },
  ])
  const units = new Map(
    (await tx.selectFrom('unit').select(['code', 'name']).execute()).map(unit => [unit.code, unit.name]),
  )
  const sports = new Map(
    (await tx.selectFrom('sport').select(['code', 'name']).execute()).map(sport => [sport.code, sport.name]),
  )
  await insertAll(
    tx,
    'title_notice_line',
    shown.map(({ of, row }, at) => ({
      ...{ notice_id: id, application_id: row.id, position: at + 1, school_name: of.schoolName },
      ...{ unit_name: units.get(of.unitCode) ?? '', sports: sports.get(of.sport) ?? '' },
    })),
  )
  await tx
    .updateTable('title_application')
    .set({ notice_id: id })
    .where(
      'id',
      'in',
      shown.map(({ row }) => row.id),
    )
    .execute()
}
