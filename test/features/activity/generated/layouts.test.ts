import { describe, expect, test } from 'vitest'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { sampleContext } from '../sample-context.ts'
import { openBook } from './book.ts'
import * as long from './long-layouts.ts'
import * as odd from './odd-layouts.ts'
import { randomFrom } from './random.ts'
import { kindsInUse, type Truth, weeks } from './truth.ts'
import * as wide from './wide-layouts.ts'

const layouts = Object.entries({ ...long, ...wide, ...odd })
const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

function truthOf(seed: number): Truth {
  const random = randomFrom(seed)
  const grade = random.pick([3, 4])
  const count = grade === 3 ? 3 : 4
  const classes = Array.from({ length: count }, (_, index) => ({ grade, classNo: index + 1 }))
  if (random.chance(0.5)) classes.push({ grade: 5, classNo: 1 }, { grade: 5, classNo: 2 })
  const days = weeks.slice(0, 1 + random.below(2)).flatMap(week => week.slice(0, 3 + random.below(3)))
  const kinds = kindsInUse.slice(0, 2 + random.below(3))
  return { classes, days, kinds, random }
}

describe.each(layouts)('%s', (_name, layout) => {
  test.each(seeds)('every row is read right or asked about, seed %i', seed => {
    const share = seed % 3 === 0 ? { blank: 0, bad: 0 } : { blank: 0.1, bad: 0.06 }
    const book = openBook(truthOf(seed), share)
    const grids = layout(book)

    const reading = readActivityGrids(grids, sampleContext())

    const rows = reading.rows.map(row => `${row.classKey} ${row.day} ${row.kind} ${row.minutes}`)
    const flagged = reading.problems
      .filter(problem => problem.reading !== 'warn')
      .map(problem => `${problem.sheet}!${problem.cell}`)
    expect([...book.expected].filter(row => !rows.includes(row))).toEqual([])
    expect(rows.filter(row => !book.expected.has(row))).toEqual([])
    expect([...new Set(flagged)].sort()).toEqual([...book.flagged].sort())
    expect(reading.counts.read).toBe(
      reading.counts.accepted + reading.counts.rejected + reading.counts.ignored,
    )
  })
})
