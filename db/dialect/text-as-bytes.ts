import { type Kysely, type RawBuilder, sql } from 'kysely'
import { engineOf } from './dialect.ts'

// Any schema: the column is the caller's.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyDb = Kysely<any>

/** A text to be kept in a column of text, given in UTF-8: either database takes the bytes as they are. */
export function textFromBytes(db: AnyDb, bytes: Uint8Array): RawBuilder<string> {
  return engineOf(db) === 'sqlite'
    ? sql<string>`cast(${bytes} as text)`
    : sql<string>`convert(${bytes} using utf8mb4)`
}

/** What a column of text holds, in UTF-8. */
export function bytesOfText(db: AnyDb, column: string): RawBuilder<ArrayBuffer | Uint8Array> {
  return engineOf(db) === 'sqlite'
    ? sql<ArrayBuffer>`cast(${sql.ref(column)} as blob)`
    : sql<Uint8Array>`cast(${sql.ref(column)} as binary)`
}
