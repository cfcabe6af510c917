import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, instantInCity } from '#app/calendar-day.ts'
import { listBatches } from '#app/features/designation/batches.queries.server.ts'
import type { Indicator } from '#app/features/designation/indicator.rule.ts'
import { indicatorsOf } from '#app/features/designation/indicators.queries.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Db, TitleApplicationState } from '#db/tables.ts'
import { type TitleDraft, vetoApplies } from './self-score.rule.ts'
import { listTitleApplications, selfEntriesOf } from './title-applications.queries.server.ts'
import type { BatchRef, SaidPoints, TitleApplicationRecord } from './title-applications.sheet.ts'
import { isInTime, isWritable } from './title-way.rule.ts'

/** The applications of the scope as rows of their sheet, every indicator of each. */
export async function titleApplicationRecords(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode?: string; schoolId?: string },
): Promise<TitleApplicationRecord[]> {
  const { unitCode, ...of } = asked
  const applications = (await listTitleApplications(db, scope, of)).filter(
    one => unitCode === undefined || [one.unitCode, one.countsUnitCode].includes(unitCode),
  )
  const entries = await selfEntriesOf(
    db,
    applications.map(one => one.id),
  )
  const { indicatorsIn, sportNames } = await namesIn(db, applications)
  return applications.flatMap(({ id, batchId, batchName, setId, code, schoolName, ...one }) =>
    code === null
      ? []
      : recordsOf(
          {
            ...{ batch: { id: batchId, name: batchName }, code, school: schoolName, state: one.state },
            draft: { statement: one.statement, sports: one.sports, scores: entries.get(id) ?? [] },
          },
          indicatorsIn.get(setId) ?? [],
          sportNames,
        ),
  )
}

/** What a school can still write on the day: the indicators of its open batches, with its drafts as they stand. */
export async function titleTemplateRecords(
  db: Db,
  scope: Scope,
  day: Day,
): Promise<Partial<TitleApplicationRecord>[]> {
  if (scope.kind !== 'school') return []
  const school = await findSchool(db, scope, scope.schoolId, day)
  const code = school?.code ?? null
  if (school === undefined || code === null) return []
  const own = await listTitleApplications(db, scope, { asOf: day })
  const open = (await listBatches(db, { announcedOnly: true })).filter(batch => {
    const application = own.find(one => one.batchId === batch.id)
    return isOpenOn({ ...batch, mendUntil: application?.mendUntil ?? null }, day)
  })
  const { indicatorsIn, sportNames } = await namesIn(db, open)
  const entries = await selfEntriesOf(
    db,
    own.map(one => one.id),
  )
  return open.flatMap(({ id, name, setId }) => {
    const application = own.find(one => one.batchId === id)
    if (application !== undefined && !isWritable(application.state)) return []
    const { statement = '', sports = [], state = null } = application ?? {}
    const draft = { statement, sports, scores: entries.get(application?.id ?? '') ?? [] }
    const of = { batch: { id, name }, code, school: school.name, state, draft }
    return recordsOf(of, indicatorsIn.get(setId) ?? [], sportNames)
  })
}

function isOpenOn(of: Parameters<typeof isInTime>[0], day: Day): boolean {
  const first = instantInCity(`${day}T00:00`) ?? day
  const end = instantInCity(`${addDays(day, 1)}T00:00`) ?? day
  const at = of.opensAt > first && of.mendUntil === null ? of.opensAt : first
  return at < end && isInTime(of, at)
}

/** What the rows of applications name: the indicators of their versions, and sports as cells call them. */
async function namesIn(db: Db, of: readonly { setId: string }[]) {
  const indicatorsIn = new Map<string, Indicator[]>()
  for (const { setId } of of)
    if (!indicatorsIn.has(setId)) indicatorsIn.set(setId, await indicatorsOf(db, setId))
  const sportNames = new Map((await listSports(db)).map(sport => [sport.code, sport.name]))
  return { indicatorsIn, sportNames }
}

interface Written {
  batch: BatchRef
  code: string
  school: string
  /** Null where it is not begun. */
  state: TitleApplicationState | null
  draft: TitleDraft
}

/** Sports and statement stand once, in the first row: who changes them changes one cell. */
function recordsOf(
  { draft, ...of }: Written,
  indicators: readonly Indicator[],
  sportNames: ReadonlyMap<string, string>,
): TitleApplicationRecord[] {
  return indicators.map((indicator, at) => {
    const entry = draft.scores.find(one => one.code === indicator.code)
    return {
      ...of,
      sports: at === 0 && draft.sports.length > 0 ? sportRefs(draft.sports, sportNames) : null,
      statement: at === 0 ? draft.statement || null : null,
      ...{ indicator: indicator.code, title: indicator.title, most: indicator.most },
      points: saidPoints(indicator, entry?.points ?? null),
      evidence: entry?.evidence || null,
    }
  })
}

export function sportRefs(codes: readonly string[], names: ReadonlyMap<string, string>) {
  return codes.map(code => ({ code, name: names.get(code) ?? code }))
}

export function saidPoints({ kind }: Pick<Indicator, 'kind'>, points: number | null): SaidPoints | null {
  if (points === null) return null
  return kind === 'veto' ? { applies: points === vetoApplies } : { points }
}
