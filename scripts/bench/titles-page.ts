import { sampleDesignation } from '#db/samples.ts'
import type { Db } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { cityPage } from './city-page.ts'
import type { BenchPlace, Figure } from './figure.ts'

const titles = 1000
const batches = 10
const sports = ['football', 'basketball', 'athletics', 'table_tennis', 'wushu'] as const

/** The list and the progress of 1,000 titles that were named in ten batches. */
export function titlesPage(place: BenchPlace): Promise<Figure> {
  return cityPage(place, { name: 'titles-page', path: '/titles?which=all', prepare: insertTitles })
}

async function insertTitles(db: Db): Promise<void> {
  await db.deleteFrom('designation_suspension').execute()
  await db.deleteFrom('designation').execute()
  const schools = await db.selectFrom('school').select('id').orderBy('id').execute()
  const rows = Array.from({ length: titles }, (_, at) => {
    const year = 2017 + (at % batches)
    return sampleDesignation({
      school_id: schools[at % schools.length]?.id ?? '',
      sport_code: sports[Math.floor(at / schools.length) % sports.length] ?? 'football',
      batch: `${year}年`,
      valid_from: `${year}-12-01`,
      valid_to: `${year + 4}-11-30`,
    })
  })
  await insertAll(db, 'designation', rows)
}
