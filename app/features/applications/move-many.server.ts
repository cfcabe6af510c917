import type { Scope } from '#app/auth/scope.ts'
import type { Db } from '#db/tables.ts'
import { type MoveInput, type MoveRefusal, moveApplication } from './move-application.server.ts'

/** What became of each of several candidates. */
export interface MovedMany {
  moved: number
  refused: { id: string; refusal: MoveRefusal }[]
}

/**
 * The same move for several candidates, each on its own: whoever cannot be moved stays as they stand and is named, the
 * others go on.
 */
export async function moveMany(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: Omit<MoveInput, 'id' | 'reason' | 'validFrom' | 'validTo'> & { ids: readonly string[] },
): Promise<MovedMany> {
  const { ids, ...move } = input
  const result: MovedMany = { moved: 0, refused: [] }
  for (const id of new Set(ids)) {
    const given = { ...move, id, reason: '', validFrom: null, validTo: null }
    const moved = await moveApplication(db, scope, by, given)
    if (moved.ok) result.moved += 1
    else result.refused.push({ id, refusal: moved.refusal })
  }
  return result
}
