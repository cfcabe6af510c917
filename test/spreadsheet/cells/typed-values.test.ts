import { expect, test } from 'vitest'
import { readValue, type ValueKind, valueContext } from '#app/spreadsheet/cells/read-values.ts'
import { dayKindOf } from './calendar.ts'
import { type TypedText, typedIn } from './typed-notation.ts'
import { typedValues } from './typed-values.ts'

const context = valueContext({ dayKindOf })

interface Typed extends TypedText {
  kind: ValueKind
}

const typed = Object.entries(typedValues).flatMap(([kind, lines]) =>
  typedIn(lines).map((one): Typed => ({ ...one, kind: kind as ValueKind })),
)

/** What came of a value, in the words of typed-values.ts. */
function cameOf({ kind, raw }: Typed): string {
  const { reading, value } = readValue(kind, { raw, cell: 'text' }, context)
  if (reading === 'blank') return '-'
  if (reading !== 'accept' && reading !== 'warn') return '?'
  return `= ${Array.isArray(value) ? value.join(' ') : value}`
}

test('more than three hundred values are typed', () => {
  expect(typed.length).toBeGreaterThan(300)
  expect(typed.filter(({ raw }) => raw === '')).toEqual([])
})

test('no value is wrong in silence', () => {
  const wrong = typed.filter(one => cameOf(one) !== one.meant && cameOf(one) !== '?')

  expect(wrong.map(one => `${one.kind} ${one.raw}: ${cameOf(one)}, meant ${one.meant}`)).toEqual([])
})

test('at least 97 of a hundred are read right', () => {
  const right = typed.filter(one => cameOf(one) === one.meant)

  expect(right.length / typed.length).toBeGreaterThanOrEqual(0.97)
})
