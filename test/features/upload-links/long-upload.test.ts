import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { doImportWork } from '#app/features/imports/do-import-work.server.ts'
import { failWork, findWork, takeWork } from '#app/features/imports/import-work.queries.server.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { fileOfImport } from '#app/features/imports/kept-file.queries.server.ts'
import { dropExpiredPreviews } from '#app/features/upload-links/drop-previews.server.ts'
import { handIn } from '#app/features/upload-links/hand-in.server.ts'
import type { LinkWish } from '#app/features/upload-links/make-link.server.ts'
import { previewThroughLink } from '#app/features/upload-links/preview-through-link.server.ts'
import { revokeLink } from '#app/features/upload-links/revoke-link.server.ts'
import { showUpload } from '#app/features/upload-links/show-upload.server.ts'
import { linkOfId } from '#app/features/upload-links/upload-links.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { type LongRow, longWorkbook, manyRows } from '../imports/long-workbook.ts'
import { linkFor, manager, noon, opened } from './teacher.ts'

const place = useDatabase()
/** The file ends on 2025-09-23, of which the link takes all but the last day. */
const today = '2025-09-30'
const days = { firstDay: '2025-09-01', lastDay: '2025-09-22' }
const perDay = 2 * 3 * 56
let scope: Scope

afterAll(() => closeReader())

beforeEach(async () => {
  const classes: ['primary', number, number][] = [
    ['primary', 2023, 1],
    ['primary', 2023, 2],
  ]
  scope = { kind: 'school', schoolId: (await insertSchool(place.db, { classes })).id }
})

async function upload(given: Partial<LinkWish> = {}, rows: LongRow[] = manyRows(), replaces = '') {
  const { token, id: linkId } = await linkFor(place.db, scope, { ...days, ...given })
  const link = await opened(place.db, token)
  const file = { name: '三年级.xlsx', bytes: longWorkbook(rows) }
  const preview = await previewThroughLink(place.db, link, { file, replaces, today, now: noon })
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  return { link, linkId, id: preview.id, again: () => opened(place.db, token) }
}

const shown = (link: Awaited<ReturnType<typeof opened>>, id: string, page = 1) =>
  showUpload(place.db, link, id, { today, now: noon, page, locale: 'zh-CN' })

const hand = (link: Awaited<ReturnType<typeof opened>>, importId: string, skipBadRows = true) =>
  handIn(place.db, link, { importId, skipBadRows, today, now: noon })

async function rowsKept(): Promise<number> {
  const { count } = await place.db
    .selectFrom('activity')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

test('a long file by link is read as work of its own, with the days of the link alone, and committed as such', async () => {
  const { link, linkId, id, again } = await upload({ confirms: 'teacher' })
  expect(await shown(link, id)).toMatchObject({
    ...{ status: 'reading', work: { task: 'read', state: 'waiting' }, rows: [], problems: [] },
  })
  expect(await hand(link, id)).toEqual({ ok: false, refusal: 'no-longer-open' })

  await doImportWork(place.db)

  const read = await shown(link, id)
  expect(read).toMatchObject({ status: 'preview', work: null, total: 16 * perDay })
  expect(read?.counts).toMatchObject({ new: 16 * perDay, rejected: perDay })
  expect(read?.problems[0]).toMatchObject({ code: 'import.outside-days' })
  expect(read?.rows.map(({ row }) => row)).toEqual(Array.from({ length: 50 }, (_, at) => at + 2))
  expect((await shown(link, id, 2))?.rows[0]).toMatchObject({ row: 52, shown: { minutes: 5 } })
  expect(await hand(link, id)).toEqual({ ok: true })
  expect(await hand(link, id)).toEqual({ ok: true })
  expect((await linkOfId(place.db, linkId))?.uses).toBe(1)
  expect(await shown(await again(), id)).toMatchObject({ work: { task: 'commit', state: 'waiting' } })
  await doImportWork(place.db)
  expect(await shown(await again(), id)).toMatchObject({ status: 'committed', work: null, handedInAt: noon })
  expect(await rowsKept()).toBe(16 * perDay)
}, 120_000)

test('a long file that could not be committed is the teacher’s again once asked for, and so is the use', async () => {
  const { link, linkId, id, again } = await upload({ confirms: 'teacher' })
  await doImportWork(place.db)
  await hand(link, id)
  const work = await findWork(place.db, id)
  await failWork(place.db, (await takeWork(place.db, work!, { now: noon, until: noon }))!, 'stale')
  expect(await shown(await again(), id)).toMatchObject({ work: { task: 'commit', state: 'failed' } })

  expect(await hand(await again(), id)).toEqual({ ok: false, refusal: 'stale' })

  expect((await linkOfId(place.db, linkId))?.uses).toBe(0)
  expect(await shown(await again(), id)).toMatchObject({ status: 'preview', work: null, handedInAt: null })
  expect(await hand(await again(), id)).toEqual({ ok: true })
  await doImportWork(place.db)
  expect(await rowsKept()).toBe(16 * perDay)
}, 120_000)

test('a long file that is still being read goes with its link, and nothing of it stays', async () => {
  const revoked = await upload()
  await revokeLink(place.db, scope, manager, { id: revoked.linkId, today, now: noon })
  const expired = await upload()
  await dropExpiredPreviews(place.db, new Date('2026-09-05T04:00:00.000Z'))
  await doImportWork(place.db)

  for (const { id } of [revoked, expired]) {
    expect((await findImport(place.db, scope, id, today))?.status).toBe('discarded')
    expect(await fileOfImport(place.db, id)).toBeUndefined()
  }
}, 120_000)

test('a long file that is refused whole says why, and one that replaces another gives that up', async () => {
  const other = manyRows('2132000999')
  const { link, id } = await upload({}, other)
  await doImportWork(place.db)
  const refused = await shown(link, id)
  expect(refused?.counts).toMatchObject({ new: 0 })
  expect(refused?.problems.map(({ code }) => code)).toContain('activity.other-school')

  const file = { name: '三年级.xlsx', bytes: longWorkbook(manyRows()) }
  const next = await previewThroughLink(place.db, link, { file, replaces: id, today, now: noon })
  expect((await findImport(place.db, scope, id, today))?.status).toBe('discarded')
  await doImportWork(place.db)
  expect(await shown(link, next.ok ? next.id : '')).toMatchObject({ counts: { new: 16 * perDay } })
}, 120_000)

test('a long file with an ID number is refused and told by its cell alone', async () => {
  const rows = manyRows().map((row, at) => (at === 5000 ? row.with(9, '32070619900307123X') : row))
  const { link, id } = await upload({}, rows)
  await doImportWork(place.db)

  const refused = await shown(link, id)
  expect(refused).toMatchObject({ status: 'refused', work: null, rows: [], counts: { read: 0 } })
  expect(refused?.problems).toMatchObject([{ cell: 'J5002', code: 'activity.personal-data' }])
  expect(await fileOfImport(place.db, id)).toBeUndefined()
}, 120_000)
