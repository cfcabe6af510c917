import { expect, test } from 'vitest'
import { type Helper, hoursAPlace, type OpenPlace, proposalOf } from '#app/features/matching/proposal.rule.ts'

const place = (id: string, sport = 'football'): OpenPlace => ({ id, schoolId: id, sport, stage: 'primary' })
const helper = (id: string, hours: number, points: Record<string, number>): Helper => ({
  id,
  person: id,
  by: 'register',
  hours,
  takesPlace: false,
  places: Object.entries(points).map(([placeId, of]) => ({ placeId, points: of })),
})
const football = (lacking: number) => new Map([['football primary', lacking]])
const noPost = new Map<string, number>()

test('hours for one place only go to the one that suits best', () => {
  const places = [place('near'), place('far')]
  const helpers = [helper('chen', hoursAPlace, { far: 40, near: 70 })]

  const proposal = proposalOf({ places, helpers, lacking: football(2), seats: noPost })

  expect(proposal.works).toEqual([{ helperId: 'chen', placeId: 'near' }])
  expect(proposal).toMatchObject({ completes: 0, isBest: true })
})

test('a cell that lacks nothing gets nobody, and hours short of one place place nobody', () => {
  const places = [place('one')]
  const short = [helper('chen', hoursAPlace - 1, { one: 50 })]
  const long = [helper('wang', 40, { one: 50 })]

  expect(proposalOf({ places, helpers: short, lacking: football(1), seats: noPost }).works).toEqual([])
  expect(proposalOf({ places, helpers: long, lacking: new Map(), seats: noPost }).works).toEqual([])
})

test('a post brings as many as it has free places, and who holds one already comes beside them', () => {
  const places = [place('one'), place('two'), place('three')]
  const byPost = (id: string, takesPlace: boolean) => ({
    ...helper(id, hoursAPlace, { one: 50, two: 50, three: 50 }),
    by: 'post',
    takesPlace,
  })
  const helpers = [byPost('chen', true), byPost('wang', true), byPost('li', false)]

  const proposal = proposalOf({ places, helpers, lacking: football(3), seats: new Map([['post', 1]]) })

  expect(proposal.works.map(one => one.helperId).sort()).toEqual(['chen', 'li'])
})
