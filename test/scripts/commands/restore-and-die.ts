import { fillTarget } from '#db/backup/fill-target.server.ts'
import { readBackup } from '#db/backup/read-backup.server.ts'
import type { Batch } from '#db/backup/snapshot.server.ts'

const [, , file = '', url = '', table = ''] = process.argv

/** Restores a backup as the command does, and ends as by a power cut once the rows of `table` are there. */
const read = await readBackup(file)
if (!read.ok) throw new Error(read.refusal)
const { header, tables, batches } = read.backup
await fillTarget(
  url,
  { version: header.schema, tables, batches: cutOff(batches()) },
  { finish: async () => undefined },
)

async function* cutOff(all: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  let hasCome = false
  for await (const batch of all) {
    if (hasCome && batch.table !== table) process.kill(process.pid, 'SIGKILL')
    hasCome ||= batch.table === table
    yield batch
  }
}
