import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { athleteGrades, engagements } from '#app/features/coaching/grades.rule.ts'
import type { RegistryContext } from '#app/features/schools/registry-cells.ts'
import type { SchoolContext } from '#app/features/schools/school-column.ts'
import { readNamedSport, type SportContext } from '#app/features/sports/sport-column.ts'
import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readList } from '#app/spreadsheet/cells/list.ts'
import { readDecimal } from '#app/spreadsheet/cells/number.ts'
import { readStage } from '#app/spreadsheet/cells/stage.ts'
import { type Cell, rawOf } from '#app/spreadsheet/grid.ts'
import { accept, blank, type Reading, reject } from '#app/spreadsheet/reading.ts'
import type { AthleteGrade, Engagement, InstructorKind, Stage } from '#db/tables.ts'
import { kindWords } from './instructors.text.ts'
import { readWeeklyTimes, type WeeklyTime } from './weekly-time.rule.ts'

export interface SportRef {
  code: string
  name: string
}

/** What the readers of the sheets of coaches know. */
export interface RosterContext extends RegistryContext, SchoolContext, SportContext {}

/** Sports by any of their names; an unknown one is asked back with those that come close, never created. */
export function readSports(cell: Cell | undefined, context: RosterContext): Reading<SportRef[]> {
  return readList(cell, part => readSport(part, context))
}

export function readSport(cell: Cell | undefined, context: RosterContext): Reading<SportRef> {
  return readNamedSport(cell, context, 'roster.sport-unknown')
}

export function readStages(cell: Cell | undefined): Reading<Stage[]> {
  return readList(cell, readStage)
}

/** Athlete grades in the order of the sports; 无 stands for none. */
export function readGrades(cell: Cell | undefined): Reading<AthleteGrade[]> {
  const names = (grade: AthleteGrade) => {
    const word = coachingText.grade[grade]['zh-CN']
    return grade === '' ? ['无', word] : [word, word.replace('运动员', ''), grade]
  }
  const options = athleteGrades.map(grade => ({ value: grade, names: names(grade) }))
  return readList(cell, part => readChoice<AthleteGrade>(part, options))
}

export function readKind(cell: Cell | undefined): Reading<InstructorKind> {
  const others: Record<InstructorKind, string[]> = {
    COACH: ['教练', '学校教练员', 'COACH'],
    PE_TEACHER: ['体育老师', '体育与健康教师', 'PE_TEACHER'],
    SPORTS_INSTRUCTOR: ['社会指导员', '体育指导员', 'SPORTS_INSTRUCTOR'],
  }
  const kinds = Object.keys(kindWords) as InstructorKind[]
  return readChoice(
    cell,
    kinds.map(kind => ({ value: kind, names: [kindWords[kind]['zh-CN'], ...others[kind]] })),
  )
}

export function readEngagement(cell: Cell | undefined): Reading<Engagement> {
  const others: Partial<Record<Engagement, string[]>> = {
    FULL_TIME_ESTABLISHED: ['在编', '编内'],
    FULL_TIME_CONTRACT: ['编外', '合同制'],
    PURCHASED_SERVICE: ['政府购买服务'],
    VOLUNTEER: ['志愿者', '志愿服务'],
    INTERN: ['实习'],
  }
  return readChoice(
    cell,
    engagements.map(one => ({
      value: one,
      names: [coachingText.engagement[one]['zh-CN'], one, ...(others[one] ?? [])],
    })),
  )
}

export function readYesNo(cell: Cell | undefined): Reading<boolean> {
  return readChoice(cell, [
    { value: true, names: ['是', '有', '√', 'yes', '1', 'true'] },
    { value: false, names: ['否', '无', '不是', 'no', '0', 'false'] },
  ])
}

export function readGender(cell: Cell | undefined): Reading<'F' | 'M'> {
  return readChoice<'F' | 'M'>(cell, [
    { value: 'F', names: ['女', 'F'] },
    { value: 'M', names: ['男', 'M'] },
  ])
}

/** A whole number within bounds, such as hours a week. */
export function readWhole(cell: Cell | undefined, bounds: { least: number; most: number }): Reading<number> {
  const plain: Cell | undefined =
    cell?.type === 'text' ? { ...cell, text: cell.text.replace(/(课时|节|小时)$/, '') } : cell
  const read = readDecimal(plain, bounds)
  const isWhole = !('value' in read) || Number.isInteger(read.value)
  return isWhole ? read : reject('roster.not-whole')
}

export function readTimes(cell: Cell | undefined): Reading<WeeklyTime[]> {
  const text = rawOf(cell).trim()
  if (text === '') return blank
  const read = readWeeklyTimes(text)
  if (!read.ok) return reject('roster.times-unclear', { piece: read.piece })
  return read.times.length === 0 ? blank : accept(read.times)
}
