import { type ClassContext, type ClassRef, readClasses } from '#app/spreadsheet/cells/class.ts'
import { readGrades } from '#app/spreadsheet/cells/grade.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { Reading } from '#app/spreadsheet/reading.ts'
import type { Spot } from './board.ts'
import { wordedClass } from './class-register.ts'
import type { Column } from './columns.ts'
import { isKnown, type Known, type Line } from './line.ts'
import { type Memory, recalled } from './memory.ts'
import { note, noteCell, taken } from './problem-log.ts'

/** The classes whose minutes stand where a line and a column meet. */
export function classesAt(line: Line, column: Column): Known<ClassRef[]> {
  const { heads } = line.table.block
  const gradeSpot = column.labels.grade ?? line.sourceOf(heads.grade)
  const classSpot = column.labels.class ?? line.sourceOf(heads.class)
  const campusSpot = line.sourceOf(heads.campus)
  if (classSpot !== null) {
    const header = column.labels.class ? '' : (heads.class?.header ?? '')
    const classes = classWithGrade(line, classSpot, gradeSpot, header)
    if (isKnown(classes)) tellOutsideTitle(line, classes.value, classSpot, header)
    return withCampus(line, classes, campusSpot)
  }
  if (heads.class !== undefined && !column.labels.grade) return 'missing'
  if (gradeSpot !== null) return withCampus(line, wholeGrades(line, gradeSpot), campusSpot)
  if (heads.grade !== undefined && !column.labels.class) return 'missing'
  return statedClasses(line)
}

function classWithGrade(line: Line, spot: Spot, gradeSpot: Spot | null, header: string): Known<ClassRef[]> {
  const grades = gradeSpot === null ? null : gradesAt(line, gradeSpot)
  if (grades === 'bad') return 'bad'
  const among = { schoolYear: line.table.context.schoolYear, stages: line.table.context.stages }
  const grade = grades?.length === 1 ? grades[0] : undefined
  const reading = readWithGrade(
    line.table.memory,
    cellAt(line, spot),
    grade === undefined ? among : { ...among, grade },
    line.sheet.grade,
  )
  const refs = tell(line, spot, header, reading)
  if (refs === null) return reading.reading === 'blank' ? 'missing' : 'bad'
  if (grades !== null && refs.some(ref => ref.grade !== 'ALL' && !grades.includes(ref.grade))) {
    note(line.table.log, line.table.board, spot, { reading: 'ask', code: 'activity.grade-mismatch', header })
    return 'bad'
  }
  return { value: refs, spot }
}

/** A line of 三(2)班 on the sheet of 三(1)班 may have been copied there. */
function tellOutsideTitle(line: Line, refs: ClassRef[], spot: Spot, header: string): void {
  const { context, memory, board, log } = line.table
  const { classText, grade } = line.sheet
  if (classText === undefined) return
  const among = { schoolYear: context.schoolYear, stages: context.stages }
  const reading = readWithGrade(memory, classText.value, among, grade)
  const titled = reading.reading === 'accept' ? wordedAll(reading.value) : null
  if (titled === null || refs.some(ref => wordedAll([ref]) === titled)) return
  const values = { titled, class: wordedAll(refs) }
  note(log, board, spot, { reading: 'warn', code: 'activity.class-outside-title', header, values })
}

/** The grade of the title helps a bare number only; a class that names its own grade needs none. */
function readWithGrade(
  { classes }: Memory,
  cell: Cell | undefined,
  among: ClassContext,
  titled: number | undefined,
): Reading<ClassRef[]> {
  const reading = recalled(classes, cell, among.grade ?? '', () => readClasses(cell, among))
  const isClear = reading.reading !== 'ask' && reading.reading !== 'reject'
  if (isClear || titled === undefined || among.grade !== undefined) return reading
  const helped = readClasses(cell, { ...among, grade: titled })
  return helped.reading === 'accept' || helped.reading === 'warn' ? helped : reading
}

function gradesAt(line: Line, spot: Spot): number[] | 'bad' {
  const { context } = line.table
  const cell = cellAt(line, spot)
  const reading = readGrades(cell, { schoolYear: context.schoolYear, stages: context.stages })
  if (reading.reading === 'accept') return reading.value
  const asClasses = readClasses(cell, { schoolYear: context.schoolYear, stages: context.stages })
  if (asClasses.reading === 'accept' && asClasses.value.every(ref => ref.grade !== 'ALL')) {
    return [...new Set(asClasses.value.flatMap(ref => (ref.grade === 'ALL' ? [] : [ref.grade])))]
  }
  return tell(line, spot, '', reading) ?? 'bad'
}

/** A grade without a class means all its classes; the column may hold classes all the same. */
function wholeGrades(line: Line, spot: Spot): Known<ClassRef[]> {
  const { context } = line.table
  const cell = cellAt(line, spot)
  const among = { schoolYear: context.schoolYear, stages: context.stages }
  const classes = readClasses(cell, among)
  if (classes.reading === 'accept' && classes.value.some(ref => ref.grade === 'ALL')) {
    return { value: classes.value, spot }
  }
  const grades = readGrades(cell, among)
  if (grades.reading === 'accept') {
    return { value: grades.value.map(grade => ({ grade, classNo: '*' as const })), spot }
  }
  if (classes.reading === 'accept' || classes.reading === 'warn') {
    const refs = tell(line, spot, '', classes)
    return refs ? { value: refs, spot } : 'bad'
  }
  const values = tell(line, spot, '', grades)
  if (values === null) return grades.reading === 'blank' ? 'missing' : 'bad'
  return { value: values.map(grade => ({ grade, classNo: '*' as const })), spot }
}

/** From the title or the sheet's name; both must mean the same class. */
function statedClasses(line: Line): Known<ClassRef[]> {
  const { classText, namedClass, grade } = line.sheet
  const { context, board, log } = line.table
  const among = { schoolYear: context.schoolYear, stages: context.stages }
  if (classText) {
    const reading = readWithGrade(line.table.memory, classText.value, among, grade)
    const refs = taken(reading, trouble => noteCell(log, board, classText.spot, trouble), wordedAll)
    if (refs === null) return 'bad'
    const other =
      namedClass && classText.spot ? readWithGrade(line.table.memory, namedClass, among, grade) : null
    if (other?.reading === 'accept' && wordedAll(other.value) !== wordedAll(refs)) {
      const candidates = [...refs, ...other.value].map(wordedClass)
      note(log, board, classText.spot, { reading: 'ask', code: 'activity.class-conflict', candidates })
      return 'bad'
    }
    return { value: refs, spot: classText.spot }
  }
  return grade === undefined ? 'missing' : { value: [{ grade, classNo: '*' }], spot: null }
}

function withCampus(line: Line, known: Known<ClassRef[]>, spot: Spot | null): Known<ClassRef[]> {
  if (!isKnown(known) || spot === null) return known
  const campus = line.table.board.textAt(spot.row, spot.column)
  return { ...known, value: known.value.map(ref => ({ campus, ...ref })) }
}

function tell<T>(line: Line, spot: Spot, header: string, reading: Reading<T>): T | null {
  const worded = (value: T) =>
    Array.isArray(value)
      ? value.map(one => (isRef(one) ? wordedClass(one) : String(one))).join('、')
      : String(value)
  return taken(
    reading,
    trouble => noteCell(line.table.log, line.table.board, spot, { header, ...trouble }),
    worded,
  )
}

function isRef(value: unknown): value is ClassRef {
  return typeof value === 'object' && value !== null && 'grade' in value && 'classNo' in value
}

function wordedAll(refs: ClassRef[]): string {
  return refs.map(wordedClass).sort().join('、')
}

function cellAt(line: Line, spot: Spot): Cell | undefined {
  return line.table.board.cellAt(spot.row, spot.column)
}
