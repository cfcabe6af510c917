import { addDays, type Day } from '#app/calendar-day.ts'
import { publishList } from '#app/features/venues/publish-list.server.ts'
import { sampleVenue } from '#db/samples.ts'
import type { Database, Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { demoIds } from './demo-id.ts'
import type { DemoSchool } from './schools.ts'

const everyNth = 5
/** The units that have published this year's list already. */
const published = ['320706', '320722'] as const

type VenueRow = ReturnType<typeof sampleVenue>

/** Every fifth school opens its track, and some of them a gymnasium. */
export async function insertVenues(tx: Tx, schools: readonly DemoSchool[], today: Day): Promise<void> {
  const nextId = demoIds('V')
  const open = schools.filter(({ code }, at) => code !== null && at % everyNth === 0)
  const rows = open.flatMap((school, at): VenueRow[] => {
    const own = (name: string, given: Partial<Database['venue']>) =>
      sampleVenue({
        ...{ id: nextId(), school_id: school.id, name, valid_from: addDays(today, -300) },
        contact: `总务处 0518-8721${String(1000 + at)}`,
        ...given,
      })
    const track = own('田径场', { holiday_hours: '08:00-11:00', note: '凭身份证登记入场' })
    const gym = own('体育馆', { kind: 'GYM', weekday_hours: '', fee: '每人每小时 10 元' })
    return at % 3 === 0 ? [track, gym] : [track]
  })
  await insertAll(tx, 'venue', rows)
}

/** Publishes the lists as their units would. */
export async function publishVenues(db: Db, today: Day): Promise<void> {
  for (const unitCode of published)
    await publishList(
      db,
      { kind: 'unit', unitCode },
      { id: null, name: '体育股（演示）' },
      { unitCode, document: '', today, now: `${today} 01:00:00.000` },
    )
}
