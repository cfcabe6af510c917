import { beforeAll, expect, test } from 'vitest'
import { useAppDatabase } from '#test/support/app-database.ts'
import { askOf } from './scope-walk/asks.ts'
import { decisions } from './scope-walk/decided.ts'
import { allAddresses, visitAddress } from './scope-walk/visit-address.ts'
import { buildWorld, changedTables, contentOf, type World } from './scope-walk/world.ts'

const db = useAppDatabase({ clean: false })
const addresses = await allAddresses()
const refusals = ['in', '403', '404']
const closed = decisions.filter(({ answers }) => refusals.includes(answers.nobody))

let world: World
beforeAll(async () => {
  world = await buildWorld(db)
})

test('the token of an upload link opens no other page, shown as a session, in the query or as a name', async () => {
  const { own } = world.subjects
  const token = own.openToken
  const before = await contentOf(db)
  const opened: string[] = []

  for (const decision of closed) {
    const address = addresses.find(({ path }) => path === decision.address)
    if (address === undefined) throw new Error('This address is gone')
    const whose = decision.whose === 'crossed' ? 'own' : (decision.whose as 'own' | 'sister' | 'foreign')
    const ask = askOf(decision.method, decision.address, world.subjects[whose])
    const withToken = { ...ask, search: { ...ask.search, token, link: token } }
    const { answer } = await visitAddress(address, decision.method, withToken, `session=${token}; u=${token}`)
    if (answer !== decision.answers.nobody)
      opened.push(`${decision.method} /${decision.address} ${decision.whose}: ${answer}`)
  }

  expect(closed.length).toBeGreaterThan(300)
  expect(opened).toEqual([])
  expect(changedTables(before, await contentOf(db))).toEqual([])
})

test('the link of one school leads to no file of another', async () => {
  const address = addresses.find(({ path }) => path === 'u/:token/:upload')
  if (address === undefined) throw new Error('This address is gone')

  for (const whose of ['own', 'sister', 'foreign'] as const) {
    const { openToken, importId, ...subject } = world.subjects[whose]
    for (const method of ['GET', 'POST'] as const) {
      const ask = { params: { token: openToken, upload: importId }, form: {} }
      const { answer, text } = await visitAddress(address, method, ask, undefined)
      expect(answer).toBe('404')
      expect(subject.marks.filter(mark => text.includes(mark))).toEqual([])
    }
  }
})
