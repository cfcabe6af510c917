import { readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { readInParts } from '#app/spreadsheet/reading/read-in-parts.server.ts'
import type { WorkbookStream } from '#app/spreadsheet/stream-workbook.server.ts'
import { streamWorkbook } from '#app/spreadsheet/stream-workbook.server.ts'
import { refusalMessage } from '#app/spreadsheet/workbook.text.ts'
import type { Refused, SheetPart, WorkbookLimits } from '#app/spreadsheet/workbook.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'
import { sheetXml, workbookOf, workbookParts, zipOf } from '#scripts/bench/hostile-workbooks.ts'
import { fc } from '#test/support/laws.ts'

afterAll(closeReader)

/** All that a reader hands out in this thread, put together. */
async function collect(bytes: Buffer, limits: Partial<WorkbookLimits> = {}) {
  return together(await readInParts(bytes, { ...streamLimits, ...limits }))
}

/** The parts put together; in what order they come is checked on the way. */
async function together(
  stream: (Pick<WorkbookStream, 'ok' | 'sheets'> & { parts: AsyncIterable<SheetPart> }) | Refused,
): Promise<{ ok: true; grids: Grid[]; pieces: number } | Refused> {
  if (!stream.ok) return stream
  const grids: Grid[] = stream.sheets.map(sheet => ({ ...sheet, rows: [], merges: [] }))
  let current = -1
  let pieces = 0
  let last = ''
  for await (const part of stream.parts) {
    expect(last).not.toMatch(/end|refused/)
    last = part.part
    if (part.part === 'refused') return part.refused
    if (part.part === 'end') continue
    const grid = grids[part.sheet]
    if (grid === undefined) throw new Error(`There is no sheet ${part.sheet}`)
    if (part.part === 'sheet') {
      expect(part.sheet).toBe(current + 1)
      current = part.sheet
      grid.merges = part.merges
      continue
    }
    expect({ sheet: part.sheet, from: part.from }).toEqual({ sheet: current, from: grid.rows.length })
    grid.rows.push(...part.rows)
    pieces += 1
  }
  expect(last).toBe('end')
  return { ok: true, grids, pieces }
}

/** A sheet of that many rows with ten cells of a class log, large enough to be streamed. */
function largeRows(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<row r="${index + 1}"><c r="A${index + 1}"><v>${45_901 + (index % 90)}</v></c><c r="B${index + 1}" t="inlineStr"><is><t>三(${index % 12})班</t></is></c>${['C', 'D', 'E', 'F', 'G', 'H', 'I'].map(column => `<c r="${column}${index + 1}" t="s"><v>0</v></c>`).join('')}<c r="J${index + 1}"><v>${index / 8}</v></c></row>`,
  ).join('')
}

/** Rows of a sheet that is too large to be read whole first. */
const many = 24_000

const merge = '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>'

describe('what is streamed is what is opened', () => {
  const folder = '../shared/fixtures/workbooks'
  test.each(readdirSync(folder).filter(file => !/\.json$/.test(file)))('%s', async file => {
    const bytes = readFileSync(`${folder}/${file}`)

    const streamed = await collect(bytes)
    const opened = await openWorkbook(bytes)

    expect(streamed.ok && streamed.grids).toEqual(opened.ok && opened.grids)
  })

  test('a large sheet comes in pieces, its merged areas before its rows', async () => {
    const bytes = workbookOf(largeRows(many), merge)

    const streamed = await together(await streamWorkbook(bytes))
    const opened = await openWorkbook(bytes, { limits: { rows: many } })

    expect(streamed.ok && streamed.pieces).toBeGreaterThan(40)
    expect(streamed.ok && streamed.grids).toEqual(opened.ok && opened.grids)
    expect(streamed.ok && streamed.grids[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }])
  })

  test('a large workbook of ours tells its mark and leaves out the sheet that holds it', async () => {
    const mark = `<row r="1">${['sports-5621', 'activity-log', '3', '3132000001'].map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
    const parts = workbookParts(sheetXml(mark), {
      'xl/worksheets/sheet2.xml': sheetXml(largeRows(many)),
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="_字典" state="veryHidden" r:id="rId1"/><sheet name="9月" r:id="rId9"/></sheets></workbook>',
    })
    const relations = String(parts['xl/_rels/workbook.xml.rels'])
    parts['xl/_rels/workbook.xml.rels'] = relations.replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    )

    const stream = await streamWorkbook(zipOf(parts))
    if (stream.ok) await stream.close()
    const streamed = await collect(zipOf(parts))

    expect(stream).toMatchObject({
      mark: { sheet: 'activity-log', version: 3, school: '3132000001' },
      sheets: [{ name: '9月', hidden: false, date1904: false }],
    })
    expect(streamed.ok && streamed.grids.map(({ rows }) => rows.length)).toEqual([many])
  })

  test.each(['utf-8', 'utf-8 with a mark', 'utf-16', 'gb18030'])(
    'CSV in %s, cut anywhere',
    async encoding => {
      const lines = Array.from(
        { length: 30_000 },
        (_, index) => `班${index},"引""号\n${index}",体育课,${index}`,
      )
      const text = lines.join('\r\n')
      const bytes =
        encoding === 'utf-16'
          ? Buffer.from(`\uFEFF${text}`, 'utf16le')
          : encoding === 'gb18030'
            ? inGb18030(text)
            : Buffer.from((encoding === 'utf-8' ? '' : '\uFEFF') + text)

      const streamed = await collect(bytes)

      expect(
        streamed.ok &&
          streamed.grids[0]?.rows.map(row => row.map(cell => cell?.type === 'text' && cell.text)),
      ).toEqual(lines.map((_, index) => [`班${index}`, `引"号\n${index}`, '体育课', String(index)]))
    },
  )

  test('lines that end in two ways are lines all the same', async () => {
    const bytes = Buffer.from('甲,乙\r\n1,"2"\r\n3,4\n5,6\n7,"8\r\n9"\n,\r\n')

    for (const read of [await openWorkbook(bytes), await collect(bytes)]) {
      expect(read.ok && read.grids[0]?.rows.map(row => row.map(rawOf))).toEqual([
        ['甲', '乙'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
        ['7', '8\r\n9'],
      ])
    }
  })

  test('random CSV is what was written, whatever the length of its cells', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: fc.constantFrom(...'三a,"\n;1'), minLength: 1, maxLength: 6 })
        .filter(text => text.trim() !== ''),
      fc.constantFrom('长'.repeat(30_000), 'x'.repeat(70_000)),
    )
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 12 })

    await fc.assert(
      fc.asyncProperty(rows, async given => {
        const quoted = given.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(','))
        // Enough plain lines before them to tell by which sign the cells are parted.
        const head = '甲,乙,丙\n'.repeat(30)
        const streamed = await collect(Buffer.from(head + quoted.join('\n')))

        expect(
          streamed.ok &&
            streamed.grids[0]?.rows.slice(30).map(row => row.map(own => own?.type === 'text' && own.text)),
        ).toEqual(given)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('what goes wrong on the way ends the stream with a refusal', () => {
  test('a sheet of another checksum is refused before its first row', async () => {
    const xml = sheetXml(largeRows(many))
    const deflated = deflateRawSync(xml)
    const bytes = zipOf(
      workbookParts('', {
        'xl/worksheets/sheet1.xml': { deflated, declaredSize: Buffer.byteLength(xml), checksum: 1 },
      }),
    )
    const stream = await streamWorkbook(bytes)
    const parts = []
    if (stream.ok) for await (const part of stream.parts) parts.push(part)

    expect(parts).toEqual([{ part: 'refused', refused: { ok: false, refusal: 'damaged', values: {} } }])
  })

  test('what only SheetJS could make out is refused in a large sheet and read in a small one', async () => {
    const strange = '<row r="24001"><c r="A24001"><v>1</v></c><foreign/></row>'

    expect(await collect(workbookOf(largeRows(many) + strange))).toMatchObject({ refusal: 'damaged' })
    const small = await collect(
      workbookOf('<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
    )
    expect(small.ok && small.grids[0]?.rows.flat()).toMatchObject([{ value: 1 }, { value: 2 }])
  })

  test('a row beyond the limit is refused after the rows before it', async () => {
    expect(await collect(workbookOf(largeRows(many)), { rows: 23_000 })).toEqual({
      ok: false,
      refusal: 'too-many-rows',
      values: { sheet: '9月', allowed: 23_000, row: 23_001 },
    })
  })

  test('formats that SheetJS reads keep their limits', async () => {
    const workbook = XLSX.utils.book_new()
    const rows = Array.from({ length: 20_001 }, (_, index) => [index])
    XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), '9月')

    expect(await collect(XLSX.write(workbook, { type: 'buffer', bookType: 'biff8' }))).toMatchObject({
      refusal: 'too-many-rows',
      values: { allowed: 20_000 },
    })
  })
})

describe('a quote that is not closed swallows nothing', () => {
  const head = '日期,班级,项目,备注'
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `2025-09-01,三(${index})班,"足球\n篮球",无`)

  test.each([
    ['never closed', [head, ...lines(3), '2025-09-02,"三(9)班,足球,无', '2025-09-03,三(1)班,足球,无'], 8],
    ['closed by a later one', [head, '2025-09-02,"三(9)班,足球,无', '2025-09-03,三(1)班,"足球",无'], 2],
    ['at the end', [head, ...lines(2), '2025-09-02,三(9)班,足球,"'], 6],
    ['followed by more text', [head, '2025-09-02,三(9)班,"足"球,无', '2025-09-03,三(1)班,足球,无'], 2],
    ['behind the line that names the delimiter', ['sep=,', head, '2025-09-02,"三(9)班,足球,无'], 3],
    [
      'far down',
      [
        head,
        ...lines(9_000),
        '2025-09-02,"三(9)班,足球,无',
        ...Array(9_000).fill('2025-09-03,三(1)班,足球,无'),
      ],
      18_002,
    ],
  ])('%s: both readers refuse the file with its line', async (_, written, line) => {
    for (const newline of ['\n', '\r\n', '\r']) {
      for (const delimiter of [',', '\t']) {
        const bytes = Buffer.from(written.join(newline).replaceAll(',', delimiter).replace('=\t', '=,'))

        const expected = { ok: false, refusal: 'open-quote', values: { line } }
        expect(await openWorkbook(bytes)).toEqual(expected)
        expect(await collect(bytes)).toEqual(expected)
      }
    }
  })

  test('the sentence names the line in both languages', () => {
    const refused = { refusal: 'open-quote', values: { line: 12 } } as const

    expect(refusalMessage('zh-CN', refused)).toContain('第 12 行')
    expect(refusalMessage('en', refused)).toContain('line 12')
  })

  test('a quote inside a cell that does not begin with one is the text that it is', async () => {
    const bytes = Buffer.from(
      [head, '2025-09-01,三"1"班,5"足球, "无" ', '2025-09-02,三2班,"他说""好""",无'].join('\n'),
    )

    for (const read of [await openWorkbook(bytes), await collect(bytes)]) {
      expect(read.ok && read.grids[0]?.rows.slice(1).map(row => row.map(rawOf))).toEqual([
        ['2025-09-01', '三"1"班', '5"足球', ' "无" '],
        ['2025-09-02', '三2班', '他说"好"', '无'],
      ])
    }
  })

  test('a quoted cell that a piece of the file cuts is no broken one', async () => {
    const row = '甲,"乙",丙\r\n'
    for (let shift = 0; shift < row.length; shift += 1) {
      const bytes = Buffer.from(`${'x'.repeat(shift)},y,z\r\n${row.repeat(9_000)}`)

      const read = await collect(bytes)

      expect(read.ok && read.grids[0]?.rows.length).toBe(9_001)
    }
  })
})

describe('who takes the rows sets the pace', () => {
  test('breaking out ends the thread, and so does closing', async () => {
    const bytes = workbookOf(largeRows(many))
    for (let round = 0; round < 4; round += 1) {
      const stream = await streamWorkbook(bytes)
      if (!stream.ok) throw new Error(stream.refusal)
      // More streams than may be open together: one that was not ended would stop the next for ever.
      if (round % 2 === 0) await stream.close()
      else for await (const part of stream.parts) if (part.part === 'rows') break
    }
  })

  test('a file opened beside a stream does not wait for it', async () => {
    const stream = await streamWorkbook(workbookOf(largeRows(many)))
    if (!stream.ok) throw new Error(stream.refusal)
    let opened = false
    let rows = 0
    for await (const part of stream.parts) {
      if (part.part !== 'rows') continue
      rows += part.rows.length
      if (!opened) opened = (await openWorkbook(workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>'))).ok
    }

    expect({ opened, rows }).toEqual({ opened: true, rows: many })
  })
})

/** Chinese signs in GB18030, through the decoder: Node can read that encoding but not write it. */
function inGb18030(text: string): Buffer {
  const bytesOf = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0xb0; lead <= 0xf7; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Buffer.from([...text].flatMap(sign => bytesOf.get(sign) ?? [sign.charCodeAt(0)]))
}
