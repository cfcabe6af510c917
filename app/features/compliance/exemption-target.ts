import type { Day } from '#app/calendar-day.ts'
import { schoolYearOf } from '#app/calendar-day.ts'
import { gradeName, gradeOfClass, nameOfClassRef } from '#app/features/schools/class-name.rule.ts'
import { readClasses } from '#app/spreadsheet/cells/class.ts'
import type { ClassRef } from '#app/spreadsheet/cells/class-ref.ts'
import { readGrades } from '#app/spreadsheet/cells/grade.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { ProblemValues, Reading } from '#app/spreadsheet/reading.ts'
import type { Stage } from '#db/tables.ts'

/** A class of the school, as far as it is told by its name. */
export interface NamedClass {
  id: string
  stage: Stage
  entryYear: number
  classNo: number
}

type Column = 'grade' | 'className'

interface TargetProblem {
  key: Column
  reading: 'warn' | 'ask' | 'reject'
  code: string
  values?: ProblemValues
  candidates?: string[]
}

/** Whom a row excuses: a class, else a grade, else (grade 0) the whole school. */
export type Target =
  | { ok: true; grade: number; classId: string; problems: TargetProblem[] }
  | { ok: false; problems: TargetProblem[] }

/** Reads the cells of grade and class together, as they are meant at the school in the school year of the day. */
export function readTarget(
  cells: { grade: Cell | null; className: Cell | null },
  classes: readonly NamedClass[],
  day: Day,
): Target {
  const schoolYear = schoolYearOf(day)
  const stages = [...new Set(classes.map(one => one.stage))]
  const problems: TargetProblem[] = []
  const grades = settle(
    'grade',
    readGrades(cells.grade ?? undefined, { schoolYear, stages }),
    problems,
    given => given.map(gradeName),
  )
  const isWholeSchool = grades !== null && grades.length > 1 && grades.length === gradesIn(stages).length
  if (grades !== null && grades.length > 1 && !isWholeSchool) problems.push(oneOnly('grade'))
  const [grade = 0] = isWholeSchool ? [] : (grades ?? [])
  const context = { schoolYear, stages, ...(grade !== 0 && { grade }) }
  const refs = settle('className', readClasses(cells.className ?? undefined, context), problems, given =>
    given.map(nameOfClassRef),
  )
  if (refs !== null && refs.length > 1) problems.push(oneOnly('className'))
  if (problems.some(one => one.reading !== 'warn')) return { ok: false, problems }
  const ref = refs?.[0] ?? { grade: grade === 0 ? 'ALL' : grade, classNo: '*' }
  return targetOf(ref, classes, schoolYear, problems)
}

function targetOf(
  ref: ClassRef,
  classes: readonly NamedClass[],
  schoolYear: number,
  problems: TargetProblem[],
): Target {
  if (ref.grade === 'ALL') return { ok: true, grade: 0, classId: '', problems }
  const stages = new Set(classes.map(one => one.stage))
  if (stages.size > 0 && !gradesIn([...stages]).includes(ref.grade))
    return { ok: false, problems: [...problems, unknown('grade', 'exemption.grade-unknown')] }
  if (ref.classNo === '*') return { ok: true, grade: ref.grade, classId: '', problems }
  const found = classes.find(
    one => one.classNo === ref.classNo && gradeOfClass(one.stage, one.entryYear, schoolYear) === ref.grade,
  )
  if (found === undefined)
    return { ok: false, problems: [...problems, unknown('className', 'exemption.class-unknown')] }
  return { ok: true, grade: 0, classId: found.id, problems }
}

/** The value of a reading, with what is to be said of it put among the problems; null where there is none. */
function settle<T>(
  key: Column,
  reading: Reading<T>,
  problems: TargetProblem[],
  worded: (value: T) => string[],
): T | null {
  if (reading.reading === 'blank') return null
  if (reading.reading === 'accept') return reading.value
  const { code, values } = reading
  const candidates = reading.reading === 'ask' ? reading.candidates?.flatMap(worded) : undefined
  problems.push({
    key,
    reading: reading.reading,
    code,
    ...(values && { values }),
    ...(candidates && { candidates }),
  })
  return reading.reading === 'warn' ? reading.value : null
}

function oneOnly(key: Column): TargetProblem {
  return { key, reading: 'reject', code: 'exemption.one-class' }
}

function unknown(key: Column, code: string): TargetProblem {
  return { key, reading: 'reject', code }
}

function gradesIn(stages: readonly Stage[]): number[] {
  const grades: Record<Stage, number[]> = {
    primary: [1, 2, 3, 4, 5, 6],
    junior: [7, 8, 9],
    senior: [10, 11, 12],
  }
  return stages.flatMap(stage => grades[stage])
}
