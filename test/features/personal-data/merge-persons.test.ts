import { beforeEach, expect, test } from 'vitest'
import {
  changeBackground,
  changeConsent,
  changeIdentity,
  changeSport,
} from '#app/features/applicants/change-profile.server.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { saveDraft } from '#app/features/applications/save-draft.server.ts'
import { mergePersons } from '#app/features/personal-data/merge-persons.server.ts'
import {
  sampleAccount,
  sampleApplicant,
  sampleApplication,
  sampleEntryCheck,
  sampleInstructor,
} from '#db/samples.ts'
import type { ApplicationState } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'

const place = useDatabase()
const today = '2026-11-26'
const now = '2026-11-26 02:00:00.000'
const number = '320706199901010014'
/** Another of the same day: the same name and birth date, and perhaps not the same person. */
const otherNumber = '320706199901010030'
type Person = Awaited<ReturnType<typeof registered>>
let kept: Person
let merged: Person

async function registered(login: string, idNumber = number) {
  const account = sampleAccount({ role: 'applicant', login, login_key: login })
  const applicant = sampleApplicant({ account_id: account.id })
  await insertAll(place.db, 'account', [account])
  await insertAll(place.db, 'applicant', [applicant])
  const owner = { id: account.id, name: '王海燕' }
  await changeIdentity(place.db, owner, { name: '王海燕', idNumber }, now)
  return { applicantId: applicant.id, owner }
}

beforeEach(async () => {
  kept = await registered('first')
  merged = await registered('second')
})

const merge = () =>
  mergePersons(
    place.db,
    { id: null, name: '市教育局' },
    { keepId: kept.applicantId, mergeId: merged.applicantId, now },
  )

async function applied(person: Person, to: Awaited<ReturnType<typeof insertPost>>, state: ApplicationState) {
  const ids = { post_id: to.post.id, round_id: to.round.id, applicant_id: person.applicantId }
  const row = sampleApplication({ ...ids, slot: state === 'DRAFT' ? to.post.id : to.round.id, state })
  await insertAll(place.db, 'application', [row])
  return row.id
}

const standing = () =>
  place.db.selectFrom('application').select(['id', 'applicant_id as of', 'statement']).orderBy('id').execute()

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
  grade: 'LEVEL1',
  gradeNumber: '2020-118',
  gradedOn: '2020-05-01',
  result: '',
  resultText: '',
} as const

test('a clear entry check of one ID number is never carried over to another', async () => {
  merged = await registered('third', otherNumber)
  await insertAll(place.db, 'entry_check', [sampleEntryCheck({ person_id: merged.applicantId })])

  expect(await merge()).toEqual({ ok: false, refusal: 'identity-relied' })

  expect(await place.db.selectFrom('entry_check').select('person_id').execute()).toEqual([
    { person_id: merged.applicantId },
  ])
})

test('two ID numbers of which nobody relied on either are merged', async () => {
  merged = await registered('third', otherNumber)

  expect(await merge()).toEqual({ ok: true })
})

test('what only the merged profile says is said by the kept one afterwards', async () => {
  await changeBackground(place.db, merged.owner, background, today, now)
  await changeSport(place.db, merged.owner, football, today)
  await place.db
    .updateTable('applicant')
    .set({ statement: '愿到农村学校', longitude: 119.2, latitude: 34.6 })
    .where('id', '=', merged.applicantId)
    .execute()

  expect(await merge()).toEqual({ ok: true })

  expect(await readProfile(place.db, kept.owner.id)).toMatchObject({
    education: 'BACHELOR',
    graduatedFrom: '南京体育学院',
    experienceYears: 3,
    isRetiredAthlete: 1,
    retiredOn: '2024-06-30',
    team: '江苏省女足',
    hoursWeek: 12,
    statement: '愿到农村学校',
    units: ['320722', '320706'],
    sports: [football],
  })
  const row = await place.db
    .selectFrom('applicant')
    .where('id', '=', kept.applicantId)
    .select(['longitude', 'latitude'])
    .executeTakeFirst()
  expect(row).toEqual({ longitude: 119.2, latitude: 34.6 })
})

test('what the kept profile says itself stays, with what belongs to it', async () => {
  const own = { ...background, education: 'MASTER', graduatedFrom: '', team: '', units: ['320707'] } as const
  await changeBackground(place.db, kept.owner, own, today, now)
  await changeSport(
    place.db,
    kept.owner,
    { ...football, grade: '', gradeNumber: '', gradedOn: null, result: 'WORLD', resultText: '世锦赛' },
    today,
  )
  await changeBackground(place.db, merged.owner, background, today, now)
  await changeSport(place.db, merged.owner, { ...football, result: 'CITY_TOP3', resultText: '市运会' }, today)

  expect(await merge()).toEqual({ ok: true })

  expect(await readProfile(place.db, kept.owner.id)).toMatchObject({
    education: 'MASTER',
    graduatedFrom: '',
    team: '江苏省女足',
    units: ['320707', '320722', '320706'],
    sports: [{ ...football, result: 'WORLD', resultText: '世锦赛' }],
  })
})

test('a consent taken back last is not given by what the other account agreed to before', async () => {
  const agree = (person: Person, agrees: boolean, at: string) =>
    changeConsent(place.db, person.owner, { purpose: 'SENSITIVE', agrees }, at)
  await agree(merged, true, '2026-11-20 02:00:00.000')
  await agree(kept, true, '2026-11-19 02:00:00.000')
  await agree(kept, false, '2026-11-21 02:00:00.000')

  expect(await merge()).toEqual({ ok: true })

  expect((await readProfile(place.db, kept.owner.id))?.missing).toContain('consent')
})

test('a consent given last stands, whatever was taken back before', async () => {
  const agree = (person: Person, agrees: boolean, at: string) =>
    changeConsent(place.db, person.owner, { purpose: 'SENSITIVE', agrees }, at)
  await agree(kept, true, '2026-11-19 02:00:00.000')
  await agree(kept, false, '2026-11-20 02:00:00.000')
  await agree(merged, true, '2026-11-21 02:00:00.000')

  expect(await merge()).toEqual({ ok: true })

  expect((await readProfile(place.db, kept.owner.id))?.missing).not.toContain('consent')
})

test('of two drafts for one post the one that was written last is kept', async () => {
  const { post } = await insertPost(place.db)
  const draft = (person: Person, statement: string, at: string) =>
    saveDraft(place.db, person.owner, { postNumber: post.number, statement, at })
  await draft(merged, '初稿', '2026-11-20 02:00:00.000')
  await draft(kept, '另一稿', '2026-11-21 02:00:00.000')
  await draft(merged, '最后一稿', '2026-11-22 02:00:00.000')

  expect(await merge()).toEqual({ ok: true })

  expect(await standing()).toMatchObject([{ of: kept.applicantId, statement: '最后一稿' }])
})

test('an application that ended does not keep two profiles apart', async () => {
  const made = await insertPost(place.db)
  const ended = await applied(kept, made, 'ENDED')
  await insertAll(place.db, 'instructor', [
    sampleInstructor({ person_id: kept.applicantId, application_id: ended }),
  ])
  await applied(merged, made, 'SUBMITTED')

  expect(await merge()).toEqual({ ok: true })

  expect((await standing()).map(row => row.of)).toEqual([kept.applicantId, kept.applicantId])
})

test('two applications both under way in one round still do', async () => {
  const made = await insertPost(place.db)
  await applied(kept, made, 'APPROVED')
  await applied(merged, made, 'RETURNED')

  expect(await merge()).toEqual({ ok: false, refusal: 'both-applied' })
})
