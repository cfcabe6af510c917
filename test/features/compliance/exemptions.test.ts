import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { complianceBySchool } from '#app/features/compliance/ask-compliance.server.ts'
import { decideExemption } from '#app/features/compliance/decide-exemption.server.ts'
import type { ExemptionRequest } from '#app/features/compliance/exemption.rule.ts'
import { listExemptions } from '#app/features/compliance/exemptions.queries.server.ts'
import { requestExemption } from '#app/features/compliance/request-exemption.server.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()
const today = '2025-09-30'
const by = { id: null, name: '李主任' }
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const haizhou: Scope = { kind: 'unit', unitCode: '320706' }

async function school() {
  const { id, classes } = await insertSchool(database.db, { classes: [['primary', 2023, 1]] })
  return { id, classId: classes[0] ?? '', scope: { kind: 'school', schoolId: id } satisfies Scope }
}

function request(schoolId: string, given: Partial<ExemptionRequest> = {}): ExemptionRequest {
  return {
    schoolId,
    grade: 0,
    classId: '',
    firstDay: '2025-09-01',
    lastDay: '2025-09-02',
    reason: 'TYPHOON',
    note: '',
    ...given,
  }
}

async function requested(schoolId: string) {
  const answer = await requestExemption(database.db, city, by, request(schoolId), today)
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.id
}

function decide(scope: Scope, id: string, decision: 'approved' | 'rejected' = 'approved') {
  return decideExemption(database.db, scope, by, { id, decision, today, now: '2025-09-30 08:00:00.000' })
}

async function figures() {
  const range = { from: '2025-09-01', to: '2025-09-03' }
  return (await complianceBySchool(database.db, city, range))[0]?.classDays
}

describe('asking for an exemption', () => {
  test('a request changes no figure until it is approved', async () => {
    const { id, scope } = await school()

    const answer = await requestExemption(database.db, scope, by, request(id), today)

    expect(answer.ok).toBe(true)
    expect(await figures()).toMatchObject({ expected: 3, exempt: 0 })
    expect(await listExemptions(database.db, scope, { asOf: today })).toMatchObject([
      { status: 'requested', reason: 'TYPHOON', schoolId: id },
    ])
  })

  test.each([
    ['days-reversed', { firstDay: '2025-09-03' }],
    ['too-many-days', { lastDay: '2026-01-30' }],
    ['note-needed', { reason: 'OTHER' as const }],
    ['class-unknown', { classId: '0'.repeat(26) }],
    ['grade-and-class', { grade: 3, classId: '0'.repeat(26) }],
  ])('is refused: %s', async (refusal, given) => {
    const { id, scope } = await school()

    expect(await requestExemption(database.db, scope, by, request(id, given), today)).toEqual({
      ok: false,
      refusal,
    })
  })

  test('twice for the same days is one request', async () => {
    const { id, scope } = await school()
    await requestExemption(database.db, scope, by, request(id), today)

    expect(await requestExemption(database.db, scope, by, request(id), today)).toEqual({
      ok: false,
      refusal: 'already-requested',
    })
  })

  test('another unit neither asks nor sees', async () => {
    const { id } = await school()
    await requested(id)

    expect(await requestExemption(database.db, haizhou, by, request(id), today)).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await listExemptions(database.db, haizhou, { asOf: today })).toEqual([])
  })
})

describe('deciding', () => {
  test('an approved one leaves the denominator and takes its reports with it', async () => {
    const { id, classId } = await school()
    await report(database.db, id, classDay(classId, '2025-09-01', 90), classDay(classId, '2025-09-03', 90))
    const exemption = await requested(id)

    expect(await decide(donghai, exemption)).toEqual({ ok: true })

    expect(await figures()).toEqual({
      expected: 3,
      exempt: 2,
      reported: 1,
      floorMet: 1,
      targetMet: 0,
      missing: 0,
    })
    expect(await verifyRollups(database.db)).toEqual([])
  })

  test('an approval taken back counts the reports again', async () => {
    const { id, classId } = await school()
    await report(database.db, id, classDay(classId, '2025-09-01', 90))
    const exemption = await requested(id)
    await decide(city, exemption)

    expect(await decide(city, exemption, 'rejected')).toEqual({ ok: true })

    expect(await figures()).toMatchObject({ exempt: 0, reported: 1 })
    expect(await verifyRollups(database.db)).toEqual([])
  })

  test('a school does not decide on its own request, another unit does not find it', async () => {
    const { id, scope } = await school()
    const exemption = await requested(id)

    expect(await decide(scope, exemption)).toEqual({ ok: false, refusal: 'not-yours-to-decide' })
    expect(await decide(haizhou, exemption)).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('nothing is decided twice', async () => {
    const { id } = await school()
    const exemption = await requested(id)
    await decide(city, exemption, 'rejected')

    expect(await decide(city, exemption)).toEqual({ ok: false, refusal: 'already-decided' })
  })

  test('every step is audited', async () => {
    const { id } = await school()
    await decide(city, await requested(id))

    const rows = await database.db.selectFrom('audit').select('action').orderBy('position').execute()
    expect(rows.map(row => row.action)).toEqual(['exemption.request', 'exemption.approve'])
  })
})
