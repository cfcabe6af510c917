import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { readExperts } from '#app/features/title-applications/read-experts.server.ts'
import {
  readScoringSheet,
  readTitleScores,
} from '#app/features/title-applications/read-scoring-sheet.server.ts'
import { reopenReview } from '#app/features/title-applications/reopen-review.server.ts'
import { inSheetOrder } from '#app/features/title-applications/scoring-sheet.rule.ts'
import { useDatabase } from '#test/support/database.ts'
import {
  appointed,
  city,
  declared,
  finished,
  insertApplying,
  insertExpert,
  later,
  officer,
  scored,
  today,
} from './reviewed.ts'

const place = useDatabase()
let application: Awaited<ReturnType<typeof insertApplying>>
let experts: Actor[]
let reviews: string[]

beforeEach(async () => {
  application = await insertApplying(place.db)
  experts = []
  for (const login of ['li', 'wang', 'zhao']) experts.push(await insertExpert(place.db, login))
  reviews = await appointed(place.db, application, experts)
})

const sheet = async () => (await readScoringSheet(place.db, city, { batchId: application.batchId, today }))!
const side = () => readTitleScores(place.db, city, { id: application.id, today, locale: 'zh-CN' })

async function finishAll(...A1: string[]): Promise<void> {
  for (const [at, expert] of experts.entries())
    await finished(place.db, expert, reviews[at] ?? '', { A1: A1[at] ?? '7' })
}

test('the city reads who is done, and no point before everybody has finished', async () => {
  await finished(place.db, experts[0]!, reviews[0]!, { A1: '7.77' })
  await declared(place.db, experts[1]!, reviews[1]!)
  await scored(place.db, experts[1]!, reviews[1]!, { points: { A1: '6.66' }, isFinish: false })

  expect((await sheet()).rows).toMatchObject([{ done: 1, asked: 3, judgement: null }])
  expect(await side()).toMatchObject({ side: null, reviews: [{ state: 'done' }, {}, {}] })
  expect(JSON.stringify([await sheet(), await side()])).not.toMatch(/777|666/)
})

test('means, spread, odd ones and vetoes appear once the last has finished', async () => {
  await finished(place.db, experts[0]!, reviews[0]!)
  await finished(place.db, experts[1]!, reviews[1]!, { A1: '8' })
  await finished(place.db, experts[2]!, reviews[2]!, { A1: '0', B1: '4.5', V3: 'on' })

  const [row] = (await sheet()).rows

  expect(row?.judgement).toMatchObject({
    ...{ mean: 9017, range: 1350, odd: 1, oddCodes: ['A1', 'B1'] },
    vetoes: [{ code: 'V3', by: 1 }],
  })
  expect(row?.judgement?.means[0]).toBe(500)
  expect((await side())?.side?.judgement.odd).toEqual([reviews[2]])
  expect((await side())?.side?.experts.map(one => one.total)).toEqual([9400, 9500, 8150])
})

test('a review that is opened again hides the points, and one with a conflict counts nowhere', async () => {
  await declared(place.db, experts[2]!, reviews[2]!, '亲属')
  await finished(place.db, experts[0]!, reviews[0]!)
  await finished(place.db, experts[1]!, reviews[1]!)
  expect((await sheet()).rows).toMatchObject([{ done: 2, asked: 2, judgement: { mean: 9400 } }])

  const reopened = { id: reviews[0]!, applicationId: application.id, reason: '复核 A1', today, now: later() }
  await reopenReview(place.db, city, officer, reopened)

  expect((await sheet()).rows).toMatchObject([{ done: 1, judgement: null }])
})

test('the sheet sorts by what is asked, with those that have no points yet at the end', async () => {
  await finishAll()
  const other = await insertApplying(place.db, {
    ...{ code: '2132000002', name: '东海县青湖小学', batchId: application.batchId },
  })
  const third = await insertApplying(place.db, {
    ...{ code: '2132000003', name: '东海县白塔小学', batchId: application.batchId },
  })
  const [review = ''] = await appointed(place.db, third, [experts[0]!])
  await finished(place.db, experts[0]!, review, { A1: '1' })
  const { rows, indicators } = await sheet()
  const codes = indicators.map(one => one.code)
  const ordered = (by: string, isRising: boolean) =>
    inSheetOrder(rows, { by, isRising }, codes).map(row => row.id)

  expect(ordered('total', false)).toEqual([application.id, third.id, other.id])
  expect(ordered('total', true)).toEqual([third.id, application.id, other.id])
  expect(ordered('A1', true)).toEqual([third.id, application.id, other.id])
  expect(ordered('school', true)).toEqual([application.id, other.id, third.id])
  expect(ordered('done', true)).toEqual([other.id, third.id, application.id])
})

test('the page of the experts offers who may be asked, and what may be taken back', async () => {
  await declared(place.db, experts[0]!, reviews[0]!)
  await scored(place.db, experts[0]!, reviews[0]!, { points: { A1: '5' }, isFinish: false })
  await place.db
    .updateTable('account')
    .set({ disabled_at: later() })
    .where('id', '=', experts[2]!.id)
    .execute()

  const read = await readExperts(place.db, city, { batchId: application.batchId, today })

  expect(read?.experts.map(one => [one.name, one.asked])).toEqual([
    ['li专家', 1],
    ['wang专家', 1],
  ])
  expect(read?.applications[0]?.reviews.map(one => one.mayTakeBack)).toEqual([false, true, true])
  const elsewhere = { batchId: application.batchId, unit: '320723', today }
  expect((await readExperts(place.db, city, elsewhere))?.applications).toEqual([])
})
