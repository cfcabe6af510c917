import { openDatabase } from '#db/connection.server.ts'
import type { Db } from '#db/tables.ts'
import { applicantsOf, openPost } from './burst-applicants.ts'
import type { BenchPlace, Figure } from './figure.ts'
import { quantileOf } from './figure.ts'
import { paced, type Site, startSite } from './site.ts'

const burst = { aSecond: 200, seconds: 10 }
const people = burst.aSecond * burst.seconds
const form = new URLSearchParams({
  statement: '愿意到学校带队训练。',
  promise: 'on',
  intent: 'submit',
}).toString()

/**
 * The 95th percentile of an application in the closing minute of a post: 200 people a second hand theirs in for ten
 * seconds, whether or not the earlier ones have been answered. Every one of them is then in the database, and none
 * twice, or the figure fails. The floor is /healthz of the same server at the same pace. Takes the database over.
 */
export async function applicationBurst({ db: given, url }: BenchPlace): Promise<Figure> {
  await given.destroy()
  const cookies = await withDatabase(url, db => applicantsOf(db, people))
  return {
    name: 'application-burst',
    samples: 1,
    ours: () => handIn(url, cookies),
    floor: () =>
      withSite(url, async site =>
        quantileOf(await paced(burst, () => ({ url: `${site.address}/healthz` })), 0.95),
      ),
  }
}

async function handIn(url: string, cookies: readonly string[]): Promise<number> {
  const post = await withDatabase(url, openPost)
  const answered: (string | undefined)[] = []
  const times = await withSite(url, site =>
    paced(burst, place => ({
      url: `${site.address}/posts/${post.number}/apply`,
      cookie: cookies[place] ?? '',
      form,
      answered: ({ status, location }) => {
        answered.push(
          status === 302 ? /^\/applications\/(\w+)\?done=submitted$/.exec(location)?.[1] : undefined,
        )
      },
    })),
  )
  await withDatabase(url, db => check(db, post.id, answered))
  return quantileOf(times, 0.95)
}

/** None lost, none doubled: who was told an application has it, and everybody has one. */
async function check(db: Db, postId: string, answered: readonly (string | undefined)[]): Promise<void> {
  const stored = await db
    .selectFrom('application as a')
    .innerJoin('application_step as s', 's.application_id', 'a.id')
    .where('a.post_id', '=', postId)
    .where('a.state', '=', 'SUBMITTED')
    .select(['a.id as id', 'a.applicant_id as applicantId', 'a.number as number'])
    .execute()
  const told = new Set(answered.filter(id => id !== undefined))
  const distinct = [
    stored.map(row => row.id),
    stored.map(row => row.applicantId),
    stored.map(row => row.number),
  ]
  const isWhole = told.size === people && stored.length === people && stored.every(row => told.has(row.id))
  if (!isWhole || distinct.some(values => new Set(values).size !== people))
    throw new Error(
      `${people} people applied, ${told.size} were told so, ${stored.length} applications stand`,
    )
}

async function withDatabase<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(url)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

async function withSite<T>(url: string, work: (site: Site) => Promise<T>): Promise<T> {
  const site = await startSite(url)
  try {
    return await work(site)
  } finally {
    await site.stop()
  }
}
