import { beforeEach, describe, expect, test } from 'vitest'
import { instantOf, now, today } from '#app/calendar-day.ts'
import { endCandidates } from '#app/features/applications/end-candidates.server.ts'
import { movePost } from '#app/features/posts/move-post.server.ts'
import type { ShownBoard } from '#app/features/posts/shown-board.ts'
import { meta, loader as post } from '#app/routes/public/post.tsx'
import { loader as board } from '#app/routes/public/posts.tsx'
import { sampleRound } from '#db/samples.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
const hour = 3_600_000
/** An instant in whole minutes, hours from now. */
const inHours = (hours: number) => `${instantOf(new Date(Date.now() + hours * hour)).slice(0, 16)}:00.000`
const open = () => sampleRound({ opens_at: inHours(-1), closes_at: inHours(50) })

let schoolId: string
beforeEach(async () => {
  schoolId = (await insertSchool(db, { name: '东海县甲字小学' })).id
})

function published(given: Parameters<typeof insertPost>[1] = {}) {
  return insertPost(db, { round: open(), ...given, post: { school_id: schoolId, ...given.post } })
}

function readPost(number: string, cookie?: string) {
  return outcomeOf(post(visit(`/posts/${number}`, { params: { number }, ...(cookie && { cookie }) })))
}

describe('the board', () => {
  test('is open to nobody signed in and to an applicant alike', async () => {
    await published({ post: { title: '排球教练员' } })
    const cookie = await cookieOf(db, await insertPerson(db, { role: 'applicant' }))

    for (const given of [{}, { cookie }]) {
      const { status, data } = await outcomeOf(board(visit('/posts', given)))
      expect(status).toBe(200)
      const { cards }: ShownBoard = JSON.parse(data.written)
      expect(cards.map(card => card.title)).toEqual(['排球教练员'])
      expect(data.total).toBe(1)
    }
  })

  test.each(['?within=far', '?state=ajar', '?page=0', '?longitude=200', '?engagement=SLAVE'])(
    'refuses %s',
    async query => {
      expect((await outcomeOf(board(visit(`/posts${query}`)))).status).toBe(400)
    },
  )
})

test('a post that is published or cancelled is on the board, or off it, at once', async () => {
  const unit = { kind: 'unit', unitCode: '320722' } as const
  const by = { id: null, name: '李主任' }
  const titles = async () => {
    const { written } = (await outcomeOf(board(visit('/posts')))).data
    return (JSON.parse(written) as ShownBoard).cards.map(card => card.title)
  }
  const move = (id: string, to: 'publish' | 'cancel') =>
    movePost(db, unit, by, { id, move: to, reason: '编制核减', today: today(), now: now() }, endCandidates)
  expect(await titles()).toEqual([])
  const { id } = (await published({ post: { status: 'submitted', published_at: null } })).post

  expect(await move(id, 'publish')).toEqual({ ok: true })
  expect(await titles()).toEqual(['足球教练员'])
  expect(await move(id, 'cancel')).toEqual({ ok: true })
  expect(await titles()).toEqual([])
})

describe('the page of a post', () => {
  test('says how long it is still open, and is found under its own address', async () => {
    const { number } = (await published()).post

    const { status, data } = await readPost(number)

    expect(status).toBe(200)
    expect(data.state).toBe('open')
    expect(data.left.hours).toBeGreaterThanOrEqual(49)
    expect(data.url).toBe(`http://sports.test/posts/${number}`)
  })

  test('tells a chat to which its address is sent what, where and which sport', async () => {
    const { number } = (await published()).post
    const { data } = await readPost(number)

    const location = { pathname: '', search: '', hash: '', key: '', state: null }

    const told = meta({ data, params: { number }, location, matches: [], error: undefined })

    expect(told).toEqual(
      expect.arrayContaining([
        { title: '足球教练员 – 东海县' },
        { property: 'og:title', content: '足球教练员 – 东海县' },
        { property: 'og:description', content: '东海县 · 东海县甲字小学 · 足球' },
        { property: 'og:url', content: `http://sports.test/posts/${number}` },
        { tagName: 'link', rel: 'canonical', href: `http://sports.test/posts/${number}` },
      ]),
    )
  })

  test('describes the post to search engines (schema.org JobPosting)', async () => {
    const round = sampleRound({ opens_at: inHours(-1), closes_at: '2036-12-11 09:30:00.000' })
    const { number } = (
      await published({ round, post: { published_at: '2026-10-29 17:00:00.000', duties: '带队训练' } })
    ).post

    const { jobPosting } = (await readPost(number)).data

    expect(jobPosting).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: '足球教练员',
      description: expect.stringContaining('带队训练'),
      identifier: { '@type': 'PropertyValue', value: number },
      datePosted: '2026-10-30',
      validThrough: '2036-12-11T17:30:00+08:00',
      employmentType: 'FULL_TIME',
      hiringOrganization: { '@type': 'Organization', name: '东海县甲字小学' },
      jobLocation: [
        {
          '@type': 'Place',
          address: { '@type': 'PostalAddress', addressCountry: 'CN', addressLocality: '连云港市东海县' },
        },
      ],
      totalJobOpenings: 1,
    })
  })

  test.each(['draft', 'submitted', 'returned'] as const)('does not exist for a %s post', async status => {
    const { number } = (await published({ post: { status, published_at: null } })).post

    expect((await readPost(number)).status).toBe(404)
  })

  test('of a cancelled post says why, and tells search engines nothing', async () => {
    const { number } = (await published({ post: { status: 'cancelled', status_reason: '编制核减' } })).post

    const { data } = await readPost(number)

    expect(data).toMatchObject({ post: { statusReason: '编制核减' }, jobPosting: null })
  })

  test.each(['2026-9999', 'nonsense', '2026-'])('%s is no post', async number => {
    expect((await readPost(number)).status).toBe(404)
  })

  test('names nobody who worked on it', async () => {
    const { number } = (await published({ post: { created_by: '王秘书' } })).post

    expect(JSON.stringify((await readPost(number)).data)).not.toContain('王秘书')
  })
})
