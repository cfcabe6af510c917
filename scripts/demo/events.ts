import { addDays, type Day } from '#app/calendar-day.ts'
import { sampleEvent } from '#db/samples.ts'
import type { Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { demoIds } from './demo-id.ts'
import type { DemoSchool } from './schools.ts'

const everyNth = 11
const kinds = [
  { sport: 'wushu', title: '武术进校园展演' },
  { sport: 'dragon_lion_dance', title: '舞龙舞狮展演' },
  { sport: 'shuttlecock', title: '毽球班级联赛' },
  { sport: 'rope_skipping', title: '跳绳比赛' },
] as const

/** Every eleventh school has held an event, and some plan one. */
export async function insertEvents(tx: Tx, schools: readonly DemoSchool[], today: Day): Promise<void> {
  const nextId = demoIds('W')
  const holders = schools.filter(({ code }, at) => code !== null && at % everyNth === 0)
  const rows = holders.flatMap((school, at) => {
    const { sport: sport_code, title } = kinds[at % kinds.length] ?? kinds[0]
    const event = { school_id: school.id, sport_code, title }
    const held = sampleEvent({
      ...event,
      ...{ id: nextId(), day: addDays(today, -7 - ((at * 5) % 60)) },
      ...{ classes: 4 + (at % 9), participants: 160 + ((at * 37) % 240) },
    })
    if (at % 4 !== 0) return [held]
    const day = addDays(today, 10 + ((at * 3) % 40))
    return [held, sampleEvent({ ...event, id: nextId(), day, classes: null, participants: null })]
  })
  await insertAll(tx, 'campus_event', rows)
}
