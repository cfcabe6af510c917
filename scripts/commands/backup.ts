import { basename } from 'node:path'
import { now } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { withSnapshot } from '#db/backup/snapshot.server.ts'
import { openSource, type Source } from '#db/backup/source.server.ts'
import { isFreeForBackup, writeBackup } from '#db/backup/write-backup.server.ts'
import { databaseUrl } from '#db/connection.server.ts'
import { inTransaction } from '#db/write.server.ts'
import type { Command, CommandInput, ExitCode } from '../command.ts'
import { formsOfUrl, isDatabaseUrl, shownUrl } from './database-url.ts'
import { refuse, tellLeftOut } from './tell.ts'

export const command: Command = {
  usage: 'backup -o FILE',
  summary: 'writes the whole database into one file, as it stands at one moment; the server may be running',
  options: { output: { type: 'string', short: 'o' } },
  needsSchema: false,
  run: input => backUp(input, databaseUrl()),
}

/** As `command`, of the database at `url`. */
export async function backUp(input: CommandInput, url: string): Promise<ExitCode> {
  const { values, positionals, json, print, complain } = input
  const { output } = values
  if (typeof output !== 'string' || output === '' || positionals.length > 0) {
    complain(command.usage)
    return 2
  }
  if (!isDatabaseUrl(url)) {
    complain(`DATABASE_URL is wrong: ${formsOfUrl}`)
    return 2
  }
  if (!(await isFreeForBackup(output))) return refuse(input, output, 'no-backup-there')
  const opened = await openSource(url)
  if (!opened.ok) return refuse(input, shownUrl(url), opened.refusal)
  const { source } = opened
  try {
    const written = await writeFrom(source, output)
    if (source.isCopy) complain('the server holds the database: this backup is not in its audit')
    else await audit(source, input, output, written)
    tellLeftOut(input, written.leftOut)
    const answer = { status: 'done', file: output, ...written, audited: !source.isCopy }
    print(json ? JSON.stringify(answer) : `${output}: ${written.rows} rows, ${written.bytes} bytes`)
    return 0
  } finally {
    await source.close()
  }
}

interface Written {
  engine: string
  schema: string
  tables: number
  rows: number
  bytes: number
  sha256: string
  leftOut: readonly string[]
}

function writeFrom(source: Source, output: string): Promise<Written> {
  return withSnapshot(source.db, async snapshot => {
    const { engine, version, tables, leftOut } = snapshot
    const { bytes, sha256 } = await writeBackup(output, snapshot, now())
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    return { engine, schema: version, tables: tables.length, rows, bytes, sha256, leftOut }
  })
}

/** Behind the moment of the backup, so that it holds the audit as it stood. */
async function audit(
  source: Source,
  { actor }: CommandInput,
  output: string,
  written: Written,
): Promise<void> {
  const { schema, rows, sha256 } = written
  await inTransaction(source.db, tx =>
    recordAudit(tx, actor, {
      action: 'database.backup',
      subjectKind: 'database',
      subjectId: basename(output),
      detail: { schema, rows, sha256 },
    }),
  )
}
