import { afterAll, beforeEach } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import type { Db } from '#db/tables.ts'
import { insertSchool } from '#test/support/school.ts'

export const city: Scope = { kind: 'city' }
export const today = '2025-10-15'
export const now = '2025-10-15 02:00:00.000'
/** Of the school for which files are uploaded. */
export const code = '2132900001'

/** Before each test a school with 三(1)班 and 三(2)班, of which files are uploaded. */
export function useUploadingSchool(place: { readonly db: Db }): { readonly id: string } {
  let id = ''
  beforeEach(async () => {
    const school = await insertSchool(place.db, {
      code,
      classes: [
        ['primary', 2023, 1],
        ['primary', 2023, 2],
      ],
    })
    id = school.id
  })
  afterAll(() => closeReader())
  return {
    get id() {
      return id
    },
  }
}

/** The header of a log, and a PE lesson of a class as a line of it. */
export const logHead = '学校标识码,日期,班级,活动类型,时长(分钟)\n'
export const logLine = (className: string, minutes: string | number, day = '2025-10-13') =>
  `${code},${day},${className},体育课,${minutes}\n`

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
