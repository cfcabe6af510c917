import type { Db } from '#db/tables.ts'
import { namesBefore, removeName } from './disk.server.ts'
import { folderIn } from './keep-file.server.ts'
import { knownFolder, namedFiles } from './stored-files.queries.server.ts'

const dayMs = 86_400_000
const inOneGo = 200

/** Removes what has stood on the disk for a day and no row names: a server was killed between the two. */
export async function tidyFiles(db: Db, now: Date): Promise<void> {
  const name = await knownFolder(db)
  if (name === null) return
  const folder = folderIn(name)
  const old = await namesBefore(folder, new Date(now.getTime() - dayMs))
  for (let from = 0; from < old.length; from += inOneGo) {
    const names = old.slice(from, from + inOneGo)
    const named = await namedFiles(db, names)
    for (const one of names) if (!named.has(one)) await removeName(folder, one)
  }
}
