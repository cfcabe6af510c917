import type { Migration } from 'kysely'
import * as schema from './0001-schema.ts'
import * as reference from './0002-reference.ts'
import * as classGroups from './0003-class-groups.ts'

/** Every migration in order; a landed one is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-schema': schema,
  '0002-reference': reference,
  '0003-class-groups': classGroups,
}
