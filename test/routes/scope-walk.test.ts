import { expect, test } from 'vitest'
import { useAppDatabase } from '#test/support/app-database.ts'
import { askOf } from './scope-walk/asks.ts'
import { type Decision, decisions } from './scope-walk/decided.ts'
import { allAddresses, visitAddress } from './scope-walk/visit-address.ts'
import {
  type Belonging,
  belongings,
  buildWorld,
  contentOf,
  keepReference,
  roles,
  type World,
} from './scope-walk/world.ts'

const db = useAppDatabase()
const addresses = await allAddresses()
const nameOf = ({ method, address, whose }: Pick<Decision, 'method' | 'address' | 'whose'>) =>
  `${method} /${address} ${whose}`

test('every address of the site is decided for everybody and everybody’s rows', async () => {
  const world = await buildWorld(db)
  const wanted = addresses.flatMap(({ path, loader, action }) =>
    (['GET', 'POST'] as const)
      .filter(method => (method === 'GET' ? loader : action) !== undefined)
      .flatMap(method =>
        distinctAsks(world, method, path).map(whose => nameOf({ method, address: path, whose })),
      ),
  )

  expect(decisions.map(nameOf).sort()).toEqual(wanted.sort())
})

/** Whose rows an address can be asked for: those that change nothing in the question are left out. */
function distinctAsks(world: World, method: 'GET' | 'POST', path: string): Belonging[] {
  const asked = belongings.map(whose => JSON.stringify(askOf(method, path, world.subjects[whose])))
  return belongings.filter((_, at) => asked.indexOf(asked[at] ?? '') === at)
}

test.each(decisions.map(one => [nameOf(one), one] as const))('%s', async (_, decision) => {
  const address = addresses.find(({ path }) => path === decision.address)
  if (address === undefined) throw new Error('This address is gone')
  const whose = belongings.find(each => each === decision.whose) ?? 'own'
  const reference = await keepReference(db)
  let world = await buildWorld(db)
  let before = await contentOf(db)
  const answers: Record<string, string> = {}
  const leaks: string[] = []

  for (const role of roles) {
    const ask = askOf(decision.method, decision.address, world.subjects[whose])
    const { answer, text } = await visitAddress(address, decision.method, ask, world.cookies[role])
    const isChanged = (await contentOf(db)) !== before
    answers[role] = isChanged ? changedAnswer(answer) : answer
    const asked = JSON.stringify(ask)
    leaks.push(...world.secrets[role].filter(mark => text.includes(mark) && !asked.includes(mark)))
    if (isChanged) {
      await reference.restore()
      world = await buildWorld(db)
      before = await contentOf(db)
    }
  }

  expect(answers).toEqual(decision.answers)
  expect(leaks).toEqual([])
})

function changedAnswer(answer: string): string {
  return /^[45]/.test(answer) ? `${answer} yet changed something` : 'done'
}
