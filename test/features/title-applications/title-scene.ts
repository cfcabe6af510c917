import type { Actor, Scope } from '#app/auth/scope.ts'
import {
  moveTitleApplication,
  type TitleMoveInput,
} from '#app/features/title-applications/move-title-application.server.ts'
import type { TitleAction } from '#app/features/title-applications/title-way.rule.ts'
import { sampleBatch, sampleTitleApplication } from '#db/samples.ts'
import type { Database, Db, TitleApplicationState } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertSchool } from '#test/support/school.ts'

export const today = '2026-12-10'
export const at = (day: string, time = '02:00:00.000') => `${day} ${time}`
export const city: Scope = { kind: 'city' }
export const donghai: Scope = { kind: 'unit', unitCode: '320722' }
export const by = { id: null, name: '经办人' }

export const recommendation = {
  position: 1,
  opinion: '同意推荐',
  educationBy: '教育局 王芳',
  educationOn: '2026-12-09',
  sportsBy: '体育局 李明',
  sportsOn: '2026-12-09',
}

/** Every indicator of the usual set scored, and every veto declared not to apply. */
export function fullScores(): { code: string; points: number | null; evidence: string }[] {
  const scored = ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'D1', 'D2', 'D3']
  return [
    ...scored.map(code => ({ code, points: 400, evidence: '' })),
    ...['V1', 'V2', 'V3', 'V4'].map(code => ({ code, points: 0, evidence: '' })),
  ]
}

/** A batch that closed on 8 December 2026, and schools that have handed in. */
export function useTitleScene(place: { readonly db: Db }) {
  async function scene(
    given: {
      batch?: Partial<Database['designation_batch']>
      state?: TitleApplicationState
      schools?: number
    } = {},
  ) {
    const batch = sampleBatch({
      announced_at: '2026-10-21 02:00:00.000',
      closes_at: '2026-12-08 09:30:00.000',
      ...given.batch,
    })
    await insertAll(place.db, 'designation_batch', [batch])
    await insertAll(place.db, 'designation_quota', [{ batch_id: batch.id, unit_code: '320722', quota: 2 }])
    const applications: { id: string; schoolId: string; school: Scope }[] = []
    for (let n = 0; n < (given.schools ?? 1); n += 1) {
      const school = await insertSchool(place.db, { code: `213200010${n}`, name: `东海县第${n}小学` })
      const row = sampleTitleApplication({
        ...{ batch_id: batch.id, school_id: school.id },
        ...(given.state !== undefined && { state: given.state }),
      })
      await insertAll(place.db, 'title_application', [row])
      await insertAll(place.db, 'title_application_sport', [
        { application_id: row.id, sport_code: 'wushu', position: 0 },
      ])
      applications.push({ id: row.id, schoolId: school.id, school: { kind: 'school', schoolId: school.id } })
    }
    return { batchId: batch.id, applications, first: applications[0]! }
  }

  function move(
    id: string,
    action: TitleAction,
    given: Partial<TitleMoveInput> & { scope?: Scope; by?: Pick<Actor, 'id' | 'name'> } = {},
  ) {
    const { scope = city, by: actor = by, ...more } = given
    const day = more.today ?? today
    return moveTitleApplication(place.db, scope, actor, {
      ...{ id, action, reason: '', seenAt: null, movedAt: null, mendUntil: null, recommendation: {} },
      ...{ today: day, now: at(day), ...more },
    })
  }

  async function stateOf(id: string): Promise<TitleApplicationState | undefined> {
    const row = await place.db
      .selectFrom('title_application')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.state
  }

  /** So many experts who have finished with an application, without scores. */
  async function reviewed(id: string, states: readonly Database['title_review']['state'][]) {
    for (const [n, state] of states.entries()) {
      const expert = await insertPerson(place.db, { role: 'expert', login: `expert${n}${id.slice(-6)}` })
      await insertAll(place.db, 'title_review', [
        {
          ...{ id: `${n}`.padStart(26, id.slice(-4)), application_id: id, account_id: expert.id, state },
          ...{ free_of_conflict_at: at(today), conflict: '', comment: '', assigned_at: at(today) },
          ...{ updated_at: at(today), done_at: state === 'done' ? at(today) : null },
        },
      ])
    }
  }

  return { scene, move, stateOf, reviewed }
}
