import { beforeEach, expect, test } from 'vitest'
import {
  addCertificate,
  changeBackground,
  changeConsent,
  changeContact,
  changeIdentity,
  changeSport,
  removeCertificate,
  removeSport,
} from '#app/features/applicants/change-profile.server.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { sendCode } from '#app/features/applicants/send-code.server.ts'
import { sampleAccount, sampleApplicant, sampleApplication, sampleEntryCheck } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { playSmsGateway } from '#test/support/network.ts'
import { insertPost } from '#test/support/post.ts'

const place = useDatabase()
const today = '2026-11-26'
const at = '2026-11-26 02:00:00.000'
const idNumber = '320706199901010014'
let owner: { id: string; name: string }

beforeEach(async () => {
  const account = sampleAccount({ role: 'applicant', login: 'a1', login_key: 'a1' })
  await insertAll(place.db, 'account', [account])
  await insertAll(place.db, 'applicant', [sampleApplicant({ account_id: account.id })])
  owner = { id: account.id, name: '王海燕' }
})

const profile = async () => {
  const read = await readProfile(place.db, owner.id)
  if (read === null) throw new Error('There is no profile')
  return read
}

const background = {
  education: 'BACHELOR',
  graduatedFrom: '南京体育学院',
  experienceYears: 3,
  isRetiredAthlete: true,
  retiredOn: '2024-06-30',
  team: '江苏省女足',
  hoursWeek: 12,
  units: ['320722', '320706'],
} as const

const football = {
  sport: 'football',
  grade: 'MASTER',
  gradeNumber: '2020-118',
  gradedOn: '2020-05-01',
  result: 'NATIONAL_TOP3',
  resultText: '2021 全运会第三名',
} as const

const paper = {
  kind: 'COACH_TITLE',
  literal: '一级教练',
  level: '',
  number: '',
  issuedOn: null,
  expiresOn: null,
} as const

test('birth date and sex are what the ID number says, and the number shows masked only', async () => {
  expect(await changeIdentity(place.db, owner, { name: '王海燕', idNumber }, at)).toEqual({ ok: true })

  expect(await profile()).toMatchObject({
    name: '王海燕',
    idNumber: '320706********0014',
    birthDate: '1999-01-01',
    gender: 'M',
  })
  for (const table of ['applicant', 'audit'] as const)
    expect(JSON.stringify(await place.db.selectFrom(table).selectAll().execute())).not.toContain(idNumber)
})

test('an ID number of a day that never was is refused, and nothing changes', async () => {
  const answer = await changeIdentity(place.db, owner, { name: '王海燕', idNumber: '320703200502290035' }, at)

  expect(answer).toEqual({ ok: false, refusal: 'no-such-day' })
  expect((await profile()).idNumber).toBeNull()
})

test('a profile says what is missing until nothing is', async () => {
  expect((await profile()).missing).toEqual(['identity', 'contact', 'sports', 'background', 'consent'])

  await changeIdentity(place.db, owner, { name: '王海燕', idNumber }, at)
  await changeSport(place.db, owner, football, today)
  await changeBackground(place.db, owner, background, today, at)
  await changeConsent(place.db, owner, { purpose: 'SENSITIVE', agrees: true }, at)

  expect((await profile()).missing).toEqual(['contact'])
  expect(await profile()).toMatchObject({ education: 'BACHELOR', units: ['320722', '320706'], hoursWeek: 12 })
})

test('a phone is added with its code only', async () => {
  const taken = playSmsGateway()
  const now = new Date('2026-11-26T02:00:00Z')
  const address = { channel: 'sms', value: '13800005678' } as const
  await sendCode(
    place.db,
    { purpose: 'CONTACT', address: address.value, client: '192.0.2.7', locale: 'zh-CN' },
    now,
  )
  const code = /\d{6}/.exec(taken[0]?.text ?? '')?.[0] ?? ''

  expect(await changeContact(place.db, owner, { address, code: '000000' }, now)).toEqual({
    ok: false,
    refusal: 'wrong-code',
  })
  expect(await changeContact(place.db, owner, { address, code }, now)).toEqual({ ok: true })
  expect((await profile()).phone).toBe('138****5678')
})

test('a sport entered again replaces what was said of it, and can be removed', async () => {
  await changeSport(place.db, owner, { ...football, grade: 'LEVEL1' }, today)
  await changeSport(place.db, owner, football, today)
  expect((await profile()).sports).toEqual([football])

  await removeSport(place.db, owner, 'football')
  expect((await profile()).sports).toEqual([])
})

test('a coach title of the old system is brought to the new scale and keeps its own words', async () => {
  await addCertificate(place.db, owner, paper, today)

  const [held] = (await profile()).certificates
  expect(held).toMatchObject({ literal: '一级教练', level: 'INTERMEDIATE' })
  await removeCertificate(place.db, owner, held?.id ?? '')
  expect((await profile()).certificates).toEqual([])
})

test('a certificate sent twice stands once; another of the same title stands beside it', async () => {
  const add = (given = {}) => addCertificate(place.db, owner, { ...paper, ...given }, today)

  expect(await Promise.all([add(), add()])).toEqual([{ ok: true }, { ok: true }])
  expect((await profile()).certificates).toHaveLength(1)

  await add({ number: '苏-118' })
  expect((await profile()).certificates).toHaveLength(2)
})

test.each([
  ['a title that there is not', { literal: '裁判' }, 'title-unknown'],
  ['a teacher certificate without its level', { kind: 'TEACHER' }, 'level-missing'],
  ['a paper of tomorrow', { issuedOn: '2026-11-27' }, 'day-to-come'],
  [
    'a paper over before it began',
    { issuedOn: '2026-01-02', expiresOn: '2026-01-01' },
    'expires-before-issued',
  ],
] as const)('%s is refused', async (_what, change, refusal) => {
  expect(await addCertificate(place.db, owner, { ...paper, ...change }, today)).toEqual({
    ok: false,
    refusal,
  })
  expect((await profile()).certificates).toEqual([])
})

test('a sport that there is not, or a grade of tomorrow, is refused', async () => {
  expect(await changeSport(place.db, owner, { ...football, sport: 'quidditch' }, today)).toEqual({
    ok: false,
    refusal: 'sport-unknown',
  })
  expect(await changeSport(place.db, owner, { ...football, gradedOn: '2026-11-27' }, today)).toEqual({
    ok: false,
    refusal: 'day-to-come',
  })
})

test('a consent taken back is missing again, and both times stay on record', async () => {
  await changeConsent(place.db, owner, { purpose: 'SENSITIVE', agrees: true }, at)
  await changeConsent(place.db, owner, { purpose: 'SENSITIVE', agrees: false }, '2026-11-27 02:00:00.000')

  expect((await profile()).missing).toContain('consent')
  expect(await place.db.selectFrom('consent').select(['given_at', 'withdrawn_at']).execute()).toEqual([
    { given_at: at, withdrawn_at: '2026-11-27 02:00:00.000' },
  ])
})

test('who agreed to another wording is asked again', async () => {
  await changeConsent(place.db, owner, { purpose: 'SENSITIVE', agrees: true }, at)
  expect((await profile()).missing).not.toContain('consent')

  await place.db.updateTable('consent').set({ version: '2020-01' }).execute()

  expect((await profile()).missing).toContain('consent')
})

test('nobody changes the certificate of somebody else', async () => {
  await addCertificate(place.db, owner, paper, today)
  const [held] = (await profile()).certificates
  const stranger = sampleAccount({ role: 'applicant', login: 'a2', login_key: 'a2' })
  await insertAll(place.db, 'account', [stranger])
  await insertAll(place.db, 'applicant', [sampleApplicant({ account_id: stranger.id })])

  await removeCertificate(place.db, { id: stranger.id, name: '陌生人' }, held?.id ?? '')

  expect((await profile()).certificates).toHaveLength(1)
})

test('no ID or phone number stands in clear beside the sealed ones', async () => {
  const refused = { ok: false, refusal: 'holds-number' }
  const number = '320706199901010014'

  expect(await changeSport(place.db, owner, { ...football, resultText: `第三名 ${number}` }, today)).toEqual(
    refused,
  )
  expect(await changeSport(place.db, owner, { ...football, gradeNumber: number }, today)).toEqual(refused)
  expect(await addCertificate(place.db, owner, { ...paper, number }, today)).toEqual(refused)
  expect(
    await changeBackground(place.db, owner, { ...background, team: '电话 13800005678' }, today, at),
  ).toEqual(refused)
  expect((await profile()).sports).toEqual([])
})

test('nobody is called by a number', async () => {
  const refused = { ok: false, refusal: 'bad-name' }

  expect(await changeIdentity(place.db, owner, { name: '陈静13800005678', idNumber }, at)).toEqual(refused)
})

test('name and ID number stand once an entry check was made of them', async () => {
  await changeIdentity(place.db, owner, { name: '王海燕', idNumber }, at)
  const { id } = await profile()
  await insertAll(place.db, 'entry_check', [sampleEntryCheck({ person_id: id })])

  const given = { name: '李强', idNumber: '440524188001010014' }
  expect(await changeIdentity(place.db, owner, given, at)).toEqual({ ok: false, refusal: 'identity-fixed' })

  expect(await profile()).toMatchObject({ name: '王海燕', birthDate: '1999-01-01' })
})

test.each([
  ['SUBMITTED', true],
  ['RETURNED', true],
  ['WITHDRAWN', true],
  ['QUALIFIED', false],
  ['MEDICAL', false],
  ['ENGAGED', false],
] as const)('with an application that is %s they may be changed: %s', async (state, mayChange) => {
  const { id } = await profile()
  const made = await insertPost(place.db)
  const ids = { post_id: made.post.id, round_id: made.round.id, applicant_id: id }
  await insertAll(place.db, 'application', [sampleApplication({ ...ids, state })])

  const changed = await changeIdentity(place.db, owner, { name: '王海燕', idNumber }, at)

  expect(changed.ok).toBe(mayChange)
})
