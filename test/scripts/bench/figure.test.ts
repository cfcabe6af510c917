import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { measure, quantileOf } from '#scripts/bench/figure.ts'
import { load, paced } from '#scripts/bench/site.ts'

test('ours and the floor are taken in turn, the first round is not counted, medians stand', async () => {
  const order: string[] = []
  const ours = [900, 4, 2, 9]
  const floors = [900, 2, 1, 3]

  const line = await measure(
    {
      name: 'coverage-query',
      samples: 3,
      ours: async () => {
        order.push('ours')
        return ours.shift()!
      },
      floor: async () => {
        order.push('floor')
        return floors.shift()!
      },
    },
    'mysql',
  )

  expect(line).toEqual({ name: 'coverage-query:mysql', unit: 'ms', ours: 4, floor: 2, ratio: 2, samples: 3 })
  expect(order.slice(0, 4)).toEqual(['ours', 'floor', 'ours', 'floor'])
})

test('of a hundred answers the 95th percentile is the 95th', () => {
  const times = Array.from({ length: 100 }, (_, n) => 100 - n)

  expect(quantileOf(times, 0.95)).toBe(95)
})

test('every answer is counted, and no more clients ask than were allowed', async () => {
  let open = 0
  let most = 0
  const server = createServer((_, response) => {
    open += 1
    most = Math.max(most, open)
    setTimeout(() => {
      open -= 1
      response.end('ok')
    }, 5)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  const times = await load(`http://127.0.0.1:${port}/`, { connections: 4, requests: 22 })

  expect(times).toHaveLength(22)
  expect(most).toBe(4)
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

test('a page that does not answer 200 is no figure', async () => {
  const server = createServer((_, response) => response.writeHead(302, { location: '/sign-in' }).end())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  await expect(load(`http://127.0.0.1:${port}/`, { connections: 1, requests: 1 })).rejects.toThrow('302')

  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

test('a paced load asks on time however slow the answers are, and counts from when each was due', async () => {
  const waiting: (() => void)[] = []
  const server = createServer((_, response) => {
    waiting.push(() => response.end())
    if (waiting.length === 10) for (const answer of waiting) answer()
  })
  const address = await new Promise<string>(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      resolve(`http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`)
    })
  })

  const times = await paced({ aSecond: 100, seconds: 0.1 }, () => ({ url: address }))

  server.close()
  expect(times).toHaveLength(10)
  expect(times[0]).toBeGreaterThan(60)
  expect(times[0]! - times[9]!).toBeGreaterThan(60)
})
