import { hash } from '@node-rs/argon2'
import type { Actor } from '#app/auth/scope.ts'
import { sampleAccount } from '#db/samples.ts'
import type { Db, Role } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

export const goodPassword = 'Haizhou-2026'

/** An account with `goodPassword`, and the actor it signs in as. The hash is cheap: tests wait for it often. */
export async function insertPerson(
  db: Db,
  given: Partial<Actor> & { role: Role; mustChangePassword?: boolean; disabledAt?: string },
): Promise<Actor> {
  const login = given.login ?? given.role
  const account = sampleAccount({
    login,
    name: given.name ?? login,
    role: given.role,
    unit_code: given.unitCode ?? null,
    school_id: given.schoolId ?? null,
    must_change_password: given.mustChangePassword ? 1 : 0,
    disabled_at: given.disabledAt ?? null,
    password_hash: await hash(goodPassword, { memoryCost: 1024, timeCost: 1, parallelism: 1 }),
  })
  await insertAll(db, 'account', [account])
  return {
    id: account.id,
    login,
    name: account.name,
    role: given.role,
    unitCode: given.unitCode ?? null,
    schoolId: given.schoolId ?? null,
  }
}
