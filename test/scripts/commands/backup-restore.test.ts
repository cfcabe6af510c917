import { expect, test } from 'vitest'
import { fillEveryTable } from '#test/support/fill-every-table.ts'
import {
  auditAt,
  backup,
  engines,
  everythingAt,
  freshFile,
  freshUrl,
  madeAt,
  restoreInto,
  usePlaces,
} from './whole-database.ts'

usePlaces()

const ways = engines
  .flatMap(from => engines.map(to => [from, to] as const))
  .filter(([from, to]) => from === 'sqlite' || to === 'sqlite')

test.each(ways)('what a backup of %s holds comes back on %s, row by row', async (from, to) => {
  const [source, target] = [await freshUrl(from), await freshUrl(to)]
  await madeAt(source, fillEveryTable)
  const file = freshFile()

  const saved = await backup(source, file)
  const restored = await restoreInto(file, target)

  expect(saved).toMatchObject({ exit: 0, answer: { status: 'done', engine: from, audited: true } })
  expect(restored).toMatchObject({ exit: 0, answer: { status: 'done', engine: from } })
  expect(await everythingAt(target, 3)).toEqual(await everythingAt(source, 3))
  const before = Array(3).fill('王老师: word.add')
  expect(await auditAt(source)).toEqual({ actions: [...before, 'root: database.backup'], differences: [] })
  expect(await auditAt(target)).toEqual({ actions: [...before, 'root: database.restore'], differences: [] })
})
