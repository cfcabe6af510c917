import { doImportWork } from '#app/features/imports/do-import-work.server.ts'
import { onWork } from '#app/features/imports/import-bell.ts'
import { remindOffices } from '#app/features/instructors/remind-offices.server.ts'
import { type DailyWork, runJobs } from '#app/features/jobs/run-jobs.server.ts'
import { deliverNotices } from '#app/features/notices/deliver-notices.server.ts'
import { endRetention } from '#app/features/personal-data/end-retention.server.ts'
import { remindOfTitles } from '#app/features/reevaluation/remind-titles.server.ts'
import { dropExpiredPreviews } from '#app/features/upload-links/drop-previews.server.ts'
import { tidyFiles } from '#app/files/tidy-files.server.ts'
import type { Db } from '#db/tables.ts'

const everyMs = 15_000
/** Who uploads a long file looks on; another process may have taken it in. */
const importsEveryMs = 200

export interface Background {
  stop: () => Promise<void>
}

/** What is done once a day without anybody asking. */
const daily: DailyWork = {
  'remind-offices': remindOffices,
  'remind-titles': remindOfTitles,
  retention: endRetention,
  'tidy-files': tidyFiles,
}

/**
 * Does the day's work, sends what is waiting, ends what expired links left open and reads long files, now and every few
 * seconds, until it is stopped; stopping waits for what runs, but a long file that is being read is left to another
 * process.
 */
export function startBackground(db: Db): Background {
  const stopping = new AbortController()
  const imports = () => doImportWork(db, { stopping: stopping.signal })
  const longImports = everyFew(importsEveryMs, imports)
  const rounds = [everyFew(everyMs, () => work(db)), longImports]
  const stopHearing = onWork(longImports.now)
  return {
    stop: async () => {
      stopHearing()
      stopping.abort()
      await Promise.all(rounds.map(round => round.stop()))
    },
  }
}

/** Does the work now and every few milliseconds, and whenever it is told to; never twice at a time. */
function everyFew(milliseconds: number, work: () => Promise<void>): Background & { now: () => void } {
  let running = Promise.resolve()
  let isRunning = false
  let isAsked = false
  const now = () => {
    isAsked = isRunning
    if (isRunning) return
    isRunning = true
    running = untroubled(work).finally(() => {
      isRunning = false
      if (isAsked) now()
    })
  }
  const timer = setInterval(() => {
    if (!isRunning) now()
  }, milliseconds)
  now()
  return {
    now,
    stop: async () => {
      clearInterval(timer)
      isAsked = false
      await running
    },
  }
}

async function work(db: Db): Promise<void> {
  await runJobs(db, daily, new Date())
  await dropExpiredPreviews(db, new Date())
  await deliverNotices(db, new Date())
}

async function untroubled(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    // The database may be away for a moment; the next round finds what was left.
    console.error(JSON.stringify({ level: 'error', background: String(error) }))
  }
}
