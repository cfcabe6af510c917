import { addDays, type Day } from '#app/calendar-day.ts'
import { sampleWord } from '#db/samples.ts'
import type { Database, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { demoIds } from './demo-id.ts'
import { demoSchoolOf } from './habits.ts'
import type { DemoSchool } from './schools.ts'

/** Words that the city, one unit and some of its schools have taught. */
export async function insertWords(tx: Tx, schools: readonly DemoSchool[], today: Day): Promise<void> {
  const nextId = demoIds('W')
  const own = demoSchoolOf(schools)
  const neighbours = schools.filter(one => one.unitCode === own.unitCode && one.id !== own.id).slice(0, 2)
  const word = (given: Partial<Database['value_word']>, daysAgo: number) =>
    sampleWord({ id: nextId(), updated_at: `${addDays(today, -daysAgo)} 01:30:00.000`, ...given })
  const ofSchool = (id: string, given: Partial<Database['value_word']>, daysAgo: number) =>
    word({ owner_kind: 'school', owner_id: id, added_by: '体育组（演示）', ...given }, daysAgo)
  await insertAll(tx, 'value_word', [
    word({ word: '三大绳', meaning: 'rope_skipping' }, 60),
    word({ word: '课间乐跑', kind: 'activity-kind', meaning: 'SHORT_BREAK' }, 45),
    word({ owner_kind: 'unit', owner_id: own.unitCode, word: '东篮', meaning: 'basketball' }, 30),
    ofSchool(own.id, { word: '绳王争霸', meaning: 'rope_skipping' }, 9),
    ofSchool(own.id, { word: '笼式球场', kind: 'venue-kind', meaning: 'FIELD' }, 5),
    ...neighbours.map(({ id }, at) =>
      ofSchool(id, { word: ['晨曦跑', '校乒'][at] ?? '校排', ...meant[at] }, 3),
    ),
  ])
}

const meant: Partial<Database['value_word']>[] = [
  { kind: 'activity-kind', meaning: 'MORNING_EXERCISE' },
  { kind: 'sport', meaning: 'table_tennis' },
]
