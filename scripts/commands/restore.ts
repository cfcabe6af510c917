import { basename } from 'node:path'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { fillTarget } from '#db/backup/fill-target.server.ts'
import { type Backup, readBackup } from '#db/backup/read-backup.server.ts'
import type { Command, CommandInput, ExitCode } from '../command.ts'
import { formsOfUrl, isDatabaseUrl, shownUrl } from './database-url.ts'
import { refuse } from './tell.ts'

export const command: Command = {
  usage: 'restore FILE --into URL',
  summary: 'makes a database of a backup where nothing stands: all of it or nothing; URL as in DATABASE_URL',
  options: { into: { type: 'string' } },
  needsSchema: false,
  run: restore,
}

async function restore(input: CommandInput): Promise<ExitCode> {
  const { values, positionals, json, print, complain, actor } = input
  const { into } = values
  const [file = '', ...more] = positionals
  if (file === '' || more.length > 0 || typeof into !== 'string' || !isDatabaseUrl(into)) {
    complain(`${command.usage}\n${formsOfUrl}`)
    return 2
  }
  const read = await readBackup(file)
  if (!read.ok) return refuse(input, file, read.refusal)
  const { backup } = read
  const { schema, createdAt, engine } = backup.header
  const rows = backup.tables.reduce((sum, table) => sum + table.rows, 0)
  const detail = { createdAt, schema, rows, sha256: backup.sha256 }
  const filled = await fillTarget(into, contentsOf(backup), {
    finish: tx =>
      recordAudit(tx, actor, {
        action: 'database.restore',
        subjectKind: 'database',
        subjectId: basename(file),
        detail,
      }),
  })
  if (!filled.ok) return refuse(input, shownUrl(into), filled.refusal)
  const answer = {
    status: 'done',
    file,
    into: shownUrl(into),
    engine,
    tables: backup.tables.length,
    ...detail,
  }
  print(json ? JSON.stringify(answer) : `${shownUrl(into)}: ${rows} rows of ${createdAt} UTC`)
  return 0
}

function contentsOf(backup: Backup) {
  return { version: backup.header.schema, tables: backup.tables, batches: backup.batches() }
}
