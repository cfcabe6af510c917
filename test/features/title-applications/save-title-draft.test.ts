import { expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { attachmentsOf } from '#app/features/title-applications/attachments.queries.server.ts'
import {
  addAttachment,
  openAttachment,
  removeAttachment,
} from '#app/features/title-applications/change-attachments.server.ts'
import { readTitleApplication } from '#app/features/title-applications/read-title-application.server.ts'
import { refreshFigures } from '#app/features/title-applications/refresh-figures.server.ts'
import {
  beginTitleApplication,
  saveTitleDraft,
} from '#app/features/title-applications/save-title-draft.server.ts'
import { readPoints, type TitleDraft } from '#app/features/title-applications/self-score.rule.ts'
import {
  findTitleApplication,
  selfScoresOf,
} from '#app/features/title-applications/title-applications.queries.server.ts'
import { plainJpeg } from '#test/files/pictures.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { at, by, city, donghai, fullScores, today, useTitleScene } from './title-scene.ts'

const place = useDatabase()
const { scene, move, stateOf } = useTitleScene(place)

const during = '2026-12-08'
const draft: TitleDraft = { statement: '武术进校园八年', sports: ['wushu'], scores: fullScores() }

async function begun(): Promise<{ id: string; scope: Scope }> {
  const { batchId } = await scene()
  const school = await insertSchool(place.db, { code: '2132000777', name: '东海县申报小学' })
  const scope: Scope = { kind: 'school', schoolId: school.id }
  const given = { batchId, today: during, now: at(during) }
  const result = await beginTitleApplication(place.db, scope, by, given)
  if (!result.ok) throw new Error(result.refusal)
  return { id: result.id, scope }
}

async function save(of: { id: string; scope: Scope }, given: Partial<TitleDraft> = {}, now = at(during)) {
  const seenAt = (await findTitleApplication(place.db, of.scope, of.id, during))?.updatedAt ?? ''
  const input = { id: of.id, draft: { ...draft, ...given }, seenAt, today: during, now }
  return saveTitleDraft(place.db, of.scope, by, input)
}

test('a school writes, hands in and from then on changes nothing', async () => {
  const of = await begun()
  const submit = () => move(of.id, 'submit', { scope: of.scope, today: during })
  expect(await submit()).toMatchObject({ ok: false, refusal: 'incomplete' })

  expect(await save(of)).toEqual({ ok: true, updatedAt: at(during) })
  expect(await submit()).toEqual({ ok: true })

  expect(await save(of)).toEqual({ ok: false, refusal: 'not-writable' })
  const file = { name: '决算.pdf', bytes: Buffer.from('%PDF-1.7 x') }
  expect(
    await addAttachment(place.db, of.scope, by, {
      id: of.id,
      file,
      description: 'A4',
      today,
      now: at(today),
    }),
  ).toEqual({ ok: false, refusal: 'not-writable' })
  expect(await findTitleApplication(place.db, donghai, of.id, during)).toMatchObject({
    state: 'SUBMITTED',
    submittedAt: at(during),
    sports: ['wushu'],
  })
})

test('handing in a second after the window has closed is refused, and the draft is kept', async () => {
  const of = await begun()
  await save(of)
  const submit = (time: string) =>
    move(of.id, 'submit', { scope: of.scope, today: during, now: at(during, time) })

  expect(await submit('09:30:00.000')).toEqual({ ok: false, refusal: 'not-in-time' })
  expect(await stateOf(of.id)).toBe('DRAFT')
  expect(await selfScoresOf(place.db, of.id)).toHaveLength(17)
  expect(await submit('09:29:59.999')).toEqual({ ok: true })
})

test('a second application in the batch is refused and leads to the first, whoever clicks at once', async () => {
  const { batchId } = await scene()
  const school = await insertSchool(place.db, { code: '2132000778', name: '东海县又一小学' })
  const scope: Scope = { kind: 'school', schoolId: school.id }
  const begin = () => beginTitleApplication(place.db, scope, by, { batchId, today: during, now: at(during) })

  const results = await Promise.all([begin(), begin()])

  const id = results.flatMap(result => (result.ok ? [result.id] : []))
  expect(id).toHaveLength(1)
  expect(results).toContainEqual({ ok: false, refusal: 'applied-already', id: id[0] })
})

test.each<[string, Partial<TitleDraft>, { at: string; problem: string }]>([
  [
    'more points than the most',
    { scores: [{ code: 'A1', points: 801, evidence: '' }] },
    { at: 'A1', problem: 'points-above-most' },
  ],
  [
    'three sports where two are allowed',
    { sports: ['wushu', 'football', 'dragon_lion'] },
    { at: 'sports', problem: 'too-many-sports' },
  ],
  ['a sport twice', { sports: ['wushu', 'wushu'] }, { at: 'sports', problem: 'sport-twice' }],
  ['a sport that nobody knows', { sports: ['quidditch'] }, { at: 'sports', problem: 'sport-unknown' }],
  [
    'a phone number in the words',
    { statement: '联系 13800005678' },
    { at: 'statement', problem: 'holds-number' },
  ],
])('a draft with %s is not kept, and says where', async (_what, given, problem) => {
  const of = await begun()

  const result = await save(of, given)

  expect(result).toMatchObject({ ok: false, refusal: 'problems' })
  expect(result).toHaveProperty('problems', expect.arrayContaining([problem]))
  expect(await selfScoresOf(place.db, of.id)).toEqual([])
})

test('whoever saves on an older draft is told, and overwrites nothing', async () => {
  const of = await begun()
  await save(of)

  const late = { id: of.id, draft: { ...draft, statement: '旧页面' }, seenAt: at(during), today: during }
  await save(of, { statement: '新的' }, at(during, '03:00:00.000'))

  expect(await saveTitleDraft(place.db, of.scope, by, { ...late, now: at(during, '04:00:00.000') })).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
  expect(await findTitleApplication(place.db, of.scope, of.id, during)).toMatchObject({ statement: '新的' })
})

test('figures stand beside the points with their day, and fill only what nobody has scored', async () => {
  const of = await begun()
  await save(of, { scores: [{ code: 'A2', points: 950, evidence: '两名教练' }] })

  await refreshFigures(place.db, of.scope, by, { id: of.id, today: during })

  const scores = await selfScoresOf(place.db, of.id)
  expect(scores.find(one => one.code === 'A2')).toMatchObject({
    points: 950,
    evidence: '两名教练',
    figure: 'coaches',
  })
  // A school without a class and without a log has no figure: no points are made up for it.
  expect(scores.find(one => one.code === 'B2')).toMatchObject({
    points: null,
    figure: 'daily_hour',
    figureDay: during,
  })
  const read = await readTitleApplication(place.db, of.scope, {
    id: of.id,
    today: during,
    now: at(during),
    locale: 'zh-CN',
  })
  expect(read?.lines.find(one => one.code === 'B2')?.figureSaid).toMatch(/没有数据/)
})

test('papers are of the application: a forged one is refused, and another school opens none', async () => {
  const of = await begun()
  const add = (name: string, bytes: Uint8Array) =>
    addAttachment(place.db, of.scope, by, {
      ...{ id: of.id, file: { name, bytes }, description: 'C1 运动队照片' },
      ...{ today: during, now: at(during) },
    })

  expect(await add('队.pdf', plainJpeg)).toEqual({ ok: false, refusal: 'forged' })
  expect(await add('队.jpg', new Uint8Array(10 * 1024 * 1024 + 1))).toEqual({
    ok: false,
    refusal: 'too-large',
  })
  expect(await add('队.jpg', plainJpeg)).toEqual({ ok: true })

  const [file] = await attachmentsOf(place.db, of.id)
  const asked = { id: of.id, fileId: file?.id ?? '', today: during }
  expect((await openAttachment(place.db, of.scope, asked))?.description).toBe('C1 运动队照片')
  expect(
    await openAttachment(place.db, { kind: 'school', schoolId: 'X'.padStart(26, '0') }, asked),
  ).toBeUndefined()
  // The city sees it once it is handed in.
  expect(await openAttachment(place.db, city, asked)).toBeUndefined()
  expect(await removeAttachment(place.db, of.scope, by, asked)).toEqual({ ok: true })
  expect(await attachmentsOf(place.db, of.id)).toEqual([])
})

test.each([
  ['7.5', 750],
  ['８．２５', 825],
  ['10', 1000],
  ['0', 0],
  ['', null],
  ['7.555', undefined],
  ['-1', undefined],
  ['8分', undefined],
  ['1e2', undefined],
])('points entered as “%s”', (text, points) => {
  expect(readPoints(text)).toBe(points)
})
