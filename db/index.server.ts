import { databaseUrl, openDatabase } from './connection.server.ts'
import type { Db } from './tables.ts'

/** Kept on the process: the server's own bundle and the site's bundle must share one connection. */
const holder = globalThis as typeof globalThis & { sportsDatabase?: Db }

holder.sportsDatabase ??= openDatabase(databaseUrl(), {
  connections: Number(process.env.DATABASE_CONNECTIONS ?? 10),
})

/** The app's one connection. Only pages, scripts and auth hold it; features are handed it. */
export const db: Db = holder.sportsDatabase
