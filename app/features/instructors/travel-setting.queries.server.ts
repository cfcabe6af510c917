import type { Db, Tx } from '#db/tables.ts'
import { upsertAll } from '#db/write.server.ts'
import { type Travel, usualTravel } from './travel.rule.ts'

const names = {
  'travel.km-per-hour': 'kmPerHour',
  'travel.detour': 'detour',
  'travel.margin-minutes': 'marginMinutes',
} as const satisfies Record<string, keyof Travel>

/** How long the way between schools is taken to be: the city's settings, and the usual figures for what it left. */
export async function readTravel(db: Db): Promise<Travel> {
  const rows = await db
    .selectFrom('setting')
    .select(['name', 'value'])
    .where('name', 'in', Object.keys(names))
    .execute()
  const set = rows.flatMap(row => {
    const value = Number(row.value)
    return value > 0 ? [[names[row.name as keyof typeof names], value] as const] : []
  })
  return { ...usualTravel, ...Object.fromEntries(set) }
}

export async function writeTravel(tx: Tx, travel: Travel): Promise<void> {
  const rows = Object.entries(names).map(([name, key]) => ({ name, value: String(travel[key]) }))
  await upsertAll(tx, 'setting', rows, ['name'])
}
