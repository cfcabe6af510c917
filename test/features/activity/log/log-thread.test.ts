import { expect, test } from 'vitest'
import { activityTellingOf } from '#app/features/activity/activity-context.server.ts'
import type { ActivityTelling } from '#app/features/activity/activity-telling.ts'
import type { LogAnswer } from '#app/features/activity/log/log.worker.ts'
import { type LogThread, startLogThread } from '#app/features/activity/log/log-thread.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { longRows, longWorkbook, weekdaysFrom } from '../../imports/long-workbook.ts'

const place = useDatabase()
const days = weekdaysFrom('2025-09-01', 5)
const today = '2025-09-30'

/** A log of a school of two classes, and all that its reader is told. */
async function logOf(code: string): Promise<{ bytes: Uint8Array; telling: ActivityTelling }> {
  const { id } = await insertSchool(place.db, {
    code,
    name: `试验${code}小学`,
    classes: [
      ['primary', 2023, 1],
      ['primary', 2022, 1],
    ],
  })
  const telling = await activityTellingOf(place.db, [{ id, code, unitCode: '320722' }], { today })
  return { bytes: longWorkbook(longRows([{ code, classes: ['三(1)班', '四(1)班'] }], days)), telling }
}

function asking({ bytes, telling }: Awaited<ReturnType<typeof logOf>>) {
  return {
    bytes: new Uint8Array(bytes),
    telling,
    only: null,
    corrections: { cells: [], skipped: [] },
    names: [],
  }
}

async function readBy(thread: LogThread, log: Awaited<ReturnType<typeof logOf>>): Promise<LogAnswer[]> {
  const said: LogAnswer[] = []
  for await (const some of thread.read(asking(log))) said.push(...some)
  return said
}

/** Threads of this process. */
function threads(): number {
  const { workers } = process.report.getReport() as unknown as { workers: unknown[] }
  return workers.length
}

test('a thread that has read a log waits for the next, and reads it as a new one would', async () => {
  const [first, other] = [await logOf('2132990001'), await logOf('2132990002')]
  const thread = startLogThread()
  const read = await readBy(thread, first)
  expect(read.filter(({ answer }) => answer === 'piece')).not.toEqual([])
  const busy = threads()
  await thread.end()
  expect(threads()).toBe(busy)

  const [warm, fresh] = [startLogThread(), startLogThread()]
  const [byWarm, byFresh] = [await readBy(warm, other), await readBy(fresh, other)]
  expect(threads()).toBe(busy + 1)
  expect(byWarm).toEqual(byFresh)
  expect(byWarm).not.toEqual(read)
  await warm.end()
  await fresh.end()
  expect(threads()).toBe(busy)
})

test('a thread that is ended half-way, or refused what it read, is not kept', async () => {
  const log = await logOf('2132990003')
  // Whichever thread waits from before is taken first.
  const waiting = startLogThread()
  const rest = threads()
  const thread = startLogThread()
  for await (const _some of thread.read(asking(log))) break
  await thread.end()
  const refusing = startLogThread()
  const said = await readBy(refusing, { ...log, bytes: Buffer.from('PK\u0003\u0004 no workbook') })
  expect(said.at(-1)?.answer).toBe('refused')
  await refusing.end()

  expect(threads()).toBe(rest)
  expect((await readBy(waiting, log)).at(-1)?.answer).toBe('read')
  await waiting.end()
})
