import { expect, test } from 'vitest'
import { candidatesAPage, readCandidates } from '#app/features/applications/read-candidate.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { donghai, guanyun, useScene } from './scene.ts'

const place = useDatabase()
const { scene, move, score } = useScene(place)

test('a long list of candidates comes a page at a time, with how many stand where', async () => {
  const { postId, applications } = await scene({}, candidatesAPage + 1)
  const [first, second] = applications.map(one => one.id) as [string, string]
  for (const action of ['qualify', 'call-to-written'] as const) await move(first, action)
  await score(first, 'WRITTEN', '80.5')
  await move(second, 'disqualify', { reason: '年龄不符' })
  const page = (at: number) => readCandidates(place.db, donghai, postId, { page: at })

  const [one, two] = [await page(1), await page(2)]

  expect(one).toMatchObject({
    total: candidatesAPage + 1,
    states: [
      { state: 'DISQUALIFIED', count: 1 },
      { state: 'SUBMITTED', count: candidatesAPage - 1 },
      { state: 'WRITTEN', count: 1 },
    ],
    mayShortList: true,
    mayRank: false,
  })
  expect(one?.candidates).toHaveLength(candidatesAPage)
  expect(one?.candidates[0]).toMatchObject({ id: first, scores: { WRITTEN: 8050 } })
  expect(two?.candidates).toHaveLength(1)
  // What may be done is asked of all of them, not of the page that is shown.
  expect(two?.plainActions).toContain('qualify')
  const written = await readCandidates(place.db, donghai, postId, { page: 1, state: 'WRITTEN' })
  expect(written?.candidates.map(candidate => candidate.id)).toEqual([first])
  expect(await readCandidates(place.db, guanyun, postId, { page: 1 })).toBeNull()
})
