import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CoverageTable } from '#app/features/program/coverage-table.tsx'
import type { Matrix } from '#app/features/program/matrix.rule.ts'

const matrix: Matrix = {
  sports: [
    { code: 'football', name: '足球', unitsMet: 1 },
    { code: 'wushu', name: '武术', unitsMet: 0 },
  ],
  units: [
    {
      code: '320722',
      name: '东海县<b>',
      met: false,
      sportsMet: 1,
      sportsLiving: 0,
      gap: 5,
      cells: [
        [6, 6, 2, 2, 1, 1, 0, 6, 1, 1],
        [5, 6, 2, 2, 1, 1, 1, 5, 2, 0],
      ],
    },
    {
      code: '320723',
      name: '灌云县',
      met: false,
      sportsMet: 0,
      sportsLiving: 0,
      gap: 45,
      cells: [null, null],
    },
  ],
}

function shown(): string {
  return renderToStaticMarkup(
    <CoverageTable matrix={matrix} label="5621" search="?asOf=2025-10-15" withTotal />,
  )
}

test('a cell says in words and numbers how the sport stands and leads to its schools on that day', () => {
  const page = shown()

  expect(page).toContain('href="/coverage/units/320722/football?asOf=2025-10-15"')
  expect(page).toContain('小6/6 初2/2 高1/1')
  expect(page).toContain('小5/6 初2/2 高1/1')
  expect(page).toContain('◆ 小6 初1 高1')
  expect(page).toContain('◆ 小5 初2 高0')
  expect(page).toMatch(/●[^<]*<\/span>.*◐[^<]*<\/span>/)
})

test('a row is headed by its unit, whose name stays text', () => {
  expect(shown()).toMatch(
    /<th scope="row"[^>]*><a href="\/coverage\/units\/320722\?asOf=2025-10-15">东海县&lt;b&gt;</,
  )
})

test('each unit has a cell for each sport, placed or not', () => {
  const bodies = shown().match(/<tbody>.*<\/tbody>/)?.[0] ?? ''

  expect(bodies.match(/<td/g)).toHaveLength(2 * (4 + 2))
})
