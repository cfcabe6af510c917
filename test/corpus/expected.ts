import { type Declared, declared } from './declaration.ts'
import type { Expectation, Flag } from './expectation.ts'
import { officeSheets } from './offices.ts'
import type { Paper } from './paper.ts'
import { type Registry, registries } from './registry.ts'
import { scribeOf } from './scribe.ts'
import { timetables } from './timetables.ts'
import { isShown, isText, type Writer } from './write/formats.ts'
import type { Office } from './write/office.ts'

export const primarySchool = { code: '2132900001', name: '东海县试验小学' }
export const juniorSchool = { code: '3132900002', name: '东海县试验中学' }

export interface Made {
  file: string
  writer: Writer
  office?: Office
  papers: Paper[]
  expectation: Expectation
}

/** Lays out every declared workbook; what must come of it is known from the same declaration. */
export function layOut(): Made[] {
  return [
    ...declared.map(ofActivity),
    ...[...registries(), ...officeSheets(), ...timetables()].map(ofRegistry),
  ]
}

function ofActivity(one: Declared, index: number): Made {
  const { file, writer, office } = one
  const school = one.isJunior ? juniorSchool : primarySchool
  const scribe = scribeOf({ ...one, isTyped: !isNameless(one), from: index })
  const papers = one.layout(scribe, { school: school.name, ...one.of, isMiscounted: one.isMiscounted })
  if (papers.length > 1 && isText(writer)) throw new Error(`${file} holds one sheet only`)
  return {
    file,
    writer,
    ...(office && { office }),
    papers,
    expectation: {
      sheet: one.sheet ?? 'activity-log',
      school: school.code,
      rows: scribe.rows,
      problems: named(scribe.problems, one),
    },
  }
}

/** The registry is the bureau's; what a school hands in is its own. */
function ofRegistry(one: Registry): Made {
  const { file, writer, office, papers, sheet, rows } = one
  const problems = named(one.problems, one)
  return {
    file,
    writer,
    ...(office && { office }),
    papers,
    expectation: {
      ...{ sheet, school: one.school ?? null, rows, problems },
      ...(one.unit && { unit: one.unit }),
      ...(one.isRefused && { refused: true }),
    },
  }
}

/** A page or a text has no name for its sheet, and shows each cell as text. */
function isNameless({ writer, office }: { writer: Writer; office?: Office }): boolean {
  return isShown(writer) || office === 'html' || office === 'csv-gb18030'
}

function named(problems: readonly Flag[], of: { writer: Writer; office?: Office }): Flag[] {
  return problems.map(flag => (isNameless(of) && flag.sheet !== '' ? { ...flag, sheet: 'Sheet1' } : flag))
}
