import type { ColumnMetadata } from 'kysely'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import { writeLists } from '#db/dialect/many-rows.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'

/** The audit is a chain: it is written as the features do. */
const chain: readonly string[] = ['audit', 'audit_head']
const most32 = 2 ** 31 - 1

/**
 * Puts three rows into every table of a migrated database, beside what its migrations put there: texts as long as their
 * columns with all that is easily lost on the way, the largest numbers, bytes of every value and none, and NULL.
 */
export async function fillEveryTable(db: Db): Promise<void> {
  for (const { name, columns } of await tablesAsDeclared()) {
    if (chain.includes(name)) continue
    const into = { table: name, columns: columns.map(column => column.name) }
    const rows = [1, 2, 3].map(row => columns.map(column => sample(row, column)))
    await writeLists(db, into, rows)
  }
  for (const subjectId of ['1', '2', '3'])
    await inTransaction(db, tx =>
      recordAudit(
        tx,
        { id: null, name: '王老师' },
        { action: 'word.add', subjectKind: 'word', subjectId, detail: { 词: '“足球”😀\\' } },
      ),
    )
}

/** Only SQLite tells of what lengths its columns were declared. */
async function tablesAsDeclared() {
  const db = openDatabase('file::memory:')
  await migrateDatabase(db)
  const tables = await db.introspection.getTables()
  await db.destroy()
  return tables
}

function sample(row: number, { dataType, isNullable }: ColumnMetadata) {
  if (row === 3 && isNullable) return null
  const type = dataType.toLowerCase()
  if (/int/.test(type)) return [0, most32, -most32 - 1][row - 1]
  if (/double/.test(type)) return [119.22, -0.1 - 0.2, 1e-7][row - 1]
  if (/blob/.test(type)) return [everyByte, new Uint8Array(), megabytes][row - 1]
  const [, length = '2000'] = /\((\d+)\)/.exec(type) ?? []
  return textOf(row, Number(length))
}

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
/** As large as a piece of an uploaded workbook, and nothing that text could hold. */
const megabytes = Uint8Array.from({ length: 4 * 1024 * 1024 }, (_, place) => (place * 151) % 251)

function textOf(row: number, length: number): string {
  const hard = `${row}\0'"\\%;\t\r\n\u2028😀é１“足球”--`
  return Array.from(hard.padEnd(length * 2, '球'))
    .slice(0, length)
    .join('')
}
