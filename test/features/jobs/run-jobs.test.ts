import { expect, test } from 'vitest'
import { type DailyWork, runJobs } from '#app/features/jobs/run-jobs.server.ts'
import { useDatabase } from '#test/support/database.ts'

const place = useDatabase()
const morning = new Date('2026-11-26T02:00:00Z')
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)

function counted(work: () => Promise<void> = async () => undefined) {
  const done = { count: 0 }
  const daily: DailyWork = {
    retention: async () => {
      done.count += 1
      await work()
    },
  }
  return { done, daily }
}

const jobs = () =>
  place.db.selectFrom('job').select(['slot', 'state', 'attempts', 'error']).orderBy('slot').execute()

test('the day’s work is done once a day of the city, however often servers look', async () => {
  const { done, daily } = counted()
  for (const minutes of [0, 1, 300]) await runJobs(place.db, daily, later(minutes))
  expect(done.count).toBe(1)

  // 16:00 UTC is midnight in the city.
  await runJobs(place.db, daily, new Date('2026-11-26T16:00:00Z'))

  expect(done.count).toBe(2)
  expect((await jobs()).map(job => job.slot)).toEqual(['retention 2026-11-26', 'retention 2026-11-27'])
})

test('of two servers one does it', async () => {
  const { done, daily } = counted()

  await Promise.all([runJobs(place.db, daily, morning), runJobs(place.db, daily, morning)])

  expect(done.count).toBe(1)
})

test('a server killed half-way leaves the work to the next one, ten minutes later', async () => {
  let isKilled = true
  const { done, daily } = counted(() => (isKilled ? new Promise(() => undefined) : Promise.resolve()))
  void runJobs(place.db, daily, morning)
  await expect.poll(() => done.count).toBe(1)
  isKilled = false
  await runJobs(place.db, daily, later(9))
  expect(done.count).toBe(1)

  await runJobs(place.db, daily, later(11))

  expect(done.count).toBe(2)
  expect(await jobs()).toEqual([expect.objectContaining({ state: 'done', attempts: 2 })])
})

test('work that fails is tried five times and says why', async () => {
  const { done, daily } = counted(() => Promise.reject(new Error('the disk is full')))

  for (let n = 0; n < 8; n += 1) await runJobs(place.db, daily, later(n * 11))

  expect(done.count).toBe(5)
  expect(await jobs()).toEqual([
    { slot: 'retention 2026-11-26', state: 'failed', attempts: 5, error: 'the disk is full' },
  ])
})

test('work that cuts the server off each time is given up after five times', async () => {
  const { done, daily } = counted(() => new Promise(() => undefined))
  for (let n = 1; n <= 5; n += 1) {
    void runJobs(place.db, daily, later(n * 11))
    await expect.poll(() => done.count).toBe(n)
  }

  await runJobs(place.db, daily, later(66))

  expect(done.count).toBe(5)
  expect(await jobs()).toMatchObject([{ state: 'failed', error: 'was cut off each time' }])
})
