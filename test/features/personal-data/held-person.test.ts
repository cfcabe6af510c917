import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '#app/features/applicants/change-documents.server.ts'
import {
  addCertificate,
  changeBackground,
  changeConsent,
  changeContact,
  changeIdentity,
  changeSport,
} from '#app/features/applicants/change-profile.server.ts'
import { sendCode } from '#app/features/applicants/send-code.server.ts'
import { askErasure } from '#app/features/personal-data/erase-person.server.ts'
import { moveToPerson } from '#app/features/personal-data/merge-persons.queries.server.ts'
import { anonymiseProfile } from '#app/features/personal-data/retention.queries.server.ts'
import type { Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { at, today, useScene } from '#test/features/applications/scene.ts'
import { useDatabase } from '#test/support/database.ts'
import { playSmsGateway } from '#test/support/network.ts'
import { png } from './candidate.ts'

const place = useDatabase()
const { scene, move, agreeToCheck, check } = useScene(place)
const now = at(today)
const phone = { channel: 'sms', value: '13800001234' } as const
let person: Awaited<ReturnType<typeof insertApplicant>>
let owner: { id: string; name: string }
let code = ''

beforeEach(async () => {
  person = await insertApplicant(place.db, {
    login: 'held',
    profile: { phone_sealed: null, phone_lookup: null },
  })
  owner = { id: person.actor.id, name: person.actor.name }
})

/**
 * Does the first thing and begins the second before the first is committed. On SQLite the second waits for the whole
 * transaction.
 */
async function oneAfterTheOther<T>(
  applicantIds: readonly string[],
  first: (tx: Tx) => Promise<void>,
  second: () => Promise<T>,
): Promise<T> {
  const answer = await inTransaction(place.db, async tx => {
    for (const id of [...applicantIds].sort()) await lockRow(tx, 'applicant', id)
    await first(tx)
    const begun = second()
    await sleep(150)
    return { begun }
  })
  return answer.begun
}

async function sendContactCode() {
  const taken = playSmsGateway()
  const asked = { purpose: 'CONTACT', address: phone.value, client: '192.0.2.7', locale: 'zh-CN' } as const
  await sendCode(place.db, asked, new Date('2026-11-26T02:00:00Z'))
  code = /\d{6}/.exec(taken[0]?.text ?? '')?.[0] ?? ''
}

const identity = { name: '李强', idNumber: '440524188001010014' }
const background = {
  education: 'BACHELOR',
  graduatedFrom: '南京体育学院',
  experienceYears: 3,
  isRetiredAthlete: true,
  retiredOn: null,
  team: '江苏省女足',
  hoursWeek: 12,
  units: ['320722'],
} as const
const sport = {
  sport: 'athletics',
  grade: 'LEVEL1',
  gradeNumber: '',
  gradedOn: null,
  result: '',
  resultText: '',
} as const
const paper = {
  kind: 'COACH_TITLE',
  literal: '一级教练',
  level: '',
  number: '',
  issuedOn: null,
  expiresOn: null,
} as const
const noon = new Date('2026-11-26T02:00:00Z')

const writings: Record<string, () => Promise<{ ok: boolean }>> = {
  'name and number': () => changeIdentity(place.db, owner, identity, now),
  background: () => changeBackground(place.db, owner, background, today, now),
  'a sport': () => changeSport(place.db, owner, sport, today),
  'a certificate': () => addCertificate(place.db, owner, paper, today),
  'a consent': () => changeConsent(place.db, owner, { purpose: 'ENTRY_CHECK', agrees: true }, now),
  'a phone number': () => changeContact(place.db, owner, { address: phone, code }, noon),
  'a paper': () =>
    addDocument(place.db, owner, { kind: 'PHOTO', file: { name: '照片.png', bytes: png }, at: now }),
}

async function written() {
  const of = (table: 'applicant_sport' | 'applicant_certificate' | 'applicant_document' | 'applicant_unit') =>
    place.db.selectFrom(table).where('applicant_id', '=', person.applicantId).selectAll().execute()
  const profile = await place.db
    .selectFrom('applicant')
    .where('id', '=', person.applicantId)
    .select(['name', 'team', 'phone_sealed', 'id_number_sealed'])
    .executeTakeFirst()
  const consents = await place.db
    .selectFrom('consent')
    .where('purpose', '=', 'ENTRY_CHECK')
    .selectAll()
    .execute()
  const lists = [
    ...(await of('applicant_sport')),
    ...(await of('applicant_certificate')),
    ...(await of('applicant_document')),
    ...(await of('applicant_unit')),
  ]
  return { profile, rows: [...lists, ...consents] }
}

test.each(Object.entries(writings))(
  'whose profile is erased at the same moment, nothing of %s stands in it afterwards',
  async (what, write) => {
    if (what === 'a phone number') await sendContactCode()

    const answer = await oneAfterTheOther(
      [person.applicantId],
      tx => anonymiseProfile(tx, person.applicantId, now),
      write,
    )

    expect(answer).toEqual({ ok: false, refusal: 'no-profile' })
    const nothing = { name: '已匿名', team: '', phone_sealed: null, id_number_sealed: null }
    expect(await written()).toEqual({ profile: nothing, rows: [] })
  },
)

test('who asks to be deleted while the profile is merged into another leaves no wish at the merged one', async () => {
  const kept = await insertApplicant(place.db, { login: 'kept' })

  const answer = await oneAfterTheOther(
    [person.applicantId, kept.applicantId],
    tx => moveToPerson(tx, person.applicantId, kept.applicantId, now),
    () => askErasure(place.db, owner, noon),
  )

  expect(answer).toBe('no-profile')
  expect(await place.db.selectFrom('person_request').select('id').execute()).toEqual([])
})

async function mergedWhile<T>(applicantId: string, second: () => Promise<T>) {
  const answer = await oneAfterTheOther(
    [applicantId, person.applicantId],
    tx => moveToPerson(tx, applicantId, person.applicantId, now),
    second,
  )
  return { answer, kept: person.applicantId }
}

async function oneIn(state: 'VETTING' | 'APPROVED') {
  const set = await scene()
  const [candidate] = set.applications
  const { id = '', applicantId = '' } = candidate ?? {}
  await place.db.updateTable('application').set({ state }).where('id', '=', id).execute()
  await agreeToCheck(applicantId)
  return { id, applicantId }
}

test('an entry check that is recorded while two profiles are made one is of the person who is kept', async () => {
  const { id, applicantId } = await oneIn('VETTING')

  const { answer, kept } = await mergedWhile(applicantId, () => check(id, today, 'NOT_CLEAR'))

  expect(answer).toEqual({ ok: true })
  expect(await place.db.selectFrom('entry_check').select('person_id').execute()).toEqual([
    { person_id: kept },
  ])
})

test('a contract that is made while two profiles are made one is made once the person who is kept was judged, and is theirs', async () => {
  const { id, applicantId } = await oneIn('APPROVED')
  await check(id)

  const sign = () => move(id, 'sign', { validFrom: '2026-12-01', validTo: '2027-11-30' })

  const { answer, kept } = await mergedWhile(applicantId, sign)

  // The profile that is kept is not the one that was judged.
  expect(answer).toEqual({ ok: false, refusal: 'facts-changed' })
  expect(await move(id, 'judge-again')).toEqual({ ok: true })
  expect(await sign()).toEqual({ ok: true })
  expect(await place.db.selectFrom('instructor').select(['person_id', 'name']).execute()).toEqual([
    { person_id: kept, name: '陈静' },
  ])
})
