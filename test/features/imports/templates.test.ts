import type ExcelJS from 'exceljs'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { declaredSheets } from '#app/features/imports/declared-sheets.ts'
import { makeTemplate } from '#app/features/imports/make-template.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { type TemplateSheet, templateSheets } from '#app/features/imports/sheet-name.ts'
import { templateChoices } from '#app/features/imports/template-choices.server.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { type Locale, locales } from '#app/i18n/text.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { unescapeXml } from '#app/spreadsheet/reading/xml.server.ts'
import { headerText } from '#app/spreadsheet/sheet.ts'
import { partsOf } from '#test/spreadsheet/marking/other-workbooks.ts'
import { useDatabase } from '#test/support/database.ts'
import { savedByLibreOffice } from '#test/support/libreoffice.ts'
import { openedByExceljs } from '#test/support/opened-by-exceljs.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
const code = '2132900001'
const today = '2025-10-15'

afterAll(closeReader)

beforeEach(async () => {
  await insertSchool(place.db, {
    code,
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
    ],
  })
})

async function templateOf(sheet: TemplateSheet, locale: Locale = 'zh-CN'): Promise<Uint8Array> {
  const school = (await findSchoolByCode(place.db, city, code, today)) ?? null
  return makeTemplate(place.db, city, sheet, { locale, school, day: today })
}

/** The parts of a workbook as text. */
function textsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(partsOf(bytes)).map(([name, part]) => [name, part.toString()]))
}

function imported(
  sheet: TemplateSheet,
  bytes: Uint8Array,
  given: { dryRun?: boolean; locale?: Locale } = {},
) {
  return runImport(place.db, {
    ...{ sheet, bytes, fileName: `${sheet}.xlsx`, today, now: '2025-10-15 02:00:00.000', scope: city },
    ...{ actor: { id: null, name: 'tester' }, schoolCode: code, dryRun: true, skipBadRows: false },
    ...{ withRows: false, locale: 'zh-CN' as const },
    ...given,
  })
}

/** The workbook with another cell, as a person changes it. */
async function withCells(bytes: Uint8Array, sheet: string | number, cells: Record<string, string | number>) {
  const workbook = await openedByExceljs(bytes)
  const page = workbook.getWorksheet(sheet)
  for (const [address, value] of Object.entries(cells)) page!.getCell(address).value = value
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const matrixless = templateSheets.filter(sheet => sheet !== 'activity-week')

describe.each(locales)('every template (%s)', locale => {
  test.each(templateSheets)('%s: header style, frozen panes, widths, guide and mark', async sheet => {
    const bytes = await templateOf(sheet, locale)
    const workbook = await openedByExceljs(bytes)

    const [page, guide, lists] = workbook.worksheets
    const frozen = page?.views[0] as ExcelJS.WorksheetViewFrozen
    const header = page!.getRow(frozen.ySplit ?? 0)
    expect(frozen.state).toBe('frozen')
    header.eachCell(cell => {
      expect(cell.font.bold).toBe(true)
      expect((cell.fill as ExcelJS.FillPattern).fgColor?.argb).toBe('FFDCEEF0')
      // exceljs leaves out its own default of 9.
      expect(page!.getColumn(cell.col).width ?? 9).toBeGreaterThanOrEqual(6)
    })
    expect(guide?.name).toBe(locale === 'en' ? 'How to fill in' : '填写说明')
    expect(lists).toMatchObject({ name: '_字典', state: 'veryHidden' })
    const opened = await openWorkbook(bytes)
    expect(opened.ok && opened.mark).toEqual({ sheet, version: 1, school: code })
  })

  test.each(matrixless)(
    '%s: each column has its message, its list for 20,000 rows and codes as text',
    async sheet => {
      const texts = textsOf(await templateOf(sheet, locale))

      const page = texts['xl/worksheets/sheet1.xml'] ?? ''
      const rules = new Map(
        [...page.matchAll(/<dataValidation ([^>]*?)(?:\/>|>(.*?)<\/dataValidation>)/g)].map(
          ([, attributes = '', formula = '']) => [
            /sqref="([^"]+)"/.exec(attributes)?.[1],
            { attributes, formula },
          ],
        ),
      )
      const columns = Object.entries(declaredSheets[sheet].columns)
      const school = (await findSchoolByCode(place.db, city, code, today)) ?? null
      const offered = await templateChoices(place.db, city, sheet, { school, day: today })
      expect(rules.size).toBe(columns.length)
      for (const [at, [key, column]] of columns.entries()) {
        const { attributes = '', formula = '' } = rules.get(`${letter(at)}2:${letter(at)}20000`) ?? {}
        const prompt = unescapeXml(/ prompt="([^"]*)"/.exec(attributes)?.[1] ?? '')
        expect(prompt, key).not.toBe('')
        expect(prompt.length, key).toBeLessThanOrEqual(255)
        const hasList = column.choices !== undefined || offered[key] !== undefined
        expect(formula, key).toBe(hasList ? `<formula1>list_${key}</formula1>` : '')
        if (/标识码|代码|报名号|岗位编号/.test(column.header['zh-CN'] as string))
          expect(isText(texts, at), key).toBe(true)
      }
    },
  )
})

function letter(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`
}

/** Whether the column at the place has the format of text. */
function isText(texts: Record<string, string>, at: number): boolean {
  const page = texts['xl/worksheets/sheet1.xml'] ?? ''
  const cols = [...page.matchAll(/<col min="(\d+)" max="(\d+)"[^>]*style="(\d+)"/g)]
  const style = cols.find(([, min, max]) => Number(min) <= at + 1 && at + 1 <= Number(max))?.[3]
  const formats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/.exec(texts['xl/styles.xml'] ?? '')?.[1] ?? ''
  return /numFmtId="49"/.test(formats.match(/<xf [^>]*>/g)?.[Number(style)] ?? '')
}

test('all open in LibreOffice, which keeps lists, messages and marks, and what it saves says nothing', async () => {
  const all = locales.flatMap(locale => templateSheets.map(sheet => ({ locale, sheet })))
  const made = await Promise.all(all.map(({ locale, sheet }) => templateOf(sheet, locale)))

  const saved = await savedByLibreOffice(...made)

  for (const [at, { locale, sheet }] of all.entries()) {
    const [before, after] = [made[at]!, saved[at]!].map(bytes => Object.values(textsOf(bytes)).join(''))
    const told = `${sheet} ${locale}`
    const same = (what: RegExp) =>
      expect(after?.match(what)?.length ?? 0, told).toBe(before?.match(what)?.length ?? 0)
    same(/<definedName [^>]*name="list_/g)
    // It puts the rules of neighbouring cells together.
    if (sheet !== 'activity-week') same(/ prompt="[^"]+"/g)
    const opened = await openWorkbook(saved[at]!)
    expect(opened.ok && opened.mark, told).toEqual({ sheet, version: 1, school: code })
    const { problems, counts } = await imported(sheet, saved[at]!)
    expect({ problems, ...counts }, told).toMatchObject({ problems: [], new: 0, changed: 0, rejected: 0 })
  }
}, 120_000)

test('a list may be longer than 255 signs: it stands in the hidden sheet', async () => {
  const bytes = await templateOf('placements')
  const workbook = await openedByExceljs(bytes)

  const [, column, last] =
    /<definedName name="list_sport">'_字典'!\$([A-Z])\$3:\$[A-Z]\$(\d+)</.exec(
      unescapeXml(textsOf(bytes)['xl/workbook.xml'] ?? ''),
    ) ?? []
  const words = Array.from(
    { length: Number(last) - 2 },
    (_, at) => workbook.getWorksheet('_字典')!.getCell(`${column}${at + 3}`).text,
  )
  expect(words.join(',').length).toBeGreaterThan(255)
  expect(words).toContain('足球')
  expect(words).not.toContain('')
})

describe('a template of another day or house', () => {
  test.each(templateSheets)('%s of an old version is read, and it is said what it is', async sheet => {
    const old = await withCells(await templateOf(sheet), '_字典', { C1: '0' })

    const { problems, status } = await imported(sheet, old)

    expect(status).toBe('preview')
    expect(problems.map(({ reading, message }) => `${reading} ${message}`)).toEqual([
      'warn 这是旧版模板（第 0 版，现为第 1 版），已按表头读取；请核对各列，下次请下载新模板。',
    ])
  })

  test('one of a later version and one of another house are explained', async () => {
    const bytes = await templateOf('classes')
    const later = await imported('classes', await withCells(bytes, '_字典', { C1: '7' }), { locale: 'en' })
    const foreign = await imported('classes', await withCells(bytes, '_字典', { B1: 'lesson-plan' }), {
      locale: 'en',
    })

    expect(later.problems.map(({ message }) => message)).toEqual([
      'This template is newer than this system (version 7, here 1); it was read by its headers. Please check the columns.',
    ])
    expect(foreign.problems.map(({ message }) => message)).toEqual([
      'This is no template of this system; it was read by its headers. Please check the columns, and fill in the template of this system next time.',
    ])
  })

  test('an old template whose required column went missing is refused with both sentences', async () => {
    const header = headerText(declaredSheets.classes.columns.entryYear!, 'zh-CN')
    const old = await withCells(await templateOf('classes'), '_字典', { C1: '0' })
    const { problems, status } = await imported('classes', await withCells(old, 1, { C1: `旧${header}` }))

    expect(status).toBe('refused')
    expect(problems.map(one => one.code)).toEqual(['import.old-template', 'sheet.missing-columns'])
  })

  test('the template of another sheet or school is not taken for this one', async () => {
    await insertSchool(place.db, { code: '2132900002', name: '东海县第二小学' })
    const log = await templateOf('activity-log')
    const other = await withCells(log, '_字典', { D1: '2132900002' })

    expect((await imported('venues', log)).problems.map(one => one.code)).toEqual(['sheet.wrong-template'])
    expect((await imported('activity-log', other)).problems.map(one => one.code)).toEqual([
      'import.other-school',
    ])
  })
})

describe('the guide tells what the school lately got wrong', () => {
  const head = '学校标识码,日期,年级,班级,活动类型,项目,开始时间,时长(分钟),参与人数,指导教师,备注'
  const line = (minutes: string, day = '2025-10-13') => `${code},${day},三年级,三(1)班,体育课,,,${minutes},,,`

  async function upload(...lines: string[]) {
    const bytes = new TextEncoder().encode([head, ...lines].join('\n'))
    return imported('activity-log', bytes, { dryRun: false })
  }

  async function guideOf(sheet: TemplateSheet): Promise<string[]> {
    const opened = await openWorkbook(await templateOf(sheet))
    const guide = opened.ok ? opened.grids.find(({ name }) => name === '填写说明') : undefined
    return guide?.rows.map(row => Array.from(row, rawOf).join('|')) ?? []
  }

  test.each(['activity-log', 'activity-week'] as const)(
    '%s: words, cell and the right way, the most frequent first',
    async sheet => {
      await upload(line('达标'), line('已完成', '2025-10-14'), line('40', '13月40日'))

      const lines = await guideOf(sheet)

      const from = lines.indexOf('最近几次导入中常见的错误')
      expect(lines[from + 1]).toBe('列|次数|错在哪里、怎样改|当时的写法|正确的写法')
      expect(lines[from + 2]).toMatch(/^时长\(分钟\)\|2\|[^|]{5,}\|达标\|40$/)
      expect(lines[from + 3]).toMatch(/^日期\|1\|[^|]{5,}\|13月40日\|2025-09-01$/)
    },
  )

  test('of its own school alone, of this sheet alone, and without numbers of persons', async () => {
    const other = await insertSchool(place.db, { code: '2132900002', name: '东海县第二小学' })
    await upload(line('电话13800138000'))
    await place.db.updateTable('import_run').set({ school_id: other.id, for_school_id: other.id }).execute()
    const foreign = await guideOf('activity-log')
    await upload(line('电话13800138000'))

    expect(foreign).not.toContain('最近几次导入中常见的错误')
    expect(await guideOf('exemptions')).not.toContain('最近几次导入中常见的错误')
    const lines = (await guideOf('activity-log')).join('\n')
    expect(lines).toContain('最近几次导入中常见的错误')
    expect(lines).not.toContain('13800138000')
  })

  test('a guide with mistakes is no table: the template still says nothing', async () => {
    await upload(line('达标'), line('已完成', '2025-10-14'))

    for (const sheet of ['activity-log', 'activity-week'] as const) {
      const { problems, counts } = await imported(sheet, await templateOf(sheet))
      expect({ problems, ...counts }).toMatchObject({ problems: [], new: 0, changed: 0, rejected: 0 })
    }
  })
})
