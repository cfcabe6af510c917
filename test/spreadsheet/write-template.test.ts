import { afterAll, expect, test } from 'vitest'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { readTable } from '#app/spreadsheet/read-table.ts'
import { unescapeXml } from '#app/spreadsheet/reading/xml.server.ts'
import { inflateWhole, listZipEntries } from '#app/spreadsheet/reading/zip.server.ts'
import { workbookLimits } from '#app/spreadsheet/workbook.ts'
import { writeTemplate } from '#app/spreadsheet/write-template.server.ts'
import { placementSheet, registry, timetableSheet } from './sample-sheets.ts'

afterAll(closeReader)

const known = [placementSheet, timetableSheet]

async function open(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened
}

/** A part of the workbook as it was written. */
async function part(bytes: Uint8Array, name: string): Promise<string> {
  const zip = Buffer.from(bytes)
  const listed = listZipEntries(zip, workbookLimits)
  const entry = listed.ok ? listed.entries.find(candidate => candidate.name === name) : undefined
  const inflated = entry && (await inflateWhole(zip, entry, { bytes: workbookLimits.unzippedBytes }))
  return inflated?.ok ? unescapeXml(inflated.content.toString()) : ''
}

test.each(['zh-CN', 'en'] as const)('the template as it stands imports (%s)', async locale => {
  const { grids, mark } = await open(await writeTemplate(placementSheet, { locale }))

  const { rows, problems } = readTable(grids, placementSheet, () => registry, { known, mark })

  expect({ rows, problems }).toEqual({ rows: [], problems: [] })
})

test('rows filled in beforehand read back as they are, codes as text and days as dates', async () => {
  const bytes = await writeTemplate(placementSheet, {
    locale: 'zh-CN',
    rows: [
      { school: '2132000001', sport: '足球', from: '2025-09-01', to: '9999-12-31', pupils: 900 },
      { school: '2132000002' },
    ],
  })
  const { grids } = await open(bytes)

  const { rows, ignored } = readTable(grids, placementSheet, () => registry, { known })

  expect(grids[0]?.rows[1]).toEqual([
    { type: 'text', text: '2132000001' },
    { type: 'text', text: '足球' },
    { type: 'number', value: 45901, format: 'yyyy-mm-dd' },
    undefined,
    { type: 'number', value: 900, format: 'General' },
  ])
  expect(rows.map(({ record }) => record)).toEqual([
    { school: '2132000001', sport: '足球', from: '2025-09-01', to: null, pupils: 900 },
  ])
  expect(ignored).toEqual([{ sheet: '项目布点', row: 3, why: 'not-filled-in' }])
})

test('the template says which sheet, which version and which school it was made for', async () => {
  const { mark, grids } = await open(
    await writeTemplate(placementSheet, { locale: 'zh-CN', school: '2132000001' }),
  )

  expect(mark).toEqual({ sheet: 'placements', version: 2, school: '2132000001' })
  expect(grids.map(({ name }) => name)).toEqual(['项目布点', '填写说明'])
})

test('the template of another sheet is recognised by its mark, whatever its headers', async () => {
  const { grids, mark } = await open(await writeTemplate(timetableSheet, { locale: 'zh-CN' }))

  const { problems } = readTable(grids, placementSheet, () => registry, { known, mark })

  expect(problems).toMatchObject([{ code: 'sheet.wrong-template', values: { found: '课表' } }])
})

test('lists hold for 20,000 rows, from a hidden sheet, with a message', async () => {
  const bytes = await writeTemplate(placementSheet, { locale: 'zh-CN', choices: { sport: ['足球', '武术'] } })

  const page = await part(bytes, 'xl/worksheets/sheet1.xml')
  expect(page).toMatch(
    /<dataValidation type="list"[^>]*sqref="B2:B20000"[^>]*><formula1>list_sport<\/formula1>/,
  )
  expect(page).toMatch(/<dataValidation [^>]*prompt="10 位数字"[^>]*sqref="A2:A20000"/)
  expect(page).toMatch(/state="frozen"/)
  expect(await part(bytes, 'xl/workbook.xml')).toMatch(/<sheet[^>]*name="_字典"[^>]*state="veryHidden"/)
  expect(await part(bytes, 'xl/workbook.xml')).toContain(
    '<definedName name="list_sport">\'_字典\'!$A$3:$A$4</definedName>',
  )
})

test('the guide names every column, whether it is needed and an example', async () => {
  const { grids } = await open(
    await writeTemplate(placementSheet, { locale: 'en', notes: ['Due on Friday.'] }),
  )

  const lines = grids[1]?.rows.map(row => row.map(rawOf).join('|'))
  expect(lines).toContain('School code|Required|10 digits|2132000001')
  expect(lines).toContain('To|Optional||2026-08-31')
  expect(lines).toContain('Due on Friday.')
})
