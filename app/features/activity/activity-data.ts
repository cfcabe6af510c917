import type { ActivityValues } from './activity-compare.rule.ts'
import type { ActivityEntry } from './activity-entry.ts'

/**
 * An activity as an import keeps it between preview and commit: a list without names, because a city's month is
 * 200,000 of them.
 */
export type ActivityData = [
  schoolId: string,
  classId: string,
  classKey: string,
  day: string,
  kind: string,
  startsAt: string,
  minutes: number,
  sportCode: string | null,
  participants: number | null,
  teacher: string,
  note: string,
  reportedScope: ActivityValues['reportedScope'],
]

export function dataOfValues(schoolId: string, classKey: string, values: ActivityValues): ActivityData {
  const { classId, day, kind, startsAt, minutes, sportCode, participants, teacher, note } = values
  const said = [minutes, sportCode, participants, teacher, note, values.reportedScope] as const
  return [schoolId, classId, classKey, day, kind, startsAt, ...said]
}

export function dataOf(schoolId: string, entry: ActivityEntry): ActivityData {
  return dataOfValues(schoolId, entry.classKey, entry)
}

export function valuesIn(data: ActivityData): ActivityValues {
  const [, classId, , day, kind, startsAt, minutes, sportCode, participants, teacher, note, reportedScope] =
    data
  return { classId, day, kind, startsAt, minutes, sportCode, participants, teacher, note, reportedScope }
}
