import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { discardImport } from '#app/features/imports/discard-import.server.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { readPart } from '#app/features/imports/parts.queries.server.ts'
import { restageImport } from '#app/features/imports/restage-import.server.ts'
import { dropExpiredPreviews } from '#app/features/upload-links/drop-previews.server.ts'
import { makeLink } from '#app/features/upload-links/make-link.server.ts'
import { openLink } from '#app/features/upload-links/open-link.server.ts'
import { previewThroughLink } from '#app/features/upload-links/preview-through-link.server.ts'
import { revokeLink } from '#app/features/upload-links/revoke-link.server.ts'
import { showUpload } from '#app/features/upload-links/show-upload.server.ts'
import { linkOfId, listLinks } from '#app/features/upload-links/upload-links.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { sampleEvent } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { handingIn, linkFor, logOf, manager, noon, opened, today, uploaded } from './teacher.ts'

const place = useDatabase()
const unit: Scope = { kind: 'unit', unitCode: '320722' }
const log = logOf(['2025-09-01', 40], ['2025-09-02', 45])
let school: { id: string; classes: string[] }
let scope: Scope

afterAll(() => closeReader())

beforeEach(async () => {
  school = await insertSchool(place.db, { classes: [['primary', 2023, 1]] })
  scope = { kind: 'school', schoolId: school.id }
})

async function ledger() {
  return place.db.selectFrom('activity').select(['day', 'minutes']).orderBy('day').execute()
}

async function statusOf(id: string) {
  const row = await place.db.selectFrom('import_run').select('status').where('id', '=', id).executeTakeFirst()
  return row?.status
}

async function audited(): Promise<string[]> {
  const rows = await place.db.selectFrom('audit').select(['actor', 'action']).orderBy('position').execute()
  return rows.map(row => `${row.actor} ${row.action}`)
}

const teacher = '上传链接：三年级 王老师'

describe('making a link', () => {
  test('stores nothing from which it could be made again, and is audited without it', async () => {
    const { token, id } = await linkFor(place.db, scope)
    const secret = token.slice(id.length)

    const rows = await place.db.selectFrom('upload_link').selectAll().execute()
    const audit = await place.db.selectFrom('audit').selectAll().execute()
    expect(rows).toMatchObject([{ id, school_id: school.id, uses: 0, created_by: manager.name }])
    expect(JSON.stringify([rows, audit])).not.toContain(secret)
    expect(audit).toMatchObject([{ action: 'upload-link.create', subject_id: id, school_id: school.id }])
  })

  test('is for a school of the scope: the unit names it, a school is its own whatever it names', async () => {
    const other = await insertSchool(place.db, { code: '2132000009', unitCode: '320723', name: '灌云小学' })
    const ofUnit = await linkFor(place.db, unit)
    const own = await linkFor(place.db, scope, { schoolCode: '2132000009' })

    expect((await linkOfId(place.db, ofUnit.id))?.schoolId).toBe(school.id)
    expect((await linkOfId(place.db, own.id))?.schoolId).toBe(school.id)
    const wish = { sheet: 'events', label: '甲', firstDay: today, lastDay: today } as const
    const foreign = {
      ...wish,
      lifetime: 1,
      usesAllowed: 1,
      confirms: 'school',
      schoolCode: '2132000009',
    } as const
    const when = { today, now: new Date() }
    expect(await makeLink(place.db, unit, manager, foreign, when)).toEqual({
      ok: false,
      refusal: 'school-unknown',
    })
    expect(await makeLink(place.db, { kind: 'nothing' }, manager, foreign, when)).toMatchObject({ ok: false })
    const phone = { ...foreign, schoolCode: '2132000001', label: '王老师 13812345678' }
    expect(await makeLink(place.db, unit, manager, phone, when)).toEqual({
      ok: false,
      refusal: 'holds-number',
    })
    await place.db.updateTable('school').set({ closed_on: today }).where('id', '=', other.id).execute()
    expect(await makeLink(place.db, { kind: 'city' }, manager, foreign, when)).toEqual({
      ok: false,
      refusal: 'school-closed',
    })
  })

  test('each sees the links of the own schools only', async () => {
    const { id } = await linkFor(place.db, scope)
    const neighbour = await insertSchool(place.db, { code: '2132000002', name: '邻近小学' })
    const page = { asOf: today, limit: 10, offset: 0 }
    const idsFor = async (who: Scope) => (await listLinks(place.db, who, page)).map(link => link.id)

    expect(await idsFor(scope)).toEqual([id])
    expect(await idsFor(unit)).toEqual([id])
    expect(await idsFor({ kind: 'city' })).toEqual([id])
    expect(await idsFor({ kind: 'school', schoolId: neighbour.id })).toEqual([])
    expect(await idsFor({ kind: 'unit', unitCode: '320723' })).toEqual([])
    expect(await idsFor({ kind: 'nothing' })).toEqual([])
  })
})

describe('a link that opens nothing', () => {
  const ask = (token: string, now = noon) => openLink(place.db, token, { today, now, client: '192.0.2.7' })

  test('is answered the same whether it never was, was altered, or its row was', async () => {
    const { token, id } = await linkFor(place.db, scope)
    const other = await linkFor(place.db, scope)
    const forged = id + other.token.slice(id.length)

    for (const bad of ['', 'x', token.slice(1), `${'0'.repeat(26)}${token.slice(26)}`, forged])
      expect(await ask(bad)).toEqual({ ok: false, refusal: 'unknown' })
    await place.db.updateTable('upload_link').set({ last_day: '2026-09-05' }).where('id', '=', id).execute()
    expect(await ask(token)).toEqual({ ok: false, refusal: 'unknown' })
    expect((await ask(other.token)).ok).toBe(true)
  })

  test('is held back after thirty tries an hour from one address, and the flood leaves no more rows', async () => {
    for (let at = 0; at < 30; at += 1) expect(await ask('x')).toEqual({ ok: false, refusal: 'unknown' })

    expect(await ask('x')).toEqual({ ok: false, refusal: 'too-many' })
    expect(await ask('x')).toEqual({ ok: false, refusal: 'too-many' })
    const { token } = await linkFor(place.db, scope)
    expect((await ask(token)).ok).toBe(true)
    expect(await ask('x', '2025-09-05 05:00:00.001')).toEqual({ ok: false, refusal: 'unknown' })
    const rows = await place.db.selectFrom('upload_link_attempt').selectAll().execute()
    expect(rows).toHaveLength(31)
    expect(JSON.stringify(rows)).not.toContain('192.0.2.7')
    await ask('x', '2025-09-08 04:00:00.000')
    expect(await place.db.selectFrom('upload_link_attempt').selectAll().execute()).toHaveLength(1)
  })

  test('that has expired says so, and that was taken back too', async () => {
    const { token, id } = await linkFor(place.db, scope)

    expect((await opened(place.db, token, '2025-09-12 03:59:59.999')).state).toBe('open')
    expect((await opened(place.db, token, '2025-09-12 04:00:00.000')).state).toBe('expired')
    await revokeLink(place.db, scope, manager, { id, today, now: noon })
    expect((await opened(place.db, token)).state).toBe('revoked')
  })
})

describe('a file through a link', () => {
  test('waits for the school, which confirms it as any other import', async () => {
    const link = await opened(place.db, (await linkFor(place.db, scope)).token)
    const id = await uploaded(place.db, link, log)

    expect(await ledger()).toEqual([])
    expect(await handingIn(place.db, link, id)).toEqual({ ok: true })
    expect(await ledger()).toEqual([])
    expect(await statusOf(id)).toBe('preview')
    const by = { id, scope, actor: manager, today, now: noon, skipBadRows: false }
    expect(await commitImport(place.db, by)).toEqual({ ok: true, id })
    expect(await ledger()).toEqual([
      { day: '2025-09-01', minutes: 40 },
      { day: '2025-09-02', minutes: 45 },
    ])
    expect(await audited()).toEqual([
      `${manager.name} upload-link.create`,
      `${teacher} upload-link.upload`,
      `${teacher} upload-link.hand-in`,
      `${manager.name} import.commit`,
    ])
  })

  test('counts at once where the link says so', async () => {
    const made = await linkFor(place.db, scope, { confirms: 'teacher' })
    const link = await opened(place.db, made.token)
    const id = await uploaded(place.db, link, log)

    expect(await handingIn(place.db, link, id)).toEqual({ ok: true })
    expect(await handingIn(place.db, link, id)).toEqual({ ok: true })
    expect(await statusOf(id)).toBe('committed')
    expect(await ledger()).toHaveLength(2)
    expect((await audited()).slice(-2)).toEqual([
      `${teacher} upload-link.hand-in`,
      `${teacher} import.commit`,
    ])
    expect((await opened(place.db, made.token)).state).toBe('used')
  })

  test('of other days is refused row by row at its cell, and the days of the link are read', async () => {
    const link = await opened(place.db, (await linkFor(place.db, scope, { firstDay: '2025-09-02' })).token)
    await report(place.db, school.id, classDay(school.classes[0]!, '2025-09-01', 30))
    const id = await uploaded(
      place.db,
      link,
      logOf(['2025-09-01', 40], ['2025-09-02', 40], ['2025-09-05', 40]),
    )

    const problems = await readPart<Problem>(place.db, id, 'problems')
    const outside = problems.filter(one => one.code === 'import.outside-days')
    expect(outside).toMatchObject([
      {
        cell: 'D2',
        header: '时长(分钟)',
        raw: '40',
        reading: 'reject',
        values: { day: '2025-09-01', to: '2025-09-05' },
      },
    ])
    // Nothing is told of what stands on the days that are none of the link's business.
    expect(problems.map(one => one.code)).not.toContain('activity.removes-rows')
    const shown = await showUpload(place.db, link, id, { today, now: noon, page: 1, locale: 'zh-CN' })
    expect(shown?.counts).toMatchObject({ read: 3, new: 2, rejected: 1 })
    expect(await handingIn(place.db, link, id)).toEqual({ ok: false, refusal: 'has-problems' })
    expect(await handingIn(place.db, link, id, true)).toEqual({ ok: true })
  })

  test('tells nothing of what the school knows of a class or of its day', async () => {
    const link = await opened(place.db, (await linkFor(place.db, scope)).token)
    const { pupils } = await place.db.selectFrom('school_class').select('pupils').executeTakeFirstOrThrow()
    await report(place.db, school.id, classDay(school.classes[0]!, '2025-09-01', 40, 30))
    const text = `日期,班级,活动类型,时长(分钟),参与人数\n2025-09-01,三(1)班,体育课,40,${pupils + 60}\n`
    const id = await uploaded(place.db, link, text)

    const shown = await showUpload(place.db, link, id, { today, now: noon, page: 1, locale: 'zh-CN' })

    expect(shown?.problems.map(({ code, message }) => [code, message])).toEqual([
      ['activity.more-than-pupils', '参与人数超过学校登记的班级人数，请核对。'],
      ['activity.removes-rows', '这个班这一天已有的记录不在本次文件中，提交后将被替换。'],
    ])
    const own = await readPart<Problem>(place.db, id, 'problems')
    expect(own.map(one => one.values)).toMatchObject([{ pupils }, { count: 1 }])
  })

  test('stays refused when the school answers to something else in the file', async () => {
    const made = await linkFor(place.db, scope, { firstDay: '2025-09-02' })
    const link = await opened(place.db, made.token)
    const id = await uploaded(
      place.db,
      link,
      logOf(['2025-09-01', 40], ['2025-09-02', 40], ['2025-09-03', '四五']),
    )
    const codes = async () => (await readPart<Problem>(place.db, id, 'problems')).map(one => one.code)
    expect(await codes()).toContain('import.outside-days')
    await handingIn(place.db, link, id, true)

    const request = { id, scope, actor: manager, today, now: noon }
    expect(await restageImport(place.db, request)).toEqual({ ok: true })

    expect(await codes()).toContain('import.outside-days')
    expect((await findImport(place.db, scope, id, today))?.counts).toMatchObject({ new: 1, rejected: 2 })
  })

  test('as a week matrix is held to the days of the link as well', async () => {
    const made = await linkFor(place.db, scope, { sheet: 'activity-week', lastDay: '2025-09-02' })
    const link = await opened(place.db, made.token)
    const text = [
      '班级,2025-09-01,,2025-09-02,,2025-09-03,',
      ',体育课,大课间,体育课,大课间,体育课,大课间',
      '三(1)班,40,30,40,30,40,30',
    ].join('\n')
    const id = await uploaded(place.db, link, text)

    const rejected = (await readPart<Problem>(place.db, id, 'problems')).filter(
      one => one.reading === 'reject',
    )
    expect(rejected.map(one => `${one.cell} ${one.code}`)).toEqual([
      'F3 import.outside-days',
      'G3 import.outside-days',
    ])
    expect(
      (await showUpload(place.db, link, id, { today, now: noon, page: 1, locale: 'zh-CN' }))?.counts.new,
    ).toBe(4)
  })

  test('of events is held to school and days', async () => {
    const made = await linkFor(place.db, scope, { sheet: 'events', confirms: 'teacher' })
    await insertSchool(place.db, { code: '2132000002', name: '邻近小学' })
    const link = await opened(place.db, made.token)
    const head = '学校标识码,日期,项目,活动名称,参与班级数,参与人数'
    const text = [
      head,
      '2132000001,2025-09-02,武术,武术操展演,4,160',
      '2132000001,2025-08-31,武术,开学武术操,4,160',
      '2132000002,2025-09-02,武术,邻校武术操,4,160',
    ].join('\n')
    const id = await uploaded(place.db, link, text)

    const problems = await readPart<Problem>(place.db, id, 'problems')
    expect(problems.map(one => `${one.cell} ${one.code}`).sort()).toEqual([
      'A4 event.school-unknown',
      'B3 import.outside-days',
    ])
    expect(await handingIn(place.db, link, id, true)).toEqual({ ok: true })
    const events = await place.db.selectFrom('campus_event').select('title').execute()
    expect(events).toEqual([{ title: '武术操展演' }])
  })

  test('of another sheet is answered with the reason and uses nothing up', async () => {
    const made = await linkFor(place.db, scope, { sheet: 'events' })
    const link = await opened(place.db, made.token)
    const file = { name: '台账.csv', bytes: new TextEncoder().encode(log) }

    const preview = await previewThroughLink(place.db, link, { file, replaces: '', today, now: noon })

    expect(preview).toMatchObject({ ok: false, problems: [{ reading: 'reject' }] })
    expect((await opened(place.db, made.token)).state).toBe('open')
    expect(await place.db.selectFrom('import_run').select('id').execute()).toEqual([])
  })

  test('shows its rows without what stands: a change looks like what was written, and the counts say the rest', async () => {
    await report(place.db, school.id, classDay(school.classes[0]!, '2025-09-01', 33))
    await insertAll(place.db, 'campus_event', [sampleEvent({ school_id: school.id, title: '校内秘密' })])
    const link = await opened(place.db, (await linkFor(place.db, scope)).token)
    const id = await uploaded(place.db, link, log)

    const shown = await showUpload(place.db, link, id, { today, now: noon, page: 1, locale: 'zh-CN' })

    expect(shown?.counts).toMatchObject({ new: 1, changed: 1 })
    expect(shown?.rows.map(row => [row.row, row.shown.date, row.shown.minutes, row.shown.kind])).toEqual([
      [2, '2025-09-01', 40, '体育课'],
      [3, '2025-09-02', 45, '体育课'],
    ])
    expect(JSON.stringify(shown)).not.toMatch(/33|before|verdict|校内秘密/)
  })

  test('is seen through its own link only, and no other import of the school is', async () => {
    const [one, other] = [await linkFor(place.db, scope), await linkFor(place.db, scope)]
    const [mine, theirs] = [await opened(place.db, one.token), await opened(place.db, other.token)]
    const id = await uploaded(place.db, mine, log)

    expect(
      await showUpload(place.db, theirs, id, { today, now: noon, page: 1, locale: 'zh-CN' }),
    ).toBeUndefined()
    expect(await handingIn(place.db, theirs, id)).toEqual({ ok: false, refusal: 'not-found' })
    await uploaded(place.db, theirs, log, id)
    expect(await statusOf(id)).toBe('preview')
  })
})

describe('one use', () => {
  test('is taken by a file that is handed in, not by previews; the others are given up', async () => {
    const made = await linkFor(place.db, scope)
    const link = await opened(place.db, made.token)
    const first = await uploaded(place.db, link, logOf(['2025-09-01', '达标']))
    const second = await uploaded(place.db, link, log, first)
    const third = await uploaded(place.db, link, logOf(['2025-09-03', 40]))

    expect(await statusOf(first)).toBe('discarded')
    expect(await handingIn(place.db, link, second)).toEqual({ ok: true })
    expect(await handingIn(place.db, link, second)).toEqual({ ok: true })
    expect(await handingIn(place.db, link, third)).toEqual({ ok: false, refusal: 'used' })
    expect(await statusOf(third)).toBe('discarded')
    expect((await linkOfId(place.db, made.id))?.uses).toBe(1)
    const after = await opened(place.db, made.token)
    const file = { name: '四.csv', bytes: new TextEncoder().encode(log) }
    const late = await previewThroughLink(place.db, after, { file, replaces: '', today, now: noon })
    expect(late).toEqual({ ok: false, refusal: 'used' })
    const open = await place.db
      .selectFrom('import_run')
      .select('id')
      .where('status', '=', 'preview')
      .execute()
    expect(open).toEqual([{ id: second }])
  })

  test.each(['school', 'teacher'] as const)(
    'means one of two files at the same moment (%s)',
    async confirms => {
      const made = await linkFor(place.db, scope, { confirms })
      const link = await opened(place.db, made.token)
      const ids = await Promise.all([
        uploaded(place.db, link, log),
        uploaded(place.db, link, logOf(['2025-09-03', 40])),
      ])

      const results = await Promise.all(ids.map(id => handingIn(place.db, link, id)))

      expect(results.filter(result => result.ok)).toHaveLength(1)
      expect(results).toContainEqual({ ok: false, refusal: 'used' })
      expect((await linkOfId(place.db, made.id))?.uses).toBe(1)
      const files = await place.db.selectFrom('upload_link_file').select('handed_in_at').execute()
      expect(files.filter(file => file.handed_in_at !== null)).toHaveLength(1)
    },
  )

  test('is one for two clicks at the same moment, and a link of several uses gives each its turn', async () => {
    const made = await linkFor(place.db, scope, { usesAllowed: 3, confirms: 'teacher' })
    const link = await opened(place.db, made.token)
    const one = await uploaded(place.db, link, log)
    const other = await uploaded(place.db, link, logOf(['2025-09-03', 40]))

    const results = await Promise.all([one, one, other].map(id => handingIn(place.db, link, id)))

    expect(results).toEqual([{ ok: true }, { ok: true }, { ok: true }])
    expect((await linkOfId(place.db, made.id))?.uses).toBe(2)
    expect(await ledger()).toHaveLength(3)
  })

  test('is given back when what stands has changed and nothing was written', async () => {
    const made = await linkFor(place.db, scope, { sheet: 'events', confirms: 'teacher' })
    const link = await opened(place.db, made.token)
    const text =
      '学校标识码,日期,项目,活动名称,参与班级数,参与人数\n2132000001,2025-09-02,武术,武术操展演,4,160\n'
    const id = await uploaded(place.db, link, text)
    const standing = { day: '2025-09-02', sport_code: 'wushu', title: '武术操展演', participants: 99 }
    await insertAll(place.db, 'campus_event', [sampleEvent({ school_id: school.id, ...standing })])

    expect(await handingIn(place.db, link, id)).toEqual({ ok: false, refusal: 'stale' })
    expect((await opened(place.db, made.token)).state).toBe('open')
    expect((await audited()).slice(-2)).toEqual([
      `${teacher} upload-link.hand-in`,
      `${teacher} upload-link.give-back`,
    ])
    const again = await uploaded(place.db, link, text, id)
    expect(await handingIn(place.db, link, again)).toEqual({ ok: true })
    const [event] = await place.db.selectFrom('campus_event').select('participants').execute()
    expect(event).toEqual({ participants: 160 })
  })

  test('is not taken by what the school has already, or has given up', async () => {
    const made = await linkFor(place.db, scope, { usesAllowed: 5 })
    const link = await opened(place.db, made.token)
    const id = await uploaded(place.db, link, log)
    await discardImport(place.db, { id, scope, actor: manager, today })
    expect(await handingIn(place.db, link, id)).toEqual({ ok: false, refusal: 'no-longer-open' })

    const early = await uploaded(place.db, link, log)
    await commitImport(place.db, { id: early, scope, actor: manager, today, now: noon, skipBadRows: false })
    const same = await uploaded(place.db, link, log)
    expect(await handingIn(place.db, link, same)).toEqual({ ok: false, refusal: 'nothing-to-hand-in' })
    expect((await linkOfId(place.db, made.id))?.uses).toBe(0)
    expect(await handingIn(place.db, link, early)).toEqual({ ok: true })
    expect((await linkOfId(place.db, made.id))?.uses).toBe(1)
  })
})

describe('a link that expires', () => {
  test('leaves no preview open that nobody handed in', async () => {
    const made = await linkFor(place.db, scope, { usesAllowed: 2 })
    const link = await opened(place.db, made.token)
    const handed = await uploaded(place.db, link, log)
    await handingIn(place.db, link, handed)
    const looked = await uploaded(place.db, link, logOf(['2025-09-03', 40]))
    const statuses = async () => [await statusOf(handed), await statusOf(looked)]

    await dropExpiredPreviews(place.db, new Date('2025-09-12T03:59:59.999Z'))
    expect(await statuses()).toEqual(['preview', 'preview'])
    await dropExpiredPreviews(place.db, new Date('2025-09-12T04:00:00.000Z'))
    await dropExpiredPreviews(place.db, new Date('2025-09-12T04:00:15.000Z'))

    expect(await statuses()).toEqual(['preview', 'discarded'])
    expect((await audited()).slice(-1)).toEqual(['系统 import.discard'])
  })
})

describe('taking a link back', () => {
  test('ends it between preview and handing in; what was handed in stays', async () => {
    const made = await linkFor(place.db, scope, { usesAllowed: 2 })
    const link = await opened(place.db, made.token)
    const handed = await uploaded(place.db, link, log)
    await handingIn(place.db, link, handed)
    const looked = await uploaded(place.db, link, logOf(['2025-09-03', 40]))

    const given = { id: made.id, today, now: noon }
    expect(await revokeLink(place.db, scope, manager, given)).toEqual({ ok: true })
    expect(await revokeLink(place.db, scope, manager, given)).toEqual({ ok: true })

    expect(await handingIn(place.db, link, looked)).toEqual({ ok: false, refusal: 'revoked' })
    expect([await statusOf(handed), await statusOf(looked)]).toEqual(['preview', 'discarded'])
    const after = await opened(place.db, made.token)
    expect(
      await showUpload(place.db, after, handed, { today, now: noon, page: 1, locale: 'zh-CN' }),
    ).toBeUndefined()
    expect((await audited()).filter(line => line.includes('revoke'))).toEqual([
      `${manager.name} upload-link.revoke`,
    ])
  })

  test('is not for other schools and units', async () => {
    const { id, token } = await linkFor(place.db, scope)
    const neighbour = await insertSchool(place.db, { code: '2132000002', name: '邻近小学' })

    for (const other of [
      { kind: 'school', schoolId: neighbour.id },
      { kind: 'unit', unitCode: '320723' },
      { kind: 'nothing' },
    ] satisfies Scope[])
      expect(await revokeLink(place.db, other, manager, { id, today, now: noon })).toEqual({
        ok: false,
        refusal: 'not-found',
      })
    expect((await opened(place.db, token)).state).toBe('open')
    expect(await revokeLink(place.db, unit, manager, { id, today, now: noon })).toEqual({ ok: true })
  })

  test('at the moment of handing in leaves one of the two', async () => {
    const made = await linkFor(place.db, scope)
    const link = await opened(place.db, made.token)
    const id = await uploaded(place.db, link, log)

    const [handed] = await Promise.all([
      handingIn(place.db, link, id),
      revokeLink(place.db, scope, manager, { id: made.id, today, now: noon }),
    ])

    const [file] = await place.db.selectFrom('upload_link_file').select('handed_in_at').execute()
    expect(file?.handed_in_at !== null).toBe(handed.ok)
    expect(await statusOf(id)).toBe(handed.ok ? 'preview' : 'discarded')
    if (!handed.ok) expect(handed.refusal).toBe('revoked')
  })
})
