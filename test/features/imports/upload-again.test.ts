import { expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { answerProblems } from '#app/features/imports/answer-problems.server.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { correctionsOf } from '#app/features/imports/corrections.queries.server.ts'
import { discardImport } from '#app/features/imports/discard-import.server.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { showImport } from '#app/features/imports/show-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { bytesOf, city, logHead, logLine, now, today, useUploadingSchool } from './uploading-school.ts'

const place = useDatabase()
const school = useUploadingSchool(place)
const li = { id: newId(), name: '李主任' }
const wang = { id: newId(), name: '王老师' }
const text = logHead + logLine('三(1)班', 40) + logLine('三(2)班', '很久')
const bytes = bytesOf(text)

async function uploaded(actor = li, given: Partial<Parameters<typeof previewImport>[1]> = {}) {
  const file = { sheet: 'activity-log' as const, bytes, fileName: '表.csv', schoolId: null, goOn: true }
  const result = await previewImport(place.db, { ...file, today, now, scope: city, actor, ...given })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.id
}

const by = (id: string) => ({ id, scope: city, actor: li, today, now })
const settle = (id: string, value = '45') =>
  answerProblems(place.db, {
    ...by(id),
    answers: [{ kind: 'set', sheet: 'Sheet1', cell: 'E3', text: value, isForAll: false }],
  })
const commit = (id: string) => commitImport(place.db, { ...by(id), skipBadRows: false })
const shownOf = (id: string, scope: Scope = city) =>
  showImport(place.db, scope, id, { today, now, page: 1, locale: 'zh-CN' })

test('the same file uploaded again goes on with the preview that is open, and with what was answered', async () => {
  const id = await uploaded()
  await settle(id)

  expect(await uploaded()).toBe(id)

  expect(await correctionsOf(place.db, id)).toHaveLength(1)
  expect((await findImport(place.db, city, id, today))?.counts).toMatchObject({ new: 2, rejected: 0 })
})

test('it is read again: against what stands by now, and as of the day on which it came again', async () => {
  const id = await uploaded()
  await settle(id)
  const later = logHead + logLine('三(1)班', 30)
  await commit(await uploaded(wang, { bytes: bytesOf(later) }))

  expect(await uploaded(li, { now: '2025-10-16 02:00:00.000', today: '2025-10-16' })).toBe(id)

  expect(await findImport(place.db, city, id, today)).toMatchObject({
    createdAt: '2025-10-16 02:00:00.000',
    counts: { new: 1, changed: 1 },
  })
  expect(await commit(id)).toEqual({ ok: true, id })
})

test('two clicks at once make one preview', async () => {
  const ids = await Promise.all([uploaded(), uploaded(), uploaded()])

  expect(new Set(ids).size).toBe(1)
  expect(await place.db.selectFrom('import_run').select('id').execute()).toHaveLength(1)
})

test('another person, another school, other content and a closed preview each stand alone', async () => {
  const id = await uploaded()
  const other = bytesOf(`${text}\n`)

  expect(await uploaded(wang)).not.toBe(id)
  expect(await uploaded(li, { bytes: other })).not.toBe(id)
  expect(await uploaded(li, { sheet: 'activity-week' })).not.toBe(id)
  await discardImport(place.db, by(id))
  const again = await uploaded()
  expect(again).not.toBe(id)
  await settle(again)
  await commit(again)
  expect(await uploaded()).not.toBe(again)
})

test('an import of a script leaves the preview of its owner alone', async () => {
  const id = await uploaded()
  await settle(id)

  const run = await runImport(place.db, {
    ...{ sheet: 'activity-log', bytes, fileName: '表.csv', today, now, scope: city, actor: li },
    ...{ schoolCode: null, dryRun: false, skipBadRows: false, withRows: false, locale: 'zh-CN' },
  })

  expect(run).toMatchObject({ status: 'refused' })
  expect(await findImport(place.db, city, id, today)).toMatchObject({ status: 'preview' })
  expect(await correctionsOf(place.db, id)).toHaveLength(1)
})

test('a file that was imported already says so, with every row unchanged, until that is undone', async () => {
  const id = await uploaded()
  await settle(id)
  await commit(id)

  const again = await uploaded(wang)
  await settle(again)

  const shown = await shownOf(again)
  expect(shown?.earlier).toEqual({ id, actor: li.name, committedAt: now })
  expect(shown?.run.counts).toMatchObject({ read: 2, unchanged: 2 })
  expect((await shownOf(id))?.earlier).toBeNull()
  const own: Scope = { kind: 'school', schoolId: school.id }
  expect((await shownOf(again, own))?.earlier).toMatchObject({ id })
  await undoImport(place.db, by(id))
  expect((await shownOf(again))?.earlier).toBeNull()
})

test('of an import outside the reader’s scope nothing is said', async () => {
  await insertSchool(place.db, { code: '2132900009', name: '灌云县小学', unitCode: '320723' })
  const calendar = bytesOf('范围,日期,类型,说明\n320722,2025-10-16,停课,台风\n')
  const ofDonghai: Scope = { kind: 'unit', unitCode: '320722' }
  const ofGuanyun: Scope = { kind: 'unit', unitCode: '320723' }
  const sheet = { sheet: 'calendar' as const, bytes: calendar }
  const id = await uploaded(li, { ...sheet, scope: ofDonghai })
  expect(await commitImport(place.db, { ...by(id), scope: ofDonghai, skipBadRows: false })).toMatchObject({
    ok: true,
  })

  const again = await uploaded(wang, { ...sheet, scope: ofGuanyun })

  expect((await shownOf(again, ofGuanyun))?.earlier).toBeNull()
  expect((await shownOf(again, city))?.earlier).toMatchObject({ id })
})
