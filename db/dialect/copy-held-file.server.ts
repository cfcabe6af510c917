import { constants } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const attempts = 10
/** Longer from attempt to attempt: an upload writes for half a minute, not for ever. */
const pauseMs = 1_000

/**
 * Copies the file of an embedded database that another process holds and may be writing to, as of one moment: first the
 * database, then its log. As long as the log was not begun anew meanwhile, whatever was written back into the database
 * during the copy is in the log too, and is laid over it when the copy is opened; what is cut off at the log's end was
 * not committed. Throws where the log was begun anew each time.
 */
export async function copyHeldFile(path: string, to: string): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await beginOfLog(path)
    await copyFile(path, to, constants.COPYFILE_FICLONE)
    if (before !== '') await copyFile(`${path}-wal`, `${to}-wal`, constants.COPYFILE_FICLONE)
    if (before === (await beginOfLog(path))) return
    await sleep(pauseMs * attempt)
  }
  throw new Error(
    `${path} is written to so much that no copy of it could be made; try again in a quieter hour`,
  )
}

const headerBytes = 32

/** The header of the log, whose salts change when it is begun anew; '' where there is none. */
async function beginOfLog(path: string): Promise<string> {
  try {
    const file = await open(`${path}-wal`, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
      return buffer.subarray(0, bytesRead).toString('hex')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
