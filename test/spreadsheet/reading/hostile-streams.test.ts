import { constants, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readInParts } from '#app/spreadsheet/reading/read-in-parts.server.ts'
import type { Refusal } from '#app/spreadsheet/workbook.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'
import { deflatedRepeat, sheetXml, workbookParts, zipOf } from '#scripts/bench/hostile-workbooks.ts'

/** A gigabyte in a megabyte: one deflated block that refers to nothing before it, again and again. */
function gigabyte(declaredSize = 1_000_000_000) {
  const block = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH })
  const end = deflateRawSync(Buffer.alloc(0))
  return { deflated: Buffer.concat([...Array(1_000).fill(block), end]), declaredSize, checksum: 0 }
}

function sheetOf(
  unit: string,
  times: number,
  opening = '<worksheet><sheetData>',
  closing = '</sheetData></worksheet>',
) {
  return zipOf(
    workbookParts('', { 'xl/worksheets/sheet1.xml': deflatedRepeat(unit, times, opening, closing) }),
  )
}

const hostile: [string, Refusal, () => Buffer][] = [
  [
    'a sheet of a gigabyte',
    'zip-bomb',
    () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': gigabyte() })),
  ],
  [
    'a sheet of a gigabyte that declares a megabyte',
    'zip-bomb',
    () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': gigabyte(1_000_000) })),
  ],
  [
    'shared strings of a gigabyte that declare a megabyte',
    'zip-bomb',
    () =>
      zipOf(
        workbookParts(sheetXml(''), {
          'xl/sharedStrings.xml': gigabyte(1_000_000),
        }),
      ),
  ],
  [
    'fifty million shared strings',
    'zip-bomb',
    () =>
      zipOf(
        workbookParts(sheetXml(''), { 'xl/sharedStrings.xml': deflatedRepeat('<si/>', 50_000_000, '<sst>') }),
      ),
  ],
  ['thirty million empty rows', 'damaged', () => sheetOf('<row/>', 30_000_000)],
  ['forty million blank cells', 'zip-bomb', () => sheetOf(`<row>${'<c/>'.repeat(200)}</row>`, 200_000)],
  [
    'four million cells in few rows',
    'too-many-cells',
    () => sheetOf(`<row>${'<c><v>1</v></c>'.repeat(250)}</row>`, 16_000),
  ],
  [
    'ten million tags beside the data',
    'zip-bomb',
    () => sheetOf('<x/>', 10_000_000, '<worksheet><sheetData/>'),
  ],
  [
    'a cell that does not end',
    'zip-bomb',
    () => sheetOf('A', 100_000_000, '<worksheet><sheetData><row><c><v>'),
  ],
  [
    'a row of ten million cells of CSV',
    'too-many-columns',
    () => Buffer.from(`甲,乙\n丙,丁\n${'1,'.repeat(10_000_000)}`),
  ],
]

test.each(hostile)(
  '%s is refused as %s, soon and in little memory',
  async (_, refusal, make) => {
    const bytes = make()
    const idle = process.memoryUsage.rss()
    const before = process.cpuUsage()
    let most = 0
    // Taken while the threads of zlib work beside this one, so that no piece is missed.
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss() - idle)
    }, 5)

    const workbook = await readInParts(bytes, streamLimits)
    let last: string = workbook.ok ? 'nothing' : workbook.refusal
    if (workbook.ok) {
      for await (const part of workbook.parts)
        last = part.part === 'refused' ? part.refused.refusal : part.part
    }

    clearInterval(watch)
    const { user, system } = process.cpuUsage(before)
    expect(last).toBe(refusal)
    // Far from both where it is not stopped; the timed flow holds it to seconds.
    expect((user + system) / 1_000).toBeLessThan(12_000)
    expect(most / 1_000_000).toBeLessThan(300)
  },
  60_000,
)
