import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readValue, type ValueKind, valueContext } from '#app/spreadsheet/cells/read-values.ts'
import { dayKindOf } from './calendar.ts'

interface Line {
  kind: ValueKind
  raw: string
  cell: string
  format?: string
  reading: string | null
  value: unknown
}

const folder = '../shared/fixtures/values'
const lines = readdirSync(folder)
  .filter(name => name.endsWith('.jsonl'))
  .flatMap(name => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'))
  .map((line): Line => JSON.parse(line))

test.each(lines)('$kind $raw ($cell) is $reading', line => {
  const answer = readValue(line.kind, line, valueContext({ dayKindOf }))

  expect(answer.value).toEqual(line.value)
  if (line.reading !== null) expect(answer.reading).toBe(line.reading)
  expect(answer.message === '').toBe(answer.reading === 'accept' || answer.reading === 'blank')
})
