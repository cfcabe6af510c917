import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { NewNotice } from './notice.rule.ts'

/** Writes notices with their ways to the person. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[], at: string): Promise<void> {
  const fresh = notices.map(one => ({ ...one, id: newId() }))
  await insertAll(
    tx,
    'notice',
    fresh.map(({ id, accountId, key, title, text, link }) => ({
      id,
      account_id: accountId,
      notice_key: key,
      title_zh: title['zh-CN'],
      title_en: title.en,
      text_zh: text['zh-CN'],
      text_en: text.en,
      link,
      created_at: at,
      read_at: null,
    })),
  )
  const sent = fresh.filter(one => one.isSent)
  const reached = await channelsOf(tx, [...new Set(sent.map(one => one.accountId))])
  await insertAll(
    tx,
    'notice_delivery',
    sent.flatMap(({ id, accountId }) =>
      (reached.get(accountId) ?? []).map(channel => ({
        notice_id: id,
        channel,
        state: 'waiting' as const,
        attempts: 0,
        next_at: at,
      })),
    ),
  )
}

const most = 500

/** Those of the notices whose account was not told of the key before. */
export async function notToldYet(tx: Tx, notices: readonly NewNotice[]): Promise<NewNotice[]> {
  const keys = [...new Set(notices.map(one => one.key))]
  const told = new Set<string>()
  for (let from = 0; from < keys.length; from += most) {
    const rows = await tx
      .selectFrom('notice')
      .where('notice_key', 'in', keys.slice(from, from + most))
      .select(['account_id as accountId', 'notice_key as key'])
      .execute()
    for (const { accountId, key } of rows) told.add(`${accountId} ${key}`)
  }
  return notices.filter(one => !told.has(`${one.accountId} ${one.key}`))
}

async function channelsOf(tx: Tx, accountIds: readonly string[]): Promise<Map<string, ('sms' | 'email')[]>> {
  const channels = new Map<string, ('sms' | 'email')[]>()
  for (let from = 0; from < accountIds.length; from += most) {
    const rows = await tx
      .selectFrom('applicant')
      .where('account_id', 'in', accountIds.slice(from, from + most))
      .select(['account_id as accountId', 'phone_sealed as phone', 'email_sealed as email'])
      .execute()
    for (const { accountId, phone, email } of rows)
      channels.set(accountId ?? '', [
        ...(phone !== null ? ['sms' as const] : []),
        ...(email !== null ? ['email' as const] : []),
      ])
  }
  return channels
}

export interface Notice {
  id: string
  titleZh: string
  titleEn: string
  textZh: string
  textEn: string
  link: string
  createdAt: string
  readAt: string | null
}

/** What was told to the account, the latest first. */
export async function noticesOf(db: Db, accountId: string, limit = 100): Promise<Notice[]> {
  return db
    .selectFrom('notice')
    .where('account_id', '=', accountId)
    .select([
      'id',
      'title_zh as titleZh',
      'title_en as titleEn',
      'text_zh as textZh',
      'text_en as textEn',
      'link',
      'created_at as createdAt',
      'read_at as readAt',
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function countUnread(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Marks all that was told to the account until an instant as read. */
export async function markRead(db: Db, accountId: string, until: string, at: string): Promise<void> {
  await db
    .updateTable('notice')
    .set({ read_at: at })
    .where('account_id', '=', accountId)
    .where('created_at', '<=', until)
    .where('read_at', 'is', null)
    .execute()
}

/** The accounts of a unit's officers, or of the city's where the city itself is the unit. */
export async function officersOf(db: Db, unitCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('unit as u', join => join.on('u.code', '=', unitCode))
    .where('a.disabled_at', 'is', null)
    .where(eb =>
      eb.or([
        eb.and([eb('a.role', '=', 'unit'), eb('a.unit_code', '=', unitCode)]),
        eb.and([eb('a.role', '=', 'city'), eb('u.kind', '=', 'city_direct')]),
      ]),
    )
    .select('a.id as id')
    .orderBy('a.id')
    .execute()
  return rows.map(row => row.id)
}

/** The accounts of the city's officers. */
export async function officersOfCity(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .where('role', '=', 'city')
    .where('disabled_at', 'is', null)
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/** The accounts of a school's managers. */
export async function managersOf(db: Db, schoolIds: readonly string[]): Promise<Map<string, string[]>> {
  const managers = new Map<string, string[]>()
  for (let from = 0; from < schoolIds.length; from += most) {
    const rows = await db
      .selectFrom('account')
      .where('role', '=', 'school')
      .where('school_id', 'in', schoolIds.slice(from, from + most))
      .where('disabled_at', 'is', null)
      .select(['id', 'school_id as schoolId'])
      .orderBy('id')
      .execute()
    for (const { id, schoolId } of rows)
      managers.set(schoolId ?? '', [...(managers.get(schoolId ?? '') ?? []), id])
  }
  return managers
}

/** An account that acts for the city, a unit or a school. */
export interface OfficeAccount {
  id: string
  role: 'city' | 'unit' | 'school'
  unitCode: string | null
  schoolId: string | null
}

/** Everybody who acts for the city, for a unit or for a school. */
export async function officeAccounts(db: Db): Promise<OfficeAccount[]> {
  const rows = await db
    .selectFrom('account')
    .where('disabled_at', 'is', null)
    .where('role', 'in', ['city', 'unit', 'school'])
    .select(['id', 'role', 'unit_code as unitCode', 'school_id as schoolId'])
    .orderBy('id')
    .execute()
  return rows as OfficeAccount[]
}

/** The accounts of the people of applications; those whose account is gone are left out. */
export async function accountsOfApplications(
  db: Db,
  applicationIds: readonly string[],
): Promise<Map<string, string>> {
  const accounts = new Map<string, string>()
  for (let from = 0; from < applicationIds.length; from += most) {
    const rows = await db
      .selectFrom('application as a')
      .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
      .where('a.id', 'in', applicationIds.slice(from, from + most))
      .where('w.account_id', 'is not', null)
      .select(['a.id as id', 'w.account_id as accountId'])
      .execute()
    for (const { id, accountId } of rows) accounts.set(id, accountId ?? '')
  }
  return accounts
}
