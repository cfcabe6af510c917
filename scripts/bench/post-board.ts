import { addDays, type Day } from '#app/calendar-day.ts'
import { engagements } from '#app/features/coaching/grades.rule.ts'
import { openDatabase } from '#db/connection.server.ts'
import { samplePost, sampleRound } from '#db/samples.ts'
import type { Db } from '#db/tables.ts'
import { gatherStatistics, insertAll } from '#db/write.server.ts'
import { type BenchPlace, type Figure, quantileOf } from './figure.ts'
import { load, startSite } from './site.ts'

const openPosts = 5_000
const rounds = 10
/** What people ask of the board: as it opens, further on, by sport, and by distance. */
const paths = [
  '/posts',
  '/posts?page=7',
  '/posts?sport=football&engagement=PART_TIME',
  '/posts?near=320722&within=20&sort=distance',
]
const clients = { connections: 32 / paths.length, requests: 960 / paths.length }

/**
 * The 95th percentile of the public board with 5,000 open posts, asked over 32 connections in four ways, as the client
 * sees it; the floor is /healthz of the same server. Closes the place's own connection: an embedded database serves
 * one process.
 */
export async function postBoard({ db, url, today }: BenchPlace): Promise<Figure> {
  await db.destroy()
  const own = openDatabase(url)
  await fillBoard(own, today)
  await own.destroy()
  const site = await startSite(url)
  return {
    name: 'post-board',
    samples: 5,
    ours: async () => quantileOf(await askAll(paths.map(path => site.address + path)), 0.95),
    floor: async () => quantileOf(await askAll(paths.map(() => `${site.address}/healthz`)), 0.95),
    close: site.stop,
  }
}

async function askAll(addresses: readonly string[]): Promise<number[]> {
  return (await Promise.all(addresses.map(address => load(address, clients)))).flat()
}

/** Posts of the demo city's schools in rounds that are open now, whenever the bench runs. */
async function fillBoard(db: Db, today: Day): Promise<void> {
  const now = new Date().toISOString().slice(0, 10)
  const schools = await db.selectFrom('school').select('id').orderBy('id').execute()
  const sports = await db.selectFrom('sport').select('code').orderBy('position').execute()
  const opened = Array.from({ length: rounds }, (_, at) =>
    sampleRound({
      name: `招聘批次 ${at + 1}`,
      opens_at: `${addDays(now, -2)} 01:00:00.000`,
      closes_at: `${addDays(now, 20 + at)} 09:30:00.000`,
      created_at: `${today} 00:00:00.000`,
    }),
  )
  const posts = Array.from({ length: openPosts }, (_, at) =>
    samplePost({
      round_id: opened[at % rounds]?.id ?? '',
      school_id: schools[at % schools.length]?.id ?? '',
      number: `2099-${at + 1}`,
      sport_code: sports[at % sports.length]?.code ?? '',
      engagement: engagements[at % engagements.length] ?? 'PART_TIME',
    }),
  )
  await insertAll(db, 'coach_round', opened)
  await insertAll(db, 'coach_post', posts)
  await insertAll(
    db,
    'coach_post_stage',
    posts.map(post => ({ post_id: post.id, stage: 'primary' as const })),
  )
  await insertAll(
    db,
    'coach_post_school',
    posts.map(post => ({ post_id: post.id, school_id: post.school_id ?? '' })),
  )
  await gatherStatistics(db, ['coach_round', 'coach_post', 'coach_post_stage', 'coach_post_school'])
}
