import { expect, test } from 'vitest'
import { inCalls } from '#app/features/imports/in-calls.rule.ts'
import { fc } from '#test/support/laws.ts'

const pieces = fc.array(fc.record({ count: fc.integer({ min: 0, max: 50 }) }), { maxLength: 40 })

test('every piece goes into one call, in its order', () => {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 200 }), (given, enough) => {
      expect([...inCalls(given, enough)].flat()).toEqual(given)
    }),
  )
})

test('a call ends with the piece with which it has enough rows, and none is empty', () => {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 200 }), (given, enough) => {
      const calls = [...inCalls(given, enough)]
      const rowsOf = (call: readonly { count: number }[]) => call.reduce((sum, { count }) => sum + count, 0)
      for (const call of calls) {
        expect(call).not.toEqual([])
        expect(rowsOf(call.slice(0, -1))).toBeLessThan(enough)
      }
      for (const call of calls.slice(0, -1)) expect(rowsOf(call)).toBeGreaterThanOrEqual(enough)
    }),
  )
})
