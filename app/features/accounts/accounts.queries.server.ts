import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Role } from '#db/tables.ts'
import { type AccountManager, managedRoles } from './account.rule.ts'

/** An account as its managers see it. */
export interface AccountRow {
  id: string
  login: string
  name: string
  role: Role
  unitCode: string | null
  unitName: string | null
  schoolId: string | null
  schoolName: string | null
  schoolCode: string | null
  /** The unit that administers the account's school. */
  schoolUnitCode: string | null
  mustChangePassword: number
  /** UTC text; a lock in the past is none. */
  lockedUntil: string | null
  disabledAt: string | null
  createdAt: string
}

export interface AccountFilter {
  /** Part of login, name or school. */
  search?: string
  role?: Role
  unitCode?: string
  state?: 'active' | 'disabled'
  limit?: number
  offset?: number
}

/** False only before the first start: then /setup makes the first administrator. */
export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The accounts a manager may see and change, by unit, school and login. */
export async function listAccounts(
  db: Db,
  manager: AccountManager,
  filter: AccountFilter,
  today: Day,
): Promise<AccountRow[]> {
  const query = filtered(db, manager, filter, today)
    .select(accountColumns)
    .orderBy(sql`coalesce(a.unit_code, p.unit_code, '')`)
    .orderBy('p.code')
    .orderBy('a.login_key')
  const { limit, offset = 0 } = filter
  return (limit === undefined ? query : query.limit(limit).offset(offset)).execute()
}

export async function countAccounts(
  db: Db,
  manager: AccountManager,
  filter: AccountFilter,
  today: Day,
): Promise<number> {
  const { count } = await filtered(db, manager, filter, today)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The account, if the manager may see and change it. */
export async function findAccount(
  db: Db,
  manager: AccountManager,
  id: string,
  today: Day,
): Promise<AccountRow | undefined> {
  return accounts(db, today)
    .where(mayBeManagedBy(manager))
    .where('a.id', '=', id)
    .select(accountColumns)
    .executeTakeFirst()
}

/** Somebody's own account. */
export async function ownAccount(db: Db, id: string, today: Day): Promise<AccountRow | undefined> {
  return accounts(db, today).where('a.id', '=', id).select(accountColumns).executeTakeFirst()
}

export async function isLoginTaken(db: Db, loginKey: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('id').where('login_key', '=', loginKey).executeTakeFirst()
  return row !== undefined
}

/**
 * The one scope predicate on accounts (alias `a`, the school's profile as `p`): whom the manager may see is whom the
 * manager may change. A unit officer's are those of the schools its unit administers.
 */
function mayBeManagedBy(manager: AccountManager): RawBuilder<SqlBool> {
  const roles = managedRoles(manager.role)
  if (roles.length === 0) return sql<SqlBool>`1 = 0`
  const ofRole = sql<SqlBool>`a.role in (${sql.join([...roles])})`
  if (manager.role !== 'unit') return ofRole
  return sql<SqlBool>`(${ofRole} and p.unit_code = ${manager.unitCode})`
}

function accounts(db: Db, today: Day) {
  return db
    .selectFrom('account as a')
    .leftJoin('unit as u', 'u.code', 'a.unit_code')
    .leftJoin('school_profile as p', join =>
      join
        .onRef('p.school_id', '=', 'a.school_id')
        .on('p.valid_from', '<=', today)
        .on('p.valid_to', '>=', today),
    )
}

function filtered(db: Db, manager: AccountManager, filter: AccountFilter, today: Day) {
  const { search, role, unitCode, state } = filter
  const part = `%${(search ?? '').trim().replace(/[!%_]/g, sign => `!${sign}`)}%`
  return accounts(db, today)
    .where(mayBeManagedBy(manager))
    .$if(search !== undefined && search.trim() !== '', q =>
      q.where(
        sql<SqlBool>`(a.login_key like ${part.toLowerCase()} escape '!' or a.name like ${part} escape '!' or p.name like ${part} escape '!' or p.code like ${part} escape '!')`,
      ),
    )
    .$if(role !== undefined, q => q.where('a.role', '=', role!))
    .$if(unitCode !== undefined, q =>
      q.where(eb => eb.or([eb('a.unit_code', '=', unitCode!), eb('p.unit_code', '=', unitCode!)])),
    )
    .$if(state !== undefined, q => q.where('a.disabled_at', state === 'active' ? 'is' : 'is not', null))
}

const accountColumns = [
  'a.id as id',
  'a.login as login',
  'a.name as name',
  'a.role as role',
  'a.unit_code as unitCode',
  'u.name as unitName',
  'a.school_id as schoolId',
  'p.name as schoolName',
  'p.code as schoolCode',
  'p.unit_code as schoolUnitCode',
  'a.must_change_password as mustChangePassword',
  'a.locked_until as lockedUntil',
  'a.disabled_at as disabledAt',
  'a.created_at as createdAt',
] as const
