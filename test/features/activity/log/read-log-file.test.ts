import { expect, test } from 'vitest'
import { activityTellingOf } from '#app/features/activity/activity-context.server.ts'
import { readLogFile } from '#app/features/activity/log/read-log-file.ts'
import { listZipEntries } from '#app/spreadsheet/reading/zip.server.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { longWorkbook, manyRows } from '../../imports/long-workbook.ts'

const place = useDatabase()
const code = '2132980001'
const today = '2025-12-31'
/** So long that their sheet is read while it is unpacked. */
const rows = [...manyRows(code), ...manyRows(code)].map(row => row.with(9, '雨'.repeat(400)))

/** What a log was said to be, and how many rows were handed on before. */
async function read(bytes: Buffer) {
  const { id } = await insertSchool(place.db, { code, name: '试验小学', classes: [['primary', 2023, 1]] })
  const telling = await activityTellingOf(place.db, [{ id, code, unitCode: '320722' }], { today })
  const options = { only: null, corrections: { cells: [], skipped: [] }, names: [] }
  let count = 0
  const file = await readLogFile(bytes, streamLimits, telling, options, {
    isEarly: false,
    rows: many => {
      count = many
    },
    school: () => undefined,
  })
  return { answer: file.answer, count, ...(file.answer === 'refused' && { refusal: file.refused.refusal }) }
}

test('a long log whose headers alone are merged is a plain one, read to its end', async () => {
  const bytes = Buffer.from(longWorkbook(rows, ['A1:B1']))
  expect(listZipEntries(bytes, streamLimits)).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({
        name: 'xl/worksheets/sheet1.xml',
        size: expect.toSatisfy(size => size > 9e6),
      }),
    ]),
  })

  expect(await read(bytes)).toEqual({ answer: 'read', count: rows.length + 1 })
})

test('a long log with merged cells below its headers is none that is read line by line', async () => {
  const { answer } = await read(Buffer.from(longWorkbook(rows, ['B2:B4'])))

  expect(answer).toBe('not-a-log')
})

test('a long log whose checksum is wrong is refused, though rows of it were handed on', async () => {
  const bytes = Buffer.from(longWorkbook(rows))
  // The central directory stands behind the parts: the name's last place is in it.
  const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml')
  bytes[name - 46 + 16]! ^= 1

  const { answer, count, refusal } = await read(bytes)

  expect({ answer, refusal }).toEqual({ answer: 'refused', refusal: 'damaged' })
  expect(count).toBeGreaterThan(0)
})
