import { beforeEach, expect, test } from 'vitest'
import { about } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { changeIdentity } from '#app/features/applicants/change-profile.server.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { loginOf } from '#app/features/applicants/recover-password.server.ts'
import { noticesOf } from '#app/features/notices/notices.queries.server.ts'
import { notify } from '#app/features/notices/notify.server.ts'
import { duplicatePairs } from '#app/features/personal-data/duplicates.queries.server.ts'
import { askErasure, readErasure } from '#app/features/personal-data/erase-person.server.ts'
import { keepApart, mergePersons } from '#app/features/personal-data/merge-persons.server.ts'
import { lookupOf, seal } from '#app/sealing.server.ts'
import { sampleApplication, sampleEntryCheck, sampleInstructor } from '#db/samples.ts'
import { insertAll, inTransaction, newId } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'

const place = useDatabase()
const now = '2026-11-26 02:00:00.000'
const by = { id: null, name: '市教育局' }
const number = '320706199901010014'
type Person = Awaited<ReturnType<typeof insertApplicant>>
let one: Person
let other: Person

async function identified(login: string, idNumber: string, name = '王海燕'): Promise<Person> {
  const person = await insertApplicant(place.db, { login })
  const owner = { id: person.actor.id, name }
  expect(await changeIdentity(place.db, owner, { name, idNumber }, now)).toEqual({ ok: true })
  return person
}

beforeEach(async () => {
  one = await identified('first', number)
  other = await identified('second', number)
})

async function applied(person: Person, to: { post: { id: string }; round: { id: string } }) {
  const ids = { post_id: to.post.id, round_id: to.round.id, applicant_id: person.applicantId }
  const row = sampleApplication({ ...ids, slot: to.round.id })
  await insertAll(place.db, 'application', [row])
  return row.id
}

const merge = () => mergePersons(place.db, by, { keepId: one.applicantId, mergeId: other.applicantId, now })

test('the same ID number in two accounts is one person; the same name and birth date may be', async () => {
  expect(await duplicatePairs(place.db)).toMatchObject([{ by: 'id-number' }])

  // Another sequence of the same day: a different number, and so perhaps another person.
  await identified('third', '320706199901010030')

  const pairs = await duplicatePairs(place.db)
  expect(pairs.map(pair => pair.by).sort()).toEqual(['id-number', 'name-and-birth', 'name-and-birth'])
  expect(JSON.stringify(pairs)).not.toContain('199901010')
})

test('merged by a human, everything hangs on the kept profile, and the other account ends', async () => {
  const made = await insertPost(place.db)
  const id = await applied(other, made)
  const contract = sampleInstructor({ person_id: other.applicantId })
  await insertAll(place.db, 'instructor', [contract])
  await insertAll(place.db, 'entry_check', [sampleEntryCheck({ person_id: other.applicantId })])
  const email = 'chen@example.cn'
  await place.db
    .updateTable('applicant')
    .set({
      email_sealed: seal(email, about('email', other.applicantId)),
      email_lookup: lookupOf('email', email),
    })
    .where('id', '=', other.applicantId)
    .execute()

  expect(await merge()).toEqual({ ok: true })

  const application = await place.db
    .selectFrom('application')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  expect(application?.applicant_id).toBe(one.applicantId)
  expect(await place.db.selectFrom('instructor').select('person_id').execute()).toEqual([
    { person_id: one.applicantId },
  ])
  expect(await place.db.selectFrom('entry_check').select('person_id').execute()).toEqual([
    { person_id: one.applicantId },
  ])
  expect((await readProfile(place.db, one.actor.id))?.email).toBe('c***@example.cn')
  expect(await loginOf(place.db, email)).toBe('first')
  const ended = await place.db
    .selectFrom('account')
    .where('id', '=', other.actor.id)
    .select('disabled_at')
    .executeTakeFirst()
  expect(ended?.disabled_at).toBe(now)
  expect(await duplicatePairs(place.db)).toEqual([])
  expect(await merge()).toEqual({ ok: false, refusal: 'no-pair' })
})

test('two applications in one round are not made one: somebody decides which of them goes first', async () => {
  const made = await insertPost(place.db)
  await applied(one, made)
  await applied(other, made)

  expect(await merge()).toEqual({ ok: false, refusal: 'both-applied' })
  expect(
    await place.db.selectFrom('audit').where('action', '=', 'applicant.merge').select('id').execute(),
  ).toEqual([])
})

test('found to be two people they are not asked about again', async () => {
  const ids = [other.applicantId, one.applicantId] as const

  expect(await keepApart(place.db, by, { ids, now })).toEqual({ ok: true })

  expect(await duplicatePairs(place.db)).toEqual([])
  expect(await keepApart(place.db, by, { ids, now })).toEqual({ ok: false, refusal: 'no-pair' })
})

test('people who do not look alike are not merged', async () => {
  const stranger = await identified('stranger', '440524188001010014', '李强')
  const input = { keepId: one.applicantId, mergeId: stranger.applicantId, now }

  expect(await mergePersons(place.db, by, input)).toEqual({ ok: false, refusal: 'no-pair' })
  expect(await mergePersons(place.db, by, { ...input, mergeId: one.applicantId })).toEqual({
    ok: false,
    refusal: 'no-pair',
  })
})

test('what the merged account was told, asked and did goes to the kept one, and its own row says nothing', async () => {
  const made = await insertPost(place.db)
  const id = await applied(other, made)
  await insertAll(place.db, 'application_step', [
    {
      application_id: id,
      position: 1,
      from_state: '',
      to_state: 'SUBMITTED',
      action: 'submit',
      actor: other.actor.name,
      actor_id: other.actor.id,
      at: now,
      reason: '',
    },
  ])
  await inTransaction(place.db, tx =>
    notify(
      tx,
      [
        {
          accountId: other.actor.id,
          key: newId(),
          title: { 'zh-CN': '资格审查通过', en: 'Found eligible' },
          text: { 'zh-CN': '请等笔试通知', en: 'Please wait' },
          link: '/applications',
          isSent: false,
        },
      ],
      now,
    ),
  )
  await askErasure(place.db, { id: other.actor.id, name: other.actor.name }, new Date('2026-11-26T02:00:00Z'))

  expect(await merge()).toEqual({ ok: true })

  expect(await noticesOf(place.db, one.actor.id, 10)).toMatchObject([{ titleZh: '资格审查通过' }])
  expect(await place.db.selectFrom('application_step').select(['actor', 'actor_id']).execute()).toEqual([
    { actor: one.actor.name, actor_id: one.actor.id },
  ])
  const wish = await readErasure(place.db, one.actor.id, new Date('2026-11-26T02:00:00Z'))
  expect(wish?.askedAt).toBe(now)
  expect(
    await place.db.selectFrom('applicant').where('id', '=', other.applicantId).selectAll().executeTakeFirst(),
  ).toMatchObject({ name: '已匿名', birth_date: null, team: '', merged_into: one.applicantId })
})

test('applications of one round that are decided do not keep two profiles apart', async () => {
  const made = await insertPost(place.db)
  await applied(one, made)
  const id = await applied(other, made)
  await place.db.updateTable('application').set({ state: 'WITHDRAWN' }).where('id', '=', id).execute()

  expect(await merge()).toEqual({ ok: true })

  expect(await place.db.selectFrom('application').select('applicant_id').execute()).toEqual([
    { applicant_id: one.applicantId },
    { applicant_id: one.applicantId },
  ])
})
