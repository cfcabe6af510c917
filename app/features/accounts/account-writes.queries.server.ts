import type { Role, Tx } from '#db/tables.ts'

export interface NewAccount {
  id: string
  login: string
  loginKey: string
  name: string
  passwordHash: string
  role: Role
  unitCode: string | null
  schoolId: string | null
  mustChangePassword: boolean
  createdAt: string
}

export async function isLastAdmin(tx: Tx, id: string): Promise<boolean> {
  const admins = await tx
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .limit(2)
    .execute()
  return admins.length === 1 && admins[0]?.id === id
}

export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      id: account.id,
      login: account.login,
      login_key: account.loginKey,
      name: account.name,
      password_hash: account.passwordHash,
      role: account.role,
      unit_code: account.unitCode,
      school_id: account.schoolId,
      must_change_password: account.mustChangePassword ? 1 : 0,
      failed_sign_ins: 0,
      locked_until: null,
      disabled_at: null,
      created_at: account.createdAt,
    })
    .execute()
}

export async function saveAccount(
  tx: Tx,
  id: string,
  account: { name: string; role: Role; unitCode: string | null; schoolId: string | null },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({
      name: account.name,
      role: account.role,
      unit_code: account.unitCode,
      school_id: account.schoolId,
    })
    .where('id', '=', id)
    .execute()
}

export async function saveName(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('account').set({ name }).where('id', '=', id).execute()
}

/** A new password also opens a lock. */
export async function savePassword(
  tx: Tx,
  id: string,
  password: { hash: string; mustChange: boolean },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({
      password_hash: password.hash,
      must_change_password: password.mustChange ? 1 : 0,
      failed_sign_ins: 0,
      locked_until: null,
    })
    .where('id', '=', id)
    .execute()
}

export async function requirePasswordChange(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('account').set({ must_change_password: 1 }).where('id', '=', id).execute()
}

export async function saveDisabled(tx: Tx, id: string, disabledAt: string | null): Promise<void> {
  await tx.updateTable('account').set({ disabled_at: disabledAt }).where('id', '=', id).execute()
}
