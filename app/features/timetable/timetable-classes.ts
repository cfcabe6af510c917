import type { Day } from '#app/calendar-day.ts'
import { schoolYearOf } from '#app/calendar-day.ts'
import { gradeOfClass, nameOfClassRef } from '#app/features/schools/class-name.rule.ts'
import type { ClassRow } from '#app/features/schools/classes.queries.server.ts'
import { readClasses } from '#app/spreadsheet/cells/class.ts'
import type { ClassRef } from '#app/spreadsheet/cells/class-ref.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'

interface ClassProblem {
  reading: 'warn' | 'ask' | 'reject'
  code: string
  values?: ProblemValues
  candidates?: string[]
}

/** The classes that a cell names on a day, and what is to be said of it; none where it must be settled first. */
export function readClassesOn(
  cell: Cell,
  classes: readonly ClassRow[],
  day: Day,
): { classes: ClassRow[]; problem: ClassProblem | null } {
  const schoolYear = schoolYearOf(day)
  const there = classes.filter(one => one.validFrom <= day && day <= one.validTo)
  const stages = [...new Set(classes.map(one => one.stage))]
  const reading = readClasses(cell, { schoolYear, stages })
  if (reading.reading === 'blank') return failed({ reading: 'reject', code: 'sheet.required-empty' })
  if (reading.reading === 'reject') return failed(reading)
  if (reading.reading === 'ask') {
    const candidates = reading.candidates?.map(refs => refs.map(nameOfClassRef).join('、'))
    return failed({ ...reading, ...(candidates && { candidates }) } as ClassProblem)
  }
  const named: ClassRow[] = []
  for (const ref of reading.value) {
    const meant = there.filter(one => isMeant(ref, one, schoolYear))
    if (meant.length === 0) {
      const values = { class: nameOfClassRef(ref) }
      return failed({ reading: 'reject', code: 'timetable.class-unknown', values })
    }
    named.push(...meant)
  }
  const { code, values } = reading.reading === 'warn' ? reading : { code: null, values: undefined }
  return {
    classes: [...new Set(named)],
    problem: code === null ? null : { reading: 'warn', code, ...(values && { values }) },
  }
}

function isMeant(ref: ClassRef, one: ClassRow, schoolYear: number): boolean {
  const grade = gradeOfClass(one.stage, one.entryYear, schoolYear)
  if (grade === null) return false
  if (ref.grade === 'ALL') return true
  return ref.grade === grade && (ref.classNo === '*' || ref.classNo === one.classNo)
}

function failed(problem: ClassProblem) {
  return { classes: [], problem }
}
