import { instantOf } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { type CommitRequest, commitImport } from './commit-import.server.ts'
import {
  endWork,
  failWork,
  freeWork,
  holdWork,
  type ImportWork,
  lockHeldWork,
  releaseWork,
  takeWork,
} from './import-work.queries.server.ts'
import { fileOfImport } from './kept-file.queries.server.ts'
import { readLongFile } from './read-long-file.server.ts'
import type { ImportContext } from './sheet-import.ts'
import type { SheetName } from './sheet-name.ts'

/** What is kept of the request to read a file. */
export type ReadRequest = Omit<ImportContext, 'importId' | 'corrections'> & {
  sheet: SheetName
  /** How often work on the import had been taken before this was asked. */
  attemptsBefore?: number
}

/** Who takes work holds it that long, and holds it anew while it goes on. */
const leaseSeconds = 30
const mostAttempts = 5
/** News of progress are written down at most that often. */
const newsEveryMs = 500

const givenUp = 'import-given-up'

interface WorkOptions {
  only?: string
  clock?: () => Date
  stopping?: AbortSignal
}

/**
 * Does the work on long imports that nobody does: reading files and committing them. Any number of processes may call
 * it at the same time; each piece of work is done by one, all of it or nothing, and taken up again when that one was
 * killed. Once `stopping` is aborted a reading is left to another process; a commit goes on to its end.
 */
export async function doImportWork(
  db: Db,
  { only, clock = () => new Date(), stopping }: WorkOptions = {},
): Promise<void> {
  for (const work of await freeWork(db, instantOf(clock()))) {
    if (stopping?.aborted) return
    if (only !== undefined && work.importId !== only) continue
    if (work.attempts - attemptsBefore(work) >= mostAttempts) {
      await failWork(db, work, 'was cut off each time')
      continue
    }
    const times = { now: instantOf(clock()), until: leaseFrom(clock()) }
    const taken = await takeWork(db, work, times)
    if (taken === null) continue
    const held = { ...work, ...taken }
    try {
      await (work.task === 'read' ? read(db, held, clock, stopping) : commit(db, held, clock))
      await endWork(db, held)
    } catch (error) {
      if (isGivenUp(error)) continue
      // Whatever it died of, its thread may have been ended under it: the next process finds out.
      if (stopping?.aborted && work.task === 'read') await releaseWork(db, held)
      else await failWork(db, held, error instanceof Error ? error.message : String(error))
    }
  }
}

async function read(
  db: Db,
  work: ImportWork,
  clock: () => Date,
  stopping: AbortSignal | undefined,
): Promise<void> {
  const { sheet, attemptsBefore: _before, ...context } = work.request as unknown as ReadRequest
  let told = 0
  await readLongFile(
    db,
    sheet,
    async () => {
      const bytes = await fileOfImport(db, work.importId)
      if (bytes === undefined) throw new Error('The file is no longer kept')
      return bytes
    },
    { ...context, importId: work.importId },
    {
      tell: async ({ done, of }) => {
        stopping?.throwIfAborted()
        const now = clock()
        if (now.getTime() - told < newsEveryMs) return
        told = now.getTime()
        if (!(await holdWork(db, work, { done, of, until: leaseFrom(now) }))) throw new Error(givenUp)
      },
      hold: async tx => {
        stopping?.throwIfAborted()
        if (!(await lockHeldWork(tx, work))) throw new Error(givenUp)
      },
    },
  )
}

function attemptsBefore({ request }: ImportWork): number {
  return (request as Partial<ReadRequest>).attemptsBefore ?? 0
}

/** One transaction: nobody can stop it half-way, and a killed process leaves nothing of it. */
async function commit(db: Db, work: ImportWork, clock: () => Date): Promise<void> {
  const request = work.request as unknown as Omit<CommitRequest, 'id'>
  const holding = setInterval(
    () => {
      holdWork(db, work, { done: 0, of: null, until: leaseFrom(clock()) }).catch(() => undefined)
    },
    (leaseSeconds * 1000) / 3,
  )
  try {
    const result = await commitImport(db, { ...request, id: work.importId })
    if (!result.ok) throw new Error(result.refusal)
  } finally {
    clearInterval(holding)
  }
}

function leaseFrom(now: Date): string {
  return instantOf(new Date(now.getTime() + leaseSeconds * 1000))
}

function isGivenUp(error: unknown): boolean {
  return error instanceof Error && error.message === givenUp
}
