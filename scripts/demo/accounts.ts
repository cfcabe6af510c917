import { hashPassword } from '#app/features/accounts/password-hash.server.ts'
import { sampleAccount } from '#db/samples.ts'
import type { Role } from '#db/tables.ts'
import { demoIds } from './demo-id.ts'

export interface DemoAccount {
  login: string
  name: string
  role: Role
}

/** The accounts that contracts promise, all with one password. */
export const demoAccounts: readonly DemoAccount[] = [
  { login: 'city', name: '市体卫艺处（演示）', role: 'city' },
  { login: 'donghai', name: '东海县体卫艺科（演示）', role: 'unit' },
  { login: 'school', name: '学校体育组长（演示）', role: 'school' },
  { login: 'athlete', name: '退役运动员（演示）', role: 'applicant' },
  { login: 'expert', name: '评审专家一（演示）', role: 'expert' },
  { login: 'expert2', name: '评审专家二（演示）', role: 'expert' },
  { login: 'expert3', name: '评审专家三（演示）', role: 'expert' },
  { login: 'auditor', name: '审计员（演示）', role: 'auditor' },
  { login: 'admin', name: '系统管理员（演示）', role: 'admin' },
]

/** Rows for the accounts; `schoolId` is the school of the school manager. */
export async function demoAccountRows(given: { schoolId: string; password: string; createdAt: string }) {
  const nextId = demoIds('A')
  return Promise.all(
    demoAccounts.map(async account =>
      sampleAccount({
        ...account,
        id: nextId(),
        password_hash: await hashPassword(given.password),
        unit_code: account.role === 'unit' ? '320722' : null,
        school_id: account.role === 'school' ? given.schoolId : null,
        created_at: given.createdAt,
      }),
    ),
  )
}
