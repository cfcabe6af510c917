import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A name of ours: nothing else is ever read, written or removed. */
const ownName = /^[0-9A-Z]{26}(\.part)?$/

/** Writes a file that is there whole or not at all, whenever the power goes: beside its place, flushed, then renamed. */
export async function writeWhole(folder: string, id: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = `${pathOf(folder, id)}.part`
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, pathOf(folder, id))
  await flushNames(folder)
}

/** A name is on the disk once its folder is; a system that opens no folder flushes it in its own time. */
async function flushNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

export async function readWhole(folder: string, id: string): Promise<Buffer> {
  return readFile(pathOf(folder, id))
}

export async function removeName(folder: string, name: string): Promise<void> {
  await rm(pathOf(folder, name), { force: true })
}

/** The names in the folder that were last written before an instant; none while there is no folder. */
export async function namesBefore(folder: string, instant: Date): Promise<string[]> {
  const names = await readdir(folder).catch(error => {
    if (isMissing(error)) return []
    throw error
  })
  const old: string[] = []
  for (const name of names.filter(one => ownName.test(one))) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found !== null && found.mtime < instant) old.push(name)
  }
  return old
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function pathOf(folder: string, name: string): string {
  if (!ownName.test(name)) throw new Error('This is no name of a stored file')
  return join(folder, name)
}
