import type { NewNotice } from '#app/features/notices/notice.rule.ts'
import { type OfficeAccount, officeAccounts } from '#app/features/notices/notices.queries.server.ts'
import { inBoth } from '#app/features/notices/notify.server.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import type { Message } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'

/** Who is told of a title: its school, the office of its unit (of a city-direct school the city), the city. */
export type Reader = 'school' | 'unit' | 'city'

export interface TitleReaders {
  accounts: readonly OfficeAccount[]
  /** Units whose office is the city itself. */
  cityDirect: ReadonlySet<string>
}

export async function titleReaders(db: Db): Promise<TitleReaders> {
  const units = await listUnits(db)
  return {
    accounts: await officeAccounts(db),
    cityDirect: new Set(units.filter(unit => unit.kind === 'city_direct').map(unit => unit.code)),
  }
}

interface About {
  schoolId: string
  unitCode: string
}

/** The accounts of the readers of a title, each once. */
export function readersOf(
  { accounts, cityDirect }: TitleReaders,
  of: About,
  readers: readonly Reader[],
): string[] {
  const isReader: Record<Reader, (one: OfficeAccount) => boolean> = {
    school: one => one.role === 'school' && one.schoolId === of.schoolId,
    unit: one =>
      (one.role === 'unit' && one.unitCode === of.unitCode) ||
      (one.role === 'city' && cityDirect.has(of.unitCode)),
    city: one => one.role === 'city',
  }
  return accounts.filter(one => readers.some(reader => isReader[reader](one))).map(one => one.id)
}

/** The same words to each of the accounts. */
export function noticesTo<V>(
  accountIds: readonly string[],
  words: { key: string; title: Message; text: Message<V>; values: V; link: string },
): NewNotice[] {
  const { key, link } = words
  const [title, text] = [inBoth(words.title), inBoth(words.text, words.values)]
  return accountIds.map(accountId => ({ accountId, key, title, text, link, isSent: false }))
}
