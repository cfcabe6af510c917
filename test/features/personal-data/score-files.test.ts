import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { answerProblems } from '#app/features/imports/answer-problems.server.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { markedFile } from '#app/features/imports/marked-file.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { showImport } from '#app/features/imports/show-import.server.ts'
import { endRetention } from '#app/features/personal-data/end-retention.server.ts'
import { askErasure } from '#app/features/personal-data/erase-person.server.ts'
import { sampleApplication } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'

const place = useDatabase()
const today = '2026-12-20'
const now = '2026-12-20 02:00:00.000'
const actor = { id: null, name: '东海县教育局' }
const unit: Scope = { kind: 'unit', unitCode: '320722' }
const own = '260000000001'
const others = '260000000002'
let owner: { id: string; name: string }

beforeEach(async () => {
  const { post, round } = await insertPost(place.db, {
    round: { closes_at: '2026-12-11 09:30:00.000' },
    post: { written_weight: 30, skill_weight: 70 },
  })
  for (const number of [own, others]) {
    const inserted = await insertApplicant(place.db, { login: `athlete${number}` })
    const ids = { post_id: post.id, round_id: round.id, applicant_id: inserted.applicantId }
    await insertAll(place.db, 'application', [sampleApplication({ ...ids, number, state: 'SKILL_TEST' })])
    if (number === own) owner = { id: inserted.actor.id, name: inserted.actor.name }
  }
})

async function uploaded(...lines: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(['报名号,姓名,技能成绩', ...lines].join('\n'))
  const file = { sheet: 'scores', bytes, fileName: '成绩.csv', schoolId: null } as const
  const previewed = await previewImport(place.db, { ...file, today, now, scope: unit, actor })
  if (!previewed.ok) throw new Error('The file says nothing')
  return previewed.id
}

const commit = (id: string) =>
  commitImport(place.db, { id, scope: unit, actor, today, now, skipBadRows: false })

async function withdrawAndErase() {
  await place.db.updateTable('application').set({ state: 'WITHDRAWN' }).where('number', '=', own).execute()
  return askErasure(place.db, owner, new Date('2026-12-21T02:00:00Z'))
}

async function kept(): Promise<string[]> {
  const files = await place.db
    .selectFrom('import_file')
    .select('import_id as id')
    .orderBy('import_id')
    .execute()
  return files.map(file => file.id)
}

const partsOf = async (id: string) => {
  const parts = await place.db.selectFrom('import_part').where('import_id', '=', id).select('part').execute()
  return parts.map(one => one.part)
}

test('who is erased stands in no uploaded score sheet any more, and the import stays on record', async () => {
  const theirs = await uploaded(`${own},陈静,85`, `${others},陈静,80`)
  await commit(theirs)
  const ofOthers = await uploaded(`${others},陈静,90`)

  expect(await withdrawAndErase()).toBe('erased')

  expect(await kept()).toEqual([ofOthers])
  expect(await partsOf(theirs)).toEqual(['changes'])
  const run = await place.db.selectFrom('import_run').where('id', '=', theirs).selectAll().executeTakeFirst()
  expect(run).toMatchObject({ status: 'committed', file_name: '成绩.csv' })
  const lines = await place.db
    .selectFrom('audit')
    .where('subject_id', '=', theirs)
    .select('action')
    .orderBy('position')
    .execute()
  expect(lines.map(line => line.action)).toEqual(['import.commit', 'import.forget'])
  expect(await place.db.selectFrom('application_score').select('score').execute()).toHaveLength(2)
})

test('a sheet with rows that nobody could read may name them too, and goes as well', async () => {
  await uploaded(`${others},陈静,90`, '26000000000一,陈静,85')

  expect(await withdrawAndErase()).toBe('erased')

  expect(await kept()).toEqual([])
})

test('a sheet in which a number was corrected may name them still, and goes with what was answered', async () => {
  const id = await uploaded(`${own},陈静,85`, `${others},陈静,很好`)
  const answers = [{ kind: 'set', sheet: 'Sheet1', cell: 'A2', text: others, isForAll: false }] as const
  const skipped = { kind: 'skip', sheet: 'Sheet1', place: '3' } as const
  const by = { scope: unit, actor, today, now }
  expect(await answerProblems(place.db, { id, ...by, answers: [...answers, skipped] })).toEqual({ ok: true })
  await commit(id)

  expect(await withdrawAndErase()).toBe('erased')

  expect(await kept()).toEqual([])
  expect(await place.db.selectFrom('import_correction').selectAll().execute()).toEqual([])
})

test('an uploaded score sheet goes twelve months after the round and the upload, and not a day earlier', async () => {
  const id = await uploaded(`${own},陈静,85`)
  await endRetention(place.db, new Date('2027-12-20T02:00:00Z'))
  expect(await kept()).toEqual([id])

  await endRetention(place.db, new Date('2027-12-21T02:00:00Z'))

  expect(await kept()).toEqual([])
  expect(await partsOf(id)).toEqual([])
  expect(await place.db.selectFrom('import_run').select('id').execute()).toEqual([{ id }])
})

test('a sheet of a round that was not over a year ago is kept', async () => {
  const id = await uploaded(`${own},陈静,85`)
  await place.db.updateTable('coach_round').set({ ended_at: '2027-06-01 02:00:00.000' }).execute()

  await endRetention(place.db, new Date('2027-12-21T02:00:00Z'))

  expect(await kept()).toEqual([id])
})

test('of a preview whose file was removed nothing is committed, and its page says so', async () => {
  const id = await uploaded(`${own},陈静,85`)
  await withdrawAndErase()

  expect(await commit(id)).toEqual({ ok: false, refusal: 'no-longer-open' })
  const shown = await showImport(place.db, unit, id, {
    now: '2025-09-24 01:00:00.000',
    today,
    page: 1,
    locale: 'zh-CN',
  })
  expect(shown).toMatchObject({ isKept: false, rows: [], problems: [], run: { status: 'discarded' } })
  expect(await markedFile(place.db, unit, id, { today, locale: 'zh-CN' })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
})
