import { expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { type Batch, batchProblems, batchStateOf } from '#app/features/designation/batch.rule.ts'
import { findBatch, listBatches } from '#app/features/designation/batches.queries.server.ts'
import { announceBatch, changeBatch, createBatch } from '#app/features/designation/save-batch.server.ts'
import { useDatabase } from '#test/support/database.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const unit: Scope = { kind: 'unit', unitCode: '320722' }
const by = { id: null, name: '市教育局' }
const now = '2026-11-27 02:00:00.000'
const during = '2026-12-10 02:00:00.000'
const setId = '00000000000000000000000001'

const batch: Batch = {
  name: '2027年第一批',
  level: 'CITY',
  organisers: '市教育局、市体育局',
  document: '连教体〔2026〕8号',
  setId,
  opensAt: '2026-12-01 01:00:00.000',
  closesAt: '2026-12-31 09:30:00.000',
  mostSports: 2,
  validFrom: '2027-03-01',
  validTo: '2031-02-28',
  publicityDays: 5,
  quotas: { '320722': 6 },
}

test.each<[string, Partial<Batch>, object]>([
  ['nothing wrong', {}, {}],
  ['no name', { name: ' ' }, { name: 'missing' }],
  ['no organisers', { organisers: '' }, { organisers: 'missing' }],
  [
    'a window that ends before it begins',
    { closesAt: '2026-12-01 01:00:00.000' },
    { closesAt: 'window-reversed' },
  ],
  [
    'a window that is over',
    { opensAt: '2026-11-01 01:00:00.000', closesAt: now },
    { closesAt: 'window-past' },
  ],
  ['four sports a school', { mostSports: 4 }, { mostSports: 'out-of-bounds' }],
  ['half a working day', { publicityDays: 0.5 }, { publicityDays: 'out-of-bounds' }],
  ['titles that end before they begin', { validTo: '2027-02-28' }, { validTo: 'ends-before-start' }],
  ['titles from within the window', { validFrom: '2026-12-31' }, { validFrom: 'before-the-window-closes' }],
  ['a quota that is no number', { quotas: { '320722': Number.NaN } }, { quotas: 'out-of-bounds' }],
  ['a version that is not published', { setId: 'X' }, { setId: 'set-unknown' }],
])('a batch with %s', (_what, given, problems) => {
  expect(batchProblems({ ...batch, ...given }, { now, publishedSets: [setId] })).toEqual(problems)
})

test.each([
  [null, during, 'draft'],
  [now, '2026-12-01 00:59:59.999', 'soon'],
  [now, '2026-12-01 01:00:00.000', 'open'],
  [now, '2026-12-31 09:29:59.999', 'open'],
  [now, '2026-12-31 09:30:00.000', 'closed'],
])('announced at %s it is at %s %s', (announcedAt, at, state) => {
  expect(batchStateOf({ ...batch, announcedAt }, at)).toBe(state)
})

async function prepared(): Promise<string> {
  const created = await createBatch(place.db, city, by, { batch, now })
  if (!created.ok) throw new Error(created.refusal)
  return created.id
}

test('the city prepares a batch and announces it; before that nobody else sees it', async () => {
  expect(await createBatch(place.db, unit, by, { batch, now })).toEqual({ ok: false, refusal: 'not-allowed' })
  const id = await prepared()
  expect(await listBatches(place.db, { announcedOnly: true })).toEqual([])

  expect(await announceBatch(place.db, unit, by, { id, now })).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await announceBatch(place.db, city, by, { id, now })).toEqual({ ok: true, id })
  expect(await announceBatch(place.db, city, by, { id, now })).toEqual({
    ok: false,
    refusal: 'announced-already',
  })

  expect(await listBatches(place.db, { announcedOnly: true })).toMatchObject([
    { ...batch, setVersion: 1, announcedAt: now },
  ])
})

test('what is announced stands, but for a later closing time while it runs', async () => {
  const id = await prepared()
  const change = (given: Partial<Batch>, at = during) =>
    changeBatch(place.db, city, by, { id, batch: { ...batch, ...given }, now: at })
  expect(await change({ mostSports: 3 })).toEqual({ ok: true, id })
  expect(await change({ mostSports: 2 })).toEqual({ ok: true, id })
  await announceBatch(place.db, city, by, { id, now })

  const problems = (field: string, refusal: string) => ({
    ok: false,
    refusal: 'problems',
    problems: { [field]: refusal },
  })
  expect(await change({ quotas: { '320722': 7 } })).toEqual(problems('quotas', 'announced'))
  expect(await change({ closesAt: '2026-12-20 09:30:00.000' })).toEqual(problems('closesAt', 'only-later'))
  expect(await change({ closesAt: '2027-01-05 09:30:00.000' })).toEqual({ ok: true, id })
  const late = '2027-01-06 02:00:00.000'
  expect(await change({ closesAt: '2027-01-09 09:30:00.000' }, late)).toEqual(
    problems('closesAt', 'only-later'),
  )
  expect(await findBatch(place.db, id, { announcedOnly: true })).toMatchObject({
    closesAt: '2027-01-05 09:30:00.000',
    quotas: { '320722': 6 },
  })
})

test('two batches of one name are not prepared', async () => {
  await prepared()

  expect(await createBatch(place.db, city, by, { batch, now })).toEqual({
    ok: false,
    refusal: 'problems',
    problems: { name: 'name-taken' },
  })
})
