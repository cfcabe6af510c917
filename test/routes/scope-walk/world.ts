import type { Actor } from '#app/auth/scope.ts'
import { addDays, now, today } from '#app/calendar-day.ts'
import { addDocument } from '#app/features/applicants/change-documents.server.ts'
import { addPicture } from '#app/features/events/change-pictures.server.ts'
import { picturesOf } from '#app/features/events/event-pictures.queries.server.ts'
import { sealContact } from '#app/features/objections/sealed-contact.server.ts'
import { attachmentsOf } from '#app/features/title-applications/attachments.queries.server.ts'
import { addAttachment } from '#app/features/title-applications/change-attachments.server.ts'
import { makeLink } from '#app/features/upload-links/make-link.server.ts'
import { openLink } from '#app/features/upload-links/open-link.server.ts'
import { previewThroughLink } from '#app/features/upload-links/preview-through-link.server.ts'
import {
  sampleApplication,
  sampleBatch,
  sampleCoachPlacement,
  sampleDesignation,
  sampleEvent,
  sampleInstructor,
  samplePlacement,
  sampleReevaluation,
  sampleTimetableEntry,
  sampleTitleApplication,
  sampleTitleReport,
  sampleUploadLink,
  sampleVenue,
  sampleWord,
} from '#db/samples.ts'
import type { Database, Db, Role } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { plainJpeg } from '#test/files/pictures.ts'
import { cookieOf } from '#test/support/page.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'

export const roles = ['nobody', 'city', 'unit', 'school', 'applicant', 'expert', 'auditor', 'admin'] as const
export type Visitor = (typeof roles)[number]

const schools = ['own', 'sister', 'foreign'] as const

/**
 * Whose rows are asked for: the visitor's own, those of another school of the unit, those of another unit, or the
 * visitor's own together with what belongs to another unit.
 */
export const belongings = [...schools, 'crossed'] as const
export type Belonging = (typeof belongings)[number]

const hidden: Record<Visitor, readonly (typeof schools)[number][]> = {
  nobody: schools,
  city: [],
  unit: ['foreign'],
  school: ['sister', 'foreign'],
  applicant: schools,
  // The own one is that which the expert was asked to score and visits.
  expert: ['sister', 'foreign'],
  auditor: [],
  admin: [],
}

const hiddenApplications: typeof hidden = {
  ...hidden,
  school: schools,
  applicant: ['sister', 'foreign'],
  expert: schools,
}

/** A school with one row of everything that hangs on it. */
export interface Subject {
  unitCode: string
  schoolId: string
  schoolCode: string
  classId: string
  accountId: string
  importId: string
  placementId: string
  /** A title of county level of the school. */
  titleId: string
  /** One that is being re-evaluated, with a report that waits for the unit. */
  dueTitleId: string
  /** One of a school of the unit that is closed. */
  closedTitleId: string
  /** A batch that the city prepares. */
  batchId: string
  /** An announced batch that is open. */
  openBatchId: string
  /** What the school handed in and got back to mend, with a paper. */
  titleApplicationId: string
  titleFileId: string
  /** What it handed in in another batch. */
  handedInId: string
  /** A coach of the school, about whom entry checks are. */
  personId: string
  exemptionId: string
  coachId: string
  coachPlacementId: string
  trainingId: string
  /** A draft of the school in a round of its unit. */
  roundId: string
  postId: string
  postNumber: string
  /** Texts that only a reader of these rows may see. */
  marks: string[]
  /** Handed in to a pooled post of the unit: `own` by the applicant who visits, the others by other people. */
  applicationId: string
  applicationMarks: string[]
  /** A paper of the applicant. */
  documentId: string
  /** An event of the school, with a picture, and a venue. */
  eventId: string
  pictureId: string
  venueId: string
  /** A word of the school. */
  wordId: string
  /** A batch in which the school stands on a notice that runs, and an objection to it. */
  /** An application of the school with the experts, and what one of them is to score: `own` who visits, else another. */
  scoredId: string
  reviewId: string
  /** One that is visited, by the same experts. */
  visitedId: string
  /** An expert who was asked for nothing. */
  idleExpertId: string
  noticeBatchId: string
  noticeId: string
  objectionId: string
  /** An upload link of the school. */
  linkId: string
  /** The same for all: a link of a school of which nothing else is known, and a file that came through it. */
  openToken: string
  openUploadId: string
}

export interface World {
  subjects: Record<Belonging, Subject>
  cookies: Record<Visitor, string | undefined>
  /** The texts of which the visitor may read none. */
  secrets: Record<Visitor, string[]>
}

export const day = '2025-09-02'

const places = {
  own: { unitCode: '320722', code: '2132000011', name: '东海县甲字小学' },
  sister: { unitCode: '320722', code: '2132000022', name: '东海县乙字小学' },
  foreign: { unitCode: '320723', code: '2132000033', name: '灌云县丙字小学' },
}

/** Three schools, and somebody of each role: the unit officer and the school manager belong to the own one. */
export async function buildWorld(db: Db): Promise<World> {
  const expert = await insertPerson(db, { role: 'expert' })
  const idle = await insertPerson(db, { role: 'expert', login: 'expert-idle' })
  const other = await insertPerson(db, { role: 'expert', login: 'expert-other' })
  const [asked, elsewhere] = [
    { expertId: expert.id, idleExpertId: idle.id },
    { expertId: other.id, idleExpertId: idle.id },
  ]
  const open = await insertOpenLink(db)
  const own = await insertSubject(db, places.own, { applicant: 'applicant', ...asked, ...open })
  const sister = await insertSubject(db, places.sister, { applicant: 'applicant2', ...elsewhere, ...open })
  const foreign = await insertSubject(db, places.foreign, { applicant: 'applicant3', ...elsewhere, ...open })
  const { schoolCode, classId } = foreign
  const subjects = { own, sister, foreign, crossed: { ...own, schoolCode, classId } }
  const cookies: World['cookies'] = {
    nobody: undefined,
    city: await signedIn(db, 'city'),
    unit: await signedIn(db, 'unit', { unitCode: places.own.unitCode }),
    school: await signedIn(db, 'school', { schoolId: own.schoolId }),
    applicant: await cookieOf(db, { id: own.applicantAccountId }),
    expert: await cookieOf(db, expert),
    auditor: await signedIn(db, 'auditor'),
    admin: await signedIn(db, 'admin'),
  }
  const secretsOf = (visitor: Visitor) => [
    ...hidden[visitor].flatMap(whose => subjects[whose].marks),
    ...hiddenApplications[visitor].flatMap(whose => subjects[whose].applicationMarks),
  ]
  const secrets = Object.fromEntries(roles.map(role => [role, secretsOf(role)])) as World['secrets']
  return { subjects, cookies, secrets }
}

async function signedIn(db: Db, role: Role, place: Partial<Actor> = {}): Promise<string> {
  return cookieOf(db, await insertPerson(db, { role, ...place }))
}

async function insertSubject(
  db: Db,
  place: (typeof places)['own'],
  {
    applicant,
    openToken,
    openUploadId,
    ...experts
  }: { applicant: string; expertId: string; idleExpertId: string } & OpenLink,
): Promise<Subject & { applicantAccountId: string }> {
  const { unitCode, code, name } = place
  const school = await insertSchool(db, { unitCode, code, name, classes: [['primary', 2023, 1]] })
  const classId = school.classes[0] ?? ''
  await report(db, school.id, classDay(classId, '2025-09-01', 90))
  const person = await insertPerson(db, {
    role: 'school',
    login: `manager${code}`,
    name: `${name}管理员`,
    schoolId: school.id,
  })
  const placement = samplePlacement({ school_id: school.id, document: `${code}号文` })
  await insertAll(db, 'program_placement', [placement])
  const certificate = `连体传县2024-00${code.slice(-2)}`
  const title = sampleDesignation({
    ...{ school_id: school.id, level: 'COUNTY', valid_to: '2099-12-31', certificate },
  })
  const dueTitle = sampleDesignation({
    ...{ school_id: school.id, level: 'COUNTY', sport_code: 'basketball' },
    valid_to: addDays(today(), 60),
  })
  await insertAll(db, 'designation', [title, dueTitle])
  await insertAll(db, 'title_report', [sampleTitleReport({ designation_id: dueTitle.id })])
  await insertAll(db, 'title_reevaluation', [sampleReevaluation({ designation_id: dueTitle.id })])
  const closedTitleId = await insertClosed(db, place)
  const venue = sampleVenue({ school_id: school.id, name: `${code}操场` })
  await insertAll(db, 'venue', [venue])
  const word = sampleWord({ owner_kind: 'school', owner_id: school.id, word: `${name}校足` })
  await insertAll(db, 'value_word', [word])
  const event = sampleEvent({ school_id: school.id, title: `${code}武术展演` })
  await insertAll(db, 'campus_event', [event])
  const pictureId = await insertPicture(db, event.id, code)
  const applied = await insertTitleApplications(db, { schoolId: school.id, code })
  const { coach, ...work } = await insertCoach(db, { unitCode, schoolId: school.id, name: `${name}教练` })
  const exemptionId = newId()
  await insertAll(db, 'exemption', [exemption(exemptionId, school.id, name)])
  const planned = sampleTimetableEntry({ school_id: school.id, class_id: classId })
  await insertAll(db, 'timetable_entry', [planned])
  await insertAll(db, 'calendar_entry', [
    { scope: school.id, stage: '', day, kind: 'exam', follows_weekday: null, note: `${name}考试` },
  ])
  const { round, post } = await insertDraft(db, { ...place, schoolId: school.id })
  const importId = newId()
  await insertAll(db, 'import_run', [importRun(importId, { ...place, schoolId: school.id })])
  const link = sampleUploadLink({ school_id: school.id, label: `${name}老师` })
  await insertAll(db, 'upload_link', [link])
  const log = `日期,班级,活动类型,时长(分钟),备注\n${day},三(1)班,体育课,很久,${name}的原文件\n`
  await insertAll(db, 'import_file', [{ import_id: importId, bytes: Buffer.from(log) }])
  const aside = JSON.stringify([{ columns: [] }, { sheet: 'Sheet1', row: 2, why: 'rejected' }])
  await insertAll(db, 'import_part', [{ import_id: importId, part: 'ignored', number: 0, content: aside }])
  const scored = await insertScored(db, { schoolId: school.id, code, ...experts })
  const marks = [
    name,
    code,
    school.id,
    classId,
    person.id,
    placement.id,
    title.id,
    dueTitle.id,
    closedTitleId,
    venue.id,
    event.id,
    pictureId,
    event.title,
    venue.name,
    word.id,
    word.word,
    coach.id,
    ...Object.values(work),
    exemptionId,
    planned.id,
    importId,
    post.id,
    applied.titleApplicationId,
    scored.scoredId,
    scored.reviewId,
    scored.visitedId,
    applied.titleFileId,
    applied.handedInId,
    link.id,
  ]
  return {
    unitCode,
    schoolId: school.id,
    schoolCode: code,
    classId,
    accountId: person.id,
    importId,
    placementId: placement.id,
    titleId: title.id,
    dueTitleId: dueTitle.id,
    closedTitleId,
    ...scored,
    ...applied,
    personId: coach.person_id,
    coachId: coach.id,
    eventId: event.id,
    pictureId,
    venueId: venue.id,
    wordId: word.id,
    ...(await insertNoticeOf(db, { code, name, schoolId: school.id, certificate })),
    ...work,
    exemptionId,
    linkId: link.id,
    openToken,
    openUploadId,
    roundId: round.id,
    postId: post.id,
    postNumber: post.number,
    marks,
    ...(await insertHandedIn(db, { ...place, applicant })),
  }
}

type OpenLink = Pick<Subject, 'openToken' | 'openUploadId'>

/** A link that whoever holds it may use, signed in or not, and a file that was looked at through it. */
async function insertOpenLink(db: Db): Promise<OpenLink> {
  const code = '2132000044'
  await insertSchool(db, {
    unitCode: '320724',
    code,
    name: '灌南县丁字小学',
    classes: [['primary', 2023, 1]],
  })
  const wish = {
    sheet: 'activity-log',
    label: '三年级',
    firstDay: day,
    lastDay: day,
    schoolCode: code,
  } as const
  const made = await makeLink(
    db,
    { kind: 'city' },
    { id: newId(), name: '学校' },
    { ...wish, lifetime: 30, usesAllowed: 2, confirms: 'teacher' },
    { today: today(), now: new Date() },
  )
  if (!made.ok) throw new Error(made.refusal)
  const asked = { today: today(), now: now(), client: '' }
  const answer = await openLink(db, made.token, asked)
  if (!answer.ok) throw new Error(answer.refusal)
  const text = `日期,班级,活动类型,时长(分钟)\n${day},三(1)班,体育课,40\n`
  const file = { name: '台账.csv', bytes: new TextEncoder().encode(text) }
  const preview = await previewThroughLink(db, answer.opened, { file, replaces: '', ...asked })
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  return { openToken: made.token, openUploadId: preview.id }
}

/** A title of county level at a school of the unit that is closed. */
async function insertClosed(db: Db, { unitCode, code, name }: (typeof places)['own']): Promise<string> {
  const closed = await insertSchool(db, {
    ...{ unitCode, code: `21320001${code.slice(-2)}`, name: `${name}旧址`, closedOn: '2025-09-01' },
  })
  const title = sampleDesignation({
    ...{ school_id: closed.id, level: 'COUNTY', sport_code: 'wushu', valid_to: '2099-12-31' },
  })
  await insertAll(db, 'designation', [title])
  return title.id
}

async function insertPicture(db: Db, eventId: string, code: string): Promise<string> {
  const by = { id: null, name: '学校' }
  const file = { name: '现场.jpg', bytes: plainJpeg }
  const given = { eventId, file, description: `${code}舞龙现场`, today: day, now: `${day} 02:00:00.000` }
  const added = await addPicture(db, { kind: 'city' }, by, given)
  const [picture] = await picturesOf(db, eventId)
  if (!added.ok || picture === undefined) throw new Error('The picture was not added')
  return picture.id
}

/** Applications of the school that experts have to do with: one to be scored, in the batch of the school, one to be visited. */
async function insertScored(
  db: Db,
  of: { schoolId: string; code: string; expertId: string; idleExpertId: string },
) {
  const batchId = await insertBatchOf(db, of.code)
  const other = sampleBatch({ name: `${of.code.slice(-2)}号考察批` })
  await insertAll(db, 'designation_batch', [other])
  const school_id = of.schoolId
  const scored = sampleTitleApplication({ batch_id: batchId, school_id, state: 'EXPERT_REVIEW' })
  const visited = sampleTitleApplication({ batch_id: other.id, school_id, state: 'ONSITE_REVIEW' })
  await insertAll(db, 'title_application', [scored, visited])
  const at = '2026-11-20 02:00:00.000'
  const review = (application_id: string, done_at: string | null) => ({
    ...({ id: newId(), application_id, account_id: of.expertId, state: done_at ? 'done' : 'open' } as const),
    ...{ free_of_conflict_at: done_at, conflict: '', comment: '', assigned_at: at, updated_at: at, done_at },
  })
  const reviews = [review(scored.id, null), review(visited.id, at)]
  await insertAll(db, 'title_review', reviews)
  return {
    ...{ batchId, scoredId: scored.id, visitedId: visited.id, idleExpertId: of.idleExpertId },
    reviewId: reviews[0]?.id ?? '',
  }
}

/** A batch that nobody but the city sees yet. */
async function insertBatchOf(db: Db, code: string): Promise<string> {
  const batch = sampleBatch({ name: `第${code.slice(-2)}批命名` })
  await insertAll(db, 'designation_batch', [batch])
  return batch.id
}

/** Applications of the school for a title: one to be mended, with a paper, and one that the unit is to look at. */
async function insertTitleApplications(db: Db, of: { schoolId: string; code: string }) {
  const announced = { announced_at: '2026-10-21 02:00:00.000' }
  const batches = ['一', '二', '三'].map(name =>
    sampleBatch({ ...announced, name: `${of.code.slice(-2)}号申报第${name}批` }),
  )
  await insertAll(db, 'designation_batch', batches)
  const [mended, handedIn, open] = batches.map(batch => batch.id)
  const school_id = of.schoolId
  const rows = [
    sampleTitleApplication({ batch_id: mended ?? '', school_id, state: 'DRAFT' }),
    sampleTitleApplication({ batch_id: handedIn ?? '', school_id }),
  ]
  await insertAll(db, 'title_application', rows)
  const id = rows[0]?.id ?? ''
  const added = await addAttachment(
    db,
    { kind: 'school', schoolId: of.schoolId },
    { id: null, name: '学校' },
    {
      ...{ id, file: { name: '队.jpg', bytes: plainJpeg }, description: `${of.code}运动队` },
      ...{ today: day, now: `${day} 02:00:00.000` },
    },
  )
  if (!added.ok) throw new Error(added.refusal)
  await db.updateTable('title_application').set({ state: 'RETURNED' }).where('id', '=', id).execute()
  const [file] = await attachmentsOf(db, id)
  return {
    openBatchId: open ?? '',
    titleApplicationId: id,
    titleFileId: file?.id ?? '',
    handedInId: rows[1]?.id ?? '',
  }
}

/** The school on a notice that runs, by a name that everybody may read, and the certificate of its title. */
async function insertNoticeOf(
  db: Db,
  of: { code: string; name: string; schoolId: string; certificate: string },
): Promise<{ noticeBatchId: string; noticeId: string; objectionId: string }> {
  const number = of.code.slice(-2)
  const batch = sampleBatch({
    ...{ name: `公示第${number}批`, closes_at: '2026-11-20 09:30:00.000' },
    announced_at: '2026-11-01 02:00:00.000',
  })
  const application = sampleTitleApplication({
    ...{ batch_id: batch.id, school_id: of.schoolId, state: 'PUBLICITY' },
  })
  const [noticeId, objectionId] = [newId(), newId()]
  const days = { starts_on: '2026-11-23', ends_on: '2099-12-31', published_at: '2026-11-22 02:00:00.000' }
  const place = { channel: '市教育局网站', contact: '0518-85812345' }
  const line = { school_name: `公示${number}校`, unit_name: '某县', sports: '武术' }
  await insertAll(db, 'designation_batch', [batch])
  await insertAll(db, 'title_application', [{ ...application, notice_id: noticeId }])
  await insertAll(db, 'title_notice', [{ id: noticeId, batch_id: batch.id, ...days, ...place }])
  await insertAll(db, 'title_notice_line', [
    { notice_id: noticeId, application_id: application.id, position: 1, ...line },
  ])
  await insertAll(db, 'title_objection', [
    {
      ...{ id: objectionId, notice_id: noticeId, application_id: application.id, name: '李先生' },
      ...{ contact: sealContact(objectionId, '海州区某路'), text: '没有训练队', status: 'received' },
      ...{ received_at: '2026-11-24 02:00:00.000', answer: '', answered_at: null, answered_by: '' },
    },
  ])
  const named = { document: '连教体〔2024〕9号', organisers: '市教育局、市体育局', named_on: '2024-08-20' }
  await insertAll(db, 'title_certificate', [
    {
      ...{ number: of.certificate, application_id: application.id, batch_id: newId(), ...named },
      ...{ school_id: of.schoolId, school_name: of.name, level: 'COUNTY', sports: '足球' },
      ...{ valid_from: '2024-09-01', valid_to: '2099-12-31' },
    },
  ])
  return { noticeBatchId: batch.id, noticeId, objectionId }
}

/** A published post of the unit, and what somebody handed in for it. */
async function insertHandedIn(db: Db, of: { unitCode: string; code: string; applicant: string }) {
  const name = `申${of.code.slice(-2)}报名人`
  const { actor, applicantId } = await insertApplicant(db, { login: of.applicant, profile: { name } })
  const round = {
    unit_code: of.unitCode,
    name: `统筹${of.code.slice(-2)}`,
    opens_at: '2025-01-01 00:00:00.000',
    closes_at: '2099-12-31 09:30:00.000',
  }
  const { round: opened, post } = await insertPost(db, { round, post: { title: '统筹足球教练员' } })
  const row = sampleApplication({ post_id: post.id, round_id: opened.id, applicant_id: applicantId })
  await insertAll(db, 'application', [row])
  const file = { name: '照片.png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]) }
  const at = '2026-11-20 02:00:00.000'
  const added = await addDocument(db, actor, { kind: 'PHOTO', file, at })
  if (!added.ok) throw new Error(added.refusal)
  return {
    documentId: added.id,
    applicationId: row.id,
    applicationMarks: [row.id, row.number, name],
    applicantAccountId: actor.id,
  }
}

async function insertDraft(db: Db, of: { unitCode: string; code: string; name: string; schoolId: string }) {
  return insertPost(db, {
    round: { unit_code: of.unitCode, name: `第${of.code.slice(-2)}批`, closes_at: '2099-12-31 09:30:00.000' },
    post: {
      school_id: of.schoolId,
      title: `${of.name}教练员`,
      status: 'draft',
      published_at: null,
    },
  })
}

/** A coach of the school with football to teach there in the first term of 2025, and a training to be done. */
async function insertCoach(db: Db, of: { unitCode: string; schoolId: string; name: string }) {
  const coach = sampleInstructor({
    unit_code: of.unitCode,
    school_id: of.schoolId,
    name: of.name,
    valid_from: '2025-09-01',
  })
  const work = sampleCoachPlacement({
    instructor_id: coach.id,
    school_id: of.schoolId,
    valid_from: '2025-09-01',
    valid_to: '2026-01-31',
  })
  const coachPlacementId = work.id ?? ''
  const trainingId = newId()
  const training = { id: trainingId, person_id: coach.person_id, kind: 'SAFETY' as const }
  await insertAll(db, 'instructor', [coach])
  await insertAll(db, 'instructor_sport', [{ instructor_id: coach.id, sport_code: 'football', grade: '' }])
  await insertAll(db, 'coach_placement', [work])
  await insertAll(db, 'coach_placement_stage', [{ placement_id: coachPlacementId, stage: 'primary' }])
  await insertAll(db, 'coach_training', [{ ...training, due_on: '2026-06-30', done_on: null, note: '' }])
  return { coach, coachPlacementId, trainingId }
}

function exemption(id: string, schoolId: string, name: string): Database['exemption'] {
  return {
    id,
    school_id: schoolId,
    grade: 0,
    class_id: '',
    first_day: day,
    last_day: day,
    reason: 'RAIN_SNOW',
    note: `${name}停课`,
    status: 'requested',
    decided_by: null,
    decided_at: null,
  }
}

function importRun(
  id: string,
  { unitCode, name, schoolId }: { unitCode: string; name: string; schoolId: string },
): Database['import_run'] {
  return {
    id,
    sheet: 'activity-log',
    school_id: schoolId,
    unit_code: unitCode,
    account_id: null,
    actor: `${name}管理员`,
    file_name: `${name}.xlsx`,
    file_hash: '0'.repeat(64),
    status: 'preview',
    counts: JSON.stringify({ read: 1, new: 1, changed: 0, unchanged: 0, rejected: 0, ignored: 0 }),
    first_day: day,
    last_day: day,
    created_at: '2025-09-02 08:00:00.000',
    committed_at: null,
    for_school_id: null,
  }
}

export type Content = ReadonlyMap<keyof Database, { rows: object[]; text: string }>

/** All rows of all tables: of equal text before and after a request that changed nothing. */
export async function contentOf(db: Db): Promise<Content> {
  tables ??= await tableNames(db)
  const contents = tables.map(async name => {
    const rows = (await db.selectFrom(name).selectAll().execute()).map(withBuffers)
    const lines = rows.map(row => JSON.stringify(row))
    return [name, { rows, text: lines.sort().join('\n') }] as const
  })
  return new Map(await Promise.all(contents))
}

/** The embedded database answers bytes as an ArrayBuffer, which neither shows what it holds nor is written again. */
function withBuffers(row: object): object {
  const entries = Object.entries(row).map(
    ([name, value]) => [name, value instanceof ArrayBuffer ? Buffer.from(value) : value] as const,
  )
  return Object.fromEntries(entries)
}

/** The tables that hold something else now. */
export function changedTables(before: Content, now: Content): (keyof Database)[] {
  return [...before.keys()].filter(name => before.get(name)?.text !== now.get(name)?.text)
}

let tables: readonly (keyof Database)[] | undefined

async function tableNames(db: Db): Promise<(keyof Database)[]> {
  const all = await db.introspection.getTables()
  return all
    .map(table => table.name as keyof Database)
    .filter(name => !/^kysely_/.test(name))
    .sort()
}
