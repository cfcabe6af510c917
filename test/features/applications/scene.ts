import type { Scope } from '#app/auth/scope.ts'
import { checkCandidate } from '#app/features/applications/check-candidate.server.ts'
import { enterScore } from '#app/features/applications/enter-score.server.ts'
import { type MoveInput, moveApplication } from '#app/features/applications/move-application.server.ts'
import { publishRanking, publishShortList } from '#app/features/applications/rank-candidates.server.ts'
import type { WayAction } from '#app/features/applications/way.rule.ts'
import { sampleApplication } from '#db/samples.ts'
import type { ApplicationState, Database, Db } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'
import { insertApplicant } from './applicant.ts'

export const by = { id: null, name: '东海县教育局' }
export const donghai: Scope = { kind: 'unit', unitCode: '320722' }
export const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
/** A Thursday; the seven working days after it end on Monday, 7 December 2026. */
export const today = '2026-11-26'
export const at = (day: string) => `${day} 02:00:00.000`

/** A post of 东海县 with its candidates, and what the unit does with them. */
export function useScene(place: { readonly db: Db }) {
  async function scene(post: Partial<Database['coach_post']> = {}, people = 1) {
    const school = await insertSchool(place.db)
    const { post: row, round } = await insertPost(place.db, {
      round: { closes_at: '2026-11-25 09:30:00.000' },
      post: { school_id: school.id, written_weight: 30, skill_weight: 70, quota: 1, ...post },
    })
    const applications = []
    for (let n = 0; n < people; n += 1) {
      const { applicantId } = await insertApplicant(place.db, { login: `athlete${n}` })
      const application = sampleApplication({
        post_id: row.id,
        round_id: round.id,
        applicant_id: applicantId,
        slot: round.id,
        state: 'SUBMITTED',
      })
      await insertAll(place.db, 'application', [application])
      applications.push({ id: application.id, applicantId })
    }
    return { postId: row.id, number: row.number, schoolId: school.id, applications }
  }

  function move(id: string, action: WayAction, given: Partial<MoveInput> & { scope?: Scope } = {}) {
    const { scope = donghai, ...more } = given
    const day = more.today ?? today
    const input = {
      id,
      action,
      reason: '',
      validFrom: null,
      validTo: null,
      today: day,
      now: at(day),
      ...more,
    }
    return moveApplication(place.db, scope, by, input)
  }

  async function stateOf(id: string): Promise<ApplicationState | undefined> {
    const row = await place.db
      .selectFrom('application')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.state
  }

  async function agreeToCheck(applicantId: string) {
    await insertAll(place.db, 'consent', [
      {
        id: newId(),
        applicant_id: applicantId,
        purpose: 'ENTRY_CHECK',
        version: '2026-11',
        given_at: at(today),
        withdrawn_at: null,
      },
    ])
  }

  function check(id: string, queriedOn = today, result: 'CLEAR' | 'NOT_CLEAR' = 'CLEAR', scope = donghai) {
    const given = { id, queriedOn, result, reference: '查询-118', today, now: at(today) }
    return checkCandidate(place.db, scope, by, given)
  }

  function score(id: string, component: 'WRITTEN' | 'SKILL' | 'EXTRA', text: string) {
    return enterScore(place.db, donghai, by, { id, component, text, now: at(today) })
  }

  async function inSkillTest(skills: string[], quota = 1) {
    const plain = { written_weight: 0, skill_weight: 100, written_pass: null, quota }
    const set = await scene(plain, skills.length)
    for (const [n, { id, applicantId }] of set.applications.entries()) {
      await agreeToCheck(applicantId)
      for (const action of ['qualify', 'call-to-recheck', 'pass-recheck'] as const) await move(id, action)
      if (skills[n] !== '') await score(id, 'SKILL', skills[n] ?? '')
    }
    return set
  }

  const rank = (postId: string) => publishRanking(place.db, donghai, by, { postId, now: at(today) })
  async function shortListed(written: string[]) {
    const set = await scene({ written_pass: 6000, short_list_ratio: 2 }, written.length)
    for (const [n, { id }] of set.applications.entries()) {
      for (const action of ['qualify', 'call-to-written'] as const) await move(id, action)
      await score(id, 'WRITTEN', written[n] ?? '')
    }
    await publishShortList(place.db, donghai, by, { postId: set.postId, now: at(today) })
    return set
  }

  return { scene, move, stateOf, agreeToCheck, check, score, inSkillTest, rank, shortListed }
}
