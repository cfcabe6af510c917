import { type BatchRow, listBatches } from '#app/features/designation/batches.queries.server.ts'
import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { listSchools, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { draftTerms } from './save-title-draft.server.ts'
import type { DraftTerms, TitleDraft } from './self-score.rule.ts'
import {
  listTitleApplications,
  selfEntriesOf,
  type TitleApplication,
} from './title-applications.queries.server.ts'

/** An application as it stands, or one that is not begun. */
interface Standing {
  application: TitleApplication | undefined
  draft: TitleDraft
}

/** All that rows of applications are judged against. */
export interface TitlesToWrite {
  /** Of the scope, by code. */
  schools: ReadonlyMap<string, SchoolRow>
  batches: ReadonlyMap<string, BatchRow>
  terms: ReadonlyMap<string, DraftTerms>
  /** By titleKey. */
  standing: ReadonlyMap<string, Standing>
  sportNames: ReadonlyMap<string, string>
}

/** Of what a row speaks. */
export interface TitleRowOf {
  school: SchoolRow
  terms: DraftTerms
  standing: Standing
}

export function titleKey({ batchId, code }: { batchId: string; code: string }): string {
  return `${batchId} ${code}`
}

export const nothingYet: Standing = {
  application: undefined,
  draft: { statement: '', sports: [], scores: [] },
}

export async function loadTitlesToWrite(
  db: Db,
  { scope, today }: Pick<ImportContext, 'scope' | 'today'>,
): Promise<TitlesToWrite> {
  const schools = await listSchools(db, scope, { asOf: today })
  const batches = await listBatches(db, { announcedOnly: true })
  const terms = new Map<string, DraftTerms>()
  for (const batch of batches) terms.set(batch.id, await draftTerms(db, batch))
  const applications = await listTitleApplications(db, scope, { asOf: today })
  const entries = await selfEntriesOf(
    db,
    applications.map(one => one.id),
  )
  const standing = applications.flatMap(application => {
    const { id, batchId, code, statement, sports } = application
    const draft = { statement, sports, scores: entries.get(id) ?? [] }
    return code === null ? [] : [[titleKey({ batchId, code }), { application, draft }] as const]
  })
  return {
    schools: new Map(schools.flatMap(one => (one.code === null ? [] : [[one.code, one] as const]))),
    batches: new Map(batches.map(batch => [batch.id, batch])),
    terms,
    standing: new Map(standing),
    sportNames: new Map((await listSportNames(db)).map(sport => [sport.code, sport.name])),
  }
}

/** Null where the batch is not announced, or the school is not in the scope. */
export function titleRowOf(of: { batchId: string; code: string }, inForce: TitlesToWrite): TitleRowOf | null {
  const school = inForce.schools.get(of.code)
  const terms = inForce.terms.get(of.batchId)
  if (school === undefined || terms === undefined) return null
  return { school, terms, standing: inForce.standing.get(titleKey(of)) ?? nothingYet }
}
