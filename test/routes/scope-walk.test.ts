import { beforeAll, expect, test } from 'vitest'
import { instantOf } from '#app/calendar-day.ts'
import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import type { Database } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { emptyTables } from '#test/support/database.ts'
import { keepReference, type Reference } from '#test/support/reference.ts'
import { askOf } from './scope-walk/asks.ts'
import { type Decision, decisions } from './scope-walk/decided.ts'
import { allAddresses, visitAddress } from './scope-walk/visit-address.ts'
import {
  type Belonging,
  belongings,
  buildWorld,
  type Content,
  changedTables,
  contentOf,
  roles,
  type World,
} from './scope-walk/world.ts'

const db = useAppDatabase({ clean: false })
const addresses = await allAddresses()
const nameOf = ({ method, address, whose }: Pick<Decision, 'method' | 'address' | 'whose'>) =>
  `${method} /${address} ${whose}`

interface Scene {
  world: World
  /** All that stands in the database before anybody asks. */
  content: Content
}

let reference: Reference
let scene: Scene
beforeAll(async () => {
  reference = await keepReference(db)
  scene = await setScene()
})

async function setScene(): Promise<Scene> {
  const world = await buildWorld(db)
  // A session notes once a minute that it was seen: later than the walk will take, so that no visit changes it.
  await db
    .updateTable('session')
    .set({ last_seen_at: instantOf(new Date(Date.now() + 3_600_000)) })
    .execute()
  return { world, content: await contentOf(db) }
}

/** The scene as it was before a visit changed these tables. */
async function restoreScene(changed: readonly (keyof Database)[]): Promise<void> {
  if (changed.includes('stored_file')) {
    // What went with the rows from the disk does not come back with them.
    await emptyTables(db)
    await reference.restore()
    scene = await setScene()
    return
  }
  for (const name of changed) {
    await db.deleteFrom(name).execute()
    await insertAll(db, name, scene.content.get(name)?.rows ?? [])
  }
  forgetAnswers(db)
}

test('every address of the site is decided for everybody and everybody’s rows', async () => {
  const { world } = scene
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
  const answers: Record<string, string> = {}
  const leaks: string[] = []

  for (const role of roles) {
    const { world, content } = scene
    const ask = askOf(decision.method, decision.address, world.subjects[whose])
    const { answer, text } = await visitAddress(address, decision.method, ask, world.cookies[role])
    const changed = changedTables(content, await contentOf(db))
    answers[role] = changed.length > 0 ? changedAnswer(answer) : answer
    const asked = JSON.stringify(ask)
    leaks.push(...world.secrets[role].filter(mark => text.includes(mark) && !asked.includes(mark)))
    if (changed.length > 0) await restoreScene(changed)
  }

  expect(answers).toEqual(decision.answers)
  expect(leaks).toEqual([])
})

function changedAnswer(answer: string): string {
  return /^[45]/.test(answer) ? `${answer} yet changed something` : 'done'
}
