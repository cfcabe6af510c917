import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { isActivitySheet, isSheetName, type SheetName } from '#app/features/imports/sheet-name.ts'
import { stageFile } from '#app/features/imports/stage-file.server.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { differences, longDaysOf } from './compare.ts'
import type { Expectation } from './expectation.ts'
import { layOut } from './expected.ts'
import { enterHeld, enterSchools } from './schools.ts'

const folder = join(import.meta.dirname, 'workbooks')
const files = readdirSync(folder)
  .filter(name => !name.endsWith('.json'))
  .sort()
const expectedOf = (file: string): Expectation =>
  JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'))

const place = useDatabase({ clean: false })
beforeAll(async () => {
  await enterSchools(place.db)
  await enterHeld(place.db)
})
afterAll(() => closeReader())

function scopeOf({ unit }: Expectation, schoolId: string | undefined): Scope {
  if (schoolId !== undefined) return { kind: 'school', schoolId }
  return unit === undefined ? { kind: 'city' } : { kind: 'unit', unitCode: unit }
}

async function staged(file: string, expected: Expectation) {
  if (!isSheetName(expected.sheet)) throw new Error(`No sheet ${expected.sheet}`)
  const sheet: SheetName = expected.sheet
  const school =
    expected.school === null
      ? undefined
      : await findSchoolByCode(place.db, { kind: 'city' }, expected.school, '2025-10-15')
  return stageFile(place.db, sheet, new Uint8Array(readFileSync(join(folder, file))), {
    importId: 'corpus',
    fileName: file,
    today: '2025-10-15',
    now: '2025-10-15 02:00:00.000',
    scope: scopeOf(expected, school?.id),
    actor: { id: null, name: 'tester' },
    schoolId: school?.id ?? null,
  })
}

describe('the corpus', () => {
  test('holds sixty workbooks and more, none of them large', () => {
    expect(files.length).toBeGreaterThanOrEqual(60)
    for (const file of files) expect(readFileSync(join(folder, file)).length, file).toBeLessThan(60_000)
  })

  test('expects of each file what its declaration says', () => {
    for (const { file, expectation } of layOut()) expect(expectedOf(file)).toEqual(expectation)
  })

  test.each(files)('%s reads with every cell right or flagged', async file => {
    const expected = expectedOf(file)

    const read = await staged(file, expected)

    expect(read.ok).toBe(expected.refused !== true)
    expect(differences(expected, read)).toEqual({ lost: [], invented: [], silent: [], noise: [] })
    if (!read.ok || !isActivitySheet(expected.sheet)) return
    const long = read.staged.problems.filter(({ code }) => code === 'activity.long-day')
    expect(long.map(({ values }) => `${values?.class} ${values?.day}`).sort()).toEqual(
      longDaysOf(expected.rows).sort(),
    )
  })
})
