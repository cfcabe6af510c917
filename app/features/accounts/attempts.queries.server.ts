import type { Db, Role, Tx } from '#db/tables.ts'
import { failuresUntilLock } from './sign-in-lock.rule.ts'

/** An attempt to prove a password, counted before the password is looked at. */
export type Attempt =
  | { kind: 'locked'; until: string }
  /** `last`: when it fails, the login is locked until `until`. */
  | { kind: 'counted'; last: boolean; until: string }

export interface AccountSecret {
  id: string
  login: string
  name: string
  role: Role
  unitCode: string | null
  schoolId: string | null
  passwordHash: string
  isDisabled: boolean
}

export async function secretByLogin(db: Db, loginKey: string): Promise<AccountSecret | undefined> {
  const row = await secrets(db).where('login_key', '=', loginKey).executeTakeFirst()
  return row && withFlag(row)
}

export async function secretById(db: Db, id: string): Promise<AccountSecret | undefined> {
  const row = await secrets(db).where('id', '=', id).executeTakeFirst()
  return row && withFlag(row)
}

/**
 * Counts one attempt and locks the account with the last one allowed, in single statements: guesses sent in parallel
 * cannot outrun the lock. A success takes both back.
 */
export async function countAttempt(tx: Tx, id: string, at: string, until: string): Promise<Attempt> {
  await tx
    .updateTable('account')
    .set({ failed_sign_ins: 0, locked_until: null })
    .where('id', '=', id)
    .where('locked_until', '<=', at)
    .execute()
  const counted = await tx
    .updateTable('account')
    .set(eb => ({ failed_sign_ins: eb('failed_sign_ins', '+', 1) }))
    .where('id', '=', id)
    .where('locked_until', 'is', null)
    .executeTakeFirst()
  if (counted.numUpdatedRows === 0n) return { kind: 'locked', until: await lockedUntil(tx, id, until) }
  const locked = await tx
    .updateTable('account')
    .set({ locked_until: until })
    .where('id', '=', id)
    .where('failed_sign_ins', '>=', failuresUntilLock)
    .executeTakeFirst()
  return { kind: 'counted', last: locked.numUpdatedRows > 0n, until }
}

export async function forgetAttempts(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('account')
    .set({ failed_sign_ins: 0, locked_until: null })
    .where('id', '=', id)
    .execute()
}

async function lockedUntil(tx: Tx, id: string, otherwise: string): Promise<string> {
  const row = await tx.selectFrom('account').select('locked_until').where('id', '=', id).executeTakeFirst()
  return row?.locked_until ?? otherwise
}

function secrets(db: Db) {
  return db
    .selectFrom('account')
    .select([
      'id',
      'login',
      'name',
      'role',
      'unit_code as unitCode',
      'school_id as schoolId',
      'password_hash as passwordHash',
      'disabled_at as disabledAt',
    ])
}

function withFlag<Row extends { disabledAt: string | null }>({ disabledAt, ...row }: Row) {
  return { ...row, isDisabled: disabledAt !== null }
}
