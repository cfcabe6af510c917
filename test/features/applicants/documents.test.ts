import { beforeEach, expect, test } from 'vitest'
import { findApplicantOf } from '#app/features/applicants/applicants.queries.server.ts'
import { addDocument, removeDocument } from '#app/features/applicants/change-documents.server.ts'
import {
  type DocumentKind,
  mostDocumentBytes,
  whyNoDocument,
} from '#app/features/applicants/document.rule.ts'
import { documentsOfApplicant, openDocument } from '#app/features/applicants/documents.queries.server.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { openCandidateDocument } from '#app/features/applications/candidate-document.server.ts'
import { sampleApplication } from '#db/samples.ts'
import type { ApplicationState } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'

const place = useDatabase()
const at = '2026-11-26 02:00:00.000'
const pdf = Buffer.from('%PDF-1.7 身份证 320706199901010014')
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])
let owner: { id: string; name: string }
let applicantId: string

beforeEach(async () => {
  const inserted = await insertApplicant(place.db)
  owner = { id: inserted.actor.id, name: inserted.actor.name }
  applicantId = inserted.applicantId
})

function add(name: string, bytes: Uint8Array, kind: DocumentKind = 'ID_FRONT') {
  return addDocument(place.db, owner, { kind, file: { name, bytes }, at })
}

test('a paper comes back as it was, and nothing of it stands in the database in clear', async () => {
  const added = await add('身份证.pdf', pdf)

  if (!added.ok) throw new Error(added.refusal)
  const opened = await openDocument(place.db, applicantId, added.id)
  expect(opened).toMatchObject({ fileName: '身份证.pdf', mediaType: 'application/pdf' })
  expect(opened?.bytes.equals(pdf)).toBe(true)
  const stored = await place.db.selectFrom('sealed_file').selectAll().executeTakeFirstOrThrow()
  expect(Buffer.from(stored.bytes).includes('320706199901010014')).toBe(false)
})

test('a paper sent twice is one; another of the same name stands beside it', async () => {
  const [one, again] = await Promise.all([add('照片.png', png), add('照片.png', png)])

  expect(again).toEqual(one)
  expect(await documentsOfApplicant(place.db, applicantId)).toHaveLength(1)

  await add('照片.png', Buffer.concat([png.subarray(0, 9), Buffer.from([3])]))
  await add('照片.png', png, 'PHOTO')
  expect(await documentsOfApplicant(place.db, applicantId)).toHaveLength(3)
  expect(await place.db.selectFrom('sealed_file').select('id').execute()).toHaveLength(3)
})

test.each([
  ['a program that calls itself a PDF', '简历.pdf', Buffer.from('MZ program'), 'forged'],
  ['a picture that calls itself a PDF', '照片.pdf', png, 'forged'],
  ['a page', '简历.html', Buffer.from('<script>'), 'not-taken'],
  ['nothing', '', Buffer.alloc(0), 'no-file'],
  ['more than may be', '照片.png', Buffer.concat([png, Buffer.alloc(mostDocumentBytes)]), 'too-large'],
  ['a picture', '照片.PNG', png, null],
])('%s', (_what, name, bytes, refusal) => {
  expect(whyNoDocument({ name, bytes })).toBe(refusal)
})

test('a forged file is refused and nothing is kept', async () => {
  expect(await add('照片.pdf', png)).toEqual({ ok: false, refusal: 'forged' })
  expect(await place.db.selectFrom('sealed_file').select('id').execute()).toEqual([])
})

test('the papers of another person can neither be opened nor removed', async () => {
  const added = await add('照片.png', png)
  const stranger = await insertApplicant(place.db, { login: 'stranger' })
  const id = added.ok ? added.id : ''

  expect(await openDocument(place.db, stranger.applicantId, id)).toBeUndefined()
  expect(await removeDocument(place.db, { id: stranger.actor.id, name: '陌生人' }, id)).toBe(false)
  expect(await documentsOfApplicant(place.db, applicantId)).toHaveLength(1)
})

test('a removed paper is gone with its bytes', async () => {
  const added = await add('照片.png', png)

  expect(await removeDocument(place.db, owner, added.ok ? added.id : '')).toBe(true)
  expect(await place.db.selectFrom('sealed_file').select('id').execute()).toEqual([])
})

test('the unit to which the person applied opens it, on record for the person; another unit does not', async () => {
  const added = await add('照片.png', png)
  const { post, round } = await insertPost(place.db)
  const application = sampleApplication({ post_id: post.id, round_id: round.id, applicant_id: applicantId })
  await insertAll(place.db, 'application', [application])
  const asked = { applicationId: application.id, documentId: added.ok ? added.id : '', at }
  const by = { id: null, name: '东海县教育局' }
  const open = (unitCode: string) => openCandidateDocument(place.db, { kind: 'unit', unitCode }, by, asked)

  expect(await open('320723')).toBeUndefined()
  expect((await open('320722'))?.bytes.equals(png)).toBe(true)
  const accesses = (await readProfile(place.db, owner.id))?.accesses
  expect(accesses).toEqual([expect.objectContaining({ actor: '东海县教育局', what: 'document' })])
  expect((await findApplicantOf(place.db, owner.id))?.id).toBe(applicantId)
})

async function applied(state: ApplicationState): Promise<string> {
  const name = `招聘批次 ${state}`
  const { post, round } = await insertPost(place.db, { round: { name } })
  const application = sampleApplication({
    post_id: post.id,
    round_id: round.id,
    applicant_id: applicantId,
    state,
  })
  await insertAll(place.db, 'application', [application])
  return application.id
}

function openAt(applicationId: string, documentId: string) {
  const by = { id: null, name: '东海县教育局' }
  const asked = { applicationId, documentId, at }
  return openCandidateDocument(place.db, { kind: 'unit', unitCode: '320722' }, by, asked)
}

test('a medical is handed in and opened by finalists’ units only', async () => {
  const earlier = await applied('SKILL_TEST')
  expect(await add('体检表.png', png, 'MEDICAL')).toEqual({ ok: false, refusal: 'not-called' })

  const final = await applied('MEDICAL')
  const added = await add('体检表.png', png, 'MEDICAL')

  expect(added).toMatchObject({ ok: true })
  const id = added.ok ? added.id : ''
  expect(await openAt(earlier, id)).toBeUndefined()
  expect(await openAt(final, id)).toMatchObject({ kind: 'MEDICAL' })
})

test('whoever withdrew shows no paper any more', async () => {
  const added = await add('照片.png', png)

  expect(await openAt(await applied('WITHDRAWN'), added.ok ? added.id : '')).toBeUndefined()
})

test('a file named after an ID number is kept under a name without it', async () => {
  await add('320706199901010014.png', png)

  expect(await documentsOfApplicant(place.db, applicantId)).toEqual([
    expect.objectContaining({ fileName: `${'*'.repeat(18)}.png` }),
  ])
})
