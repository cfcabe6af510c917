import { sampleAccount, sampleBatch, sampleTitleApplication } from '#db/samples.ts'
import type { Db } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { citySite } from './city-page.ts'
import type { BenchPlace, Figure } from './figure.ts'
import { load } from './site.ts'

const applications = 200
const experts = 5
const batchId = newId()
const at = '2026-11-20 02:00:00.000'

/**
 * The scoring sheet of 200 applications × 14 indicators × 5 experts, opened once, each time worked out and rendered anew:
 * no address is asked twice. It may take 150 ms.
 */
export async function scoringSheet(place: BenchPlace): Promise<Figure> {
  const { site, cookie } = await citySite(place, insertReviews)
  let opened = 0
  const open = async (path: string) =>
    (await load(site.address + path, { cookie, connections: 1, requests: 1 }))[0] ?? Number.NaN
  return {
    name: 'scoring-sheet',
    samples: 25,
    ours: () => {
      opened += 1
      return open(`/titles/batches/${batchId}/scores?opened=${opened}`)
    },
    floor: () => open('/healthz'),
    close: site.stop,
  }
}

async function insertReviews(db: Db): Promise<void> {
  const schools = await db.selectFrom('school').select('id').orderBy('id').limit(applications).execute()
  const indicators = await db
    .selectFrom('indicator')
    .where('set_id', '=', sampleBatch().set_id)
    .where('kind', '!=', 'veto')
    .select(['code', 'most'])
    .execute()
  const accounts = Array.from({ length: experts }, (_, number) =>
    sampleAccount({ login: `bench-expert${number}`, name: `专家${number + 1}`, role: 'expert' }),
  )
  const handedIn = schools.map(({ id }) =>
    sampleTitleApplication({ batch_id: batchId, school_id: id, state: 'EXPERT_REVIEW' }),
  )
  const reviews = handedIn.flatMap(application =>
    accounts.map(account => ({
      ...{ id: newId(), application_id: application.id, account_id: account.id, state: 'done' as const },
      ...{ free_of_conflict_at: at, conflict: '', comment: '', assigned_at: at, updated_at: at, done_at: at },
    })),
  )
  await insertAll(db, 'designation_batch', [sampleBatch({ id: batchId, name: '评分表', announced_at: at })])
  await insertAll(db, 'account', accounts)
  await insertAll(db, 'title_application', handedIn)
  await insertAll(db, 'title_review', reviews)
  await insertAll(
    db,
    'title_review_score',
    reviews.flatMap(({ id }, place) =>
      indicators.map(({ code, most }, column) => ({
        ...{ review_id: id, indicator_code: code },
        points: (most * (100 - ((place * 7 + column * 13) % 45))) | 0,
      })),
    ),
  )
}
