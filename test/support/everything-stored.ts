import { existsSync, readFileSync } from 'node:fs'
import mysql from 'mysql2/promise'

/** All that a database holds, as one text: the bytes of an embedded one's files, the rows of a server's tables. */
export async function everythingStored(url: string): Promise<string> {
  if (!url.startsWith('file:')) return rowsOf(url)
  const path = url.slice('file:'.length)
  const files = [path, `${path}-wal`].filter(file => existsSync(file))
  return files.map(file => readFileSync(file, 'utf8')).join('\n')
}

async function rowsOf(url: string): Promise<string> {
  const connection = await mysql.createConnection(url)
  try {
    const [tables] = await connection.query<mysql.RowDataPacket[]>('show tables')
    const texts: string[] = []
    for (const table of tables) {
      const [rows] = await connection.query<mysql.RowDataPacket[]>(
        `select * from \`${Object.values(table)[0]}\``,
      )
      for (const row of rows) for (const value of Object.values(row)) texts.push(textOf(value))
    }
    return texts.join('\n')
  } finally {
    await connection.end()
  }
}

function textOf(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('utf8') : String(value)
}
