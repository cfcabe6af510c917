import { type Declared, declared } from './declaration.ts'
import type { Expectation } from './expectation.ts'
import type { Paper } from './paper.ts'
import { scribeOf } from './scribe.ts'
import { isShown, isText } from './write/formats.ts'

export const primarySchool = { code: '2132900001', name: '东海县试验小学' }
export const juniorSchool = { code: '3132900002', name: '东海县试验中学' }

export interface Made {
  declared: Declared
  papers: Paper[]
  expectation: Expectation
}

/** Lays out every declared workbook; what must come of it is known from the same declaration. */
export function layOut(): Made[] {
  return declared.map((one, index) => {
    const school = one.isJunior ? juniorSchool : primarySchool
    const isShownOnly = isShown(one.writer) || one.office === 'html' || one.office?.startsWith('csv')
    const scribe = scribeOf({ ...one, isTyped: !isShownOnly, from: index })
    const papers = one.layout(scribe, { school: school.name, ...one.of, isMiscounted: one.isMiscounted })
    const sheet = isShownOnly ? 'Sheet1' : null
    if (papers.length > 1 && isText(one.writer)) throw new Error(`${one.file} holds one sheet only`)
    return {
      declared: one,
      papers,
      expectation: {
        sheet: one.sheet ?? 'activity-log',
        school: school.code,
        rows: scribe.rows,
        // A page or a text has no name for its sheet.
        problems: scribe.problems.map(flag => (sheet === null ? flag : { ...flag, sheet })),
      },
    }
  })
}
