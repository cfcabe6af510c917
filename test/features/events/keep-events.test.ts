import { existsSync, readdirSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { addPicture, removePicture } from '#app/features/events/change-pictures.server.ts'
import { mostPictures } from '#app/features/events/event-picture.rule.ts'
import { picturesOf } from '#app/features/events/event-pictures.queries.server.ts'
import { listEvents } from '#app/features/events/events.queries.server.ts'
import { openPicture } from '#app/features/events/read-event.server.ts'
import { readMonth } from '#app/features/events/read-month.server.ts'
import { removeEvent } from '#app/features/events/remove-event.server.ts'
import { addEvent, changeEvent } from '#app/features/events/save-event.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { folderIn } from '#app/files/keep-file.server.ts'
import { knownFolder } from '#app/files/stored-files.queries.server.ts'
import { sampleEvent } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { jpeg, place as taken } from '#test/files/pictures.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
const by = { id: null, name: '试验小学' }
const today = '2026-11-27'
const now = `${today} 02:00:00.000`
const wushu = {
  day: '2026-10-16',
  sport: 'wushu',
  title: '武术展演',
  classes: 6,
  participants: 240,
  note: '',
}
let school: { kind: 'school'; schoolId: string }

beforeEach(async () => {
  school = { kind: 'school', schoolId: (await insertSchool(place.db)).id }
})

function add(given: Partial<typeof wushu> = {}, scope: Scope = school) {
  const event = { ...wushu, ...given }
  return addEvent(place.db, scope, by, { schoolId: school.schoolId, event, today, now })
}

async function added(): Promise<string> {
  const result = await add()
  return result.ok ? result.id : ''
}

function picture(
  eventId: string,
  given: { description?: string; bytes?: Buffer } = {},
  scope: Scope = school,
) {
  const file = { name: '320706199901010014.jpg', bytes: given.bytes ?? jpeg() }
  return addPicture(place.db, scope, by, {
    eventId,
    file,
    description: given.description ?? '舞龙',
    today,
    now,
  })
}

const told = () => listEvents(place.db, city, { asOf: today })
const actions = async () => {
  const rows = await place.db.selectFrom('audit').select('action').orderBy('position').execute()
  return rows.map(row => row.action)
}

async function onDisk(): Promise<string[]> {
  const folder = await knownFolder(place.db)
  return folder === null || !existsSync(folderIn(folder)) ? [] : readdirSync(folderIn(folder))
}

test('a school tells of an event, mends it and takes it back, each on record', async () => {
  const id = await added()
  const event = { ...wushu, day: '2026-10-17', title: '武术操展演', participants: 250 }

  expect(await changeEvent(place.db, school, by, { id, event, today })).toEqual({ ok: true, id })
  expect(await told()).toMatchObject([event])
  expect(await removeEvent(place.db, school, by, { id, today })).toBe(true)

  expect(await told()).toEqual([])
  expect(await removeEvent(place.db, school, by, { id, today })).toBe(false)
  expect(await actions()).toEqual(['event.add', 'event.change', 'event.remove'])
})

test('what the sheet refuses the form refuses, and nothing is entered', async () => {
  expect(await add({ sport: 'football' })).toEqual({ ok: false, refusal: 'not-traditional' })
  expect(await add({ note: '联系 13800005678' })).toEqual({ ok: false, refusal: 'personal-number' })
  expect(await told()).toEqual([])
})

test('an event is told once, whether it is entered or changed into it', async () => {
  await added()
  expect(await add({ title: ' 武术展演' })).toEqual({ ok: false, refusal: 'told-already' })

  const other = await add({ day: '2026-10-20' })
  const id = other.ok ? other.id : ''

  expect(await changeEvent(place.db, school, by, { id, event: wushu, today })).toEqual({
    ok: false,
    refusal: 'told-already',
  })
  expect(await told()).toHaveLength(2)
})

test('two clicks enter one event', async () => {
  const answers = await Promise.all([add(), add()])

  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(await told()).toHaveLength(1)
})

test('another unit neither enters, changes, removes nor pictures it', async () => {
  const id = await added()

  expect(await add({ title: '毽球' }, guanyun)).toEqual({ ok: false, refusal: 'school-unknown' })
  expect(await changeEvent(place.db, guanyun, by, { id, event: wushu, today })).toMatchObject({ ok: false })
  expect(await picture(id, {}, guanyun)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await removeEvent(place.db, guanyun, by, { id, today })).toBe(false)
  expect(await told()).toHaveLength(1)
})

test('a picture is seen within the scope, tells no place, and goes with its event', async () => {
  const id = await added()
  expect(await picture(id)).toEqual({ ok: true })
  const [one] = await picturesOf(place.db, id)
  const asked = { eventId: id, pictureId: one?.id ?? '', today }

  const opened = await openPicture(place.db, school, asked)

  expect(opened).toMatchObject({ name: `${'*'.repeat(18)}.jpg`, mediaType: 'image/jpeg' })
  expect(opened?.bytes.includes(taken)).toBe(false)
  expect(await openPicture(place.db, guanyun, asked)).toBeUndefined()
  await removeEvent(place.db, school, by, { id, today })
  expect(await picturesOf(place.db, id)).toEqual([])
  expect(await onDisk()).not.toContain(one?.id)
})

test('a picture without words, with a number in them, or too many of them are refused and leave no file', async () => {
  const id = await added()
  for (let n = 0; n < mostPictures; n += 1) await picture(id)
  const before = await onDisk()

  expect(await picture(id)).toEqual({ ok: false, refusal: 'too-many' })
  expect(await picture(id, { description: ' ' })).toEqual({ ok: false, refusal: 'description-missing' })
  expect(await picture(id, { description: '王老师 13800005678' })).toEqual({
    ok: false,
    refusal: 'personal-number',
  })
  expect(await onDisk()).toEqual(before)
})

test('a picture is removed from its own event only', async () => {
  const [id, other] = [await added(), await add({ title: '舞龙' })]
  await picture(id)
  const pictureId = (await picturesOf(place.db, id))[0]?.id ?? ''

  const wrong = { eventId: other.ok ? other.id : '', pictureId, today }
  expect(await removePicture(place.db, school, by, wrong)).toBe(false)
  expect(await removePicture(place.db, school, by, { ...wrong, eventId: id })).toBe(true)

  expect(await onDisk()).not.toContain(pictureId)
})

test('undoing an import takes back no event that was pictured or told otherwise since', async () => {
  const sheet =
    '学校标识码,日期,项目,活动名称,参与班级数,参与人数,说明\n2132000001,2026-10-16,武术,武术展演,6,240,'
  const run = await runImport(place.db, {
    ...{ sheet: 'events', bytes: new TextEncoder().encode(sheet), fileName: '活动.csv' },
    ...{ today, now, scope: school, actor: by, schoolCode: '2132000001' },
    ...{ dryRun: false, skipBadRows: false, withRows: true, locale: 'zh-CN' },
  })
  const id = (await told())[0]?.id ?? ''
  const undo = () => undoImport(place.db, { id: run.import ?? '', scope: school, actor: by, today })
  await picture(id)
  expect(await undo()).toEqual({ ok: false, refusal: 'changed-since' })
  await removePicture(place.db, school, by, {
    ...{ eventId: id, pictureId: (await picturesOf(place.db, id))[0]?.id ?? '', today },
  })
  await changeEvent(place.db, school, by, { id, event: { ...wushu, day: '2026-10-17' }, today })
  expect(await undo()).toEqual({ ok: false, refusal: 'changed-since' })

  await changeEvent(place.db, school, by, { id, event: wushu, today })

  expect(await undo()).toEqual({ ok: true })
})

test('a month shows its events on their days, the holidays, and what is asked for', async () => {
  const other = await insertSchool(place.db, { code: '2132000002', name: '灌云县小学', unitCode: '320723' })
  await insertAll(place.db, 'campus_event', [
    sampleEvent({ school_id: school.schoolId, day: '2026-10-16' }),
    sampleEvent({ school_id: other.id, day: '2026-10-31', sport_code: 'shuttlecock' }),
    sampleEvent({ school_id: other.id, day: '2026-11-01' }),
  ])
  const month = (given: object = {}, scope: Scope = city) =>
    readMonth(place.db, scope, { month: '2026-10', today, locale: 'zh-CN', ...given })
  const daysIn = ({ weeks }: Awaited<ReturnType<typeof month>>) =>
    weeks.flat().flatMap(day => (day !== null && day.events.length > 0 ? [day.day] : []))

  const whole = await month()

  expect(daysIn(whole)).toEqual(['2026-10-16', '2026-10-31'])
  expect(whole.weeks.every(week => week.length === 7)).toBe(true)
  expect(whole.weeks[0]?.map(day => day?.day ?? null)).toEqual([
    ...[null, null, null],
    ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'],
  ])
  expect(whole.weeks[0]?.[3]?.marks).toEqual([{ stage: '', kind: 'holiday' }])
  expect(daysIn(await month({ sport: 'shuttlecock' }))).toEqual(['2026-10-31'])
  expect(daysIn(await month({ unitCode: '320722' }))).toEqual(['2026-10-16'])
  expect(daysIn(await month({ schoolId: other.id }))).toEqual(['2026-10-31'])
  expect(daysIn(await month({}, guanyun))).toEqual(['2026-10-31'])
})
