import { expect, test } from 'vitest'
import { type EvenCell, evenRows } from '#db/even-rows.ts'
import { fc } from '#test/support/laws.ts'

const cell: fc.Arbitrary<EvenCell> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('王老师', '', 'a"b', '\\', 'ends in a blank ', '\ud83d'),
  fc.integer({ min: -100, max: 10_000_000 }),
  fc.constantFrom(0, 9, 10, 99, 100, 999_999, 1_000_000, Number.MAX_SAFE_INTEGER, 0.5),
  fc.constant(null),
)

const rows = fc
  .integer({ min: 1, max: 4 })
  .chain(wide =>
    fc.array(fc.array(cell, { minLength: wide, maxLength: wide }), { minLength: 1, maxLength: 8 }),
  )

const columnsOf = (given: readonly EvenCell[][]) => given[0]!.map((_, at) => (row: EvenCell[]) => row[at]!)

test('the text is JSON of the rows, whether their texts were written before or not', () => {
  fc.assert(
    fc.property(rows, given => {
      const remembered = new Map()
      for (let time = 0; time < 2; time += 1) {
        const { bytes } = evenRows(given, columnsOf(given), remembered)
        expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(given)
      }
    }),
  )
})

test('each value stands where the rows say it does', () => {
  fc.assert(
    fc.property(rows, given => {
      const { bytes, rows: even } = evenRows(given, columnsOf(given))
      if (even === null) return
      const text = Buffer.from(bytes)
      const found = given.map((_, row) =>
        even.values.map(({ at, width }) => {
          const from = even.from + row * even.length + at
          return JSON.parse(text.subarray(from, from + width).toString()) as EvenCell
        }),
      )
      expect(found).toEqual(given)
      expect(even.count).toBe(given.length)
    }),
  )
})

test('nothing is said of places where a text is escaped or ends in a blank, or a column has texts and numbers', () => {
  const isEven = (...values: EvenCell[]) =>
    evenRows(
      values.map(value => [value]),
      [([value]) => value!],
    ).rows !== null
  expect(isEven('王老师', '', 'b', null)).toBe(true)
  expect(isEven(1, 20, null)).toBe(true)
  expect(isEven(null)).toBe(true)
  for (const odd of ['a"b', '\\', 'a\tb', 'a\u0000', 'a ', '\ud83d'])
    expect(isEven('a', odd), odd).toBe(false)
  expect(isEven('a', 1)).toBe(false)
  expect(isEven(1.5)).toBe(false)
  expect(evenRows([], []).rows).toBeNull()
})

test('no rows are an empty list', () => {
  expect(evenRows([], [() => 1])).toEqual({ bytes: new Uint8Array(Buffer.from('[]')), rows: null })
})
