import { schoolYearOf } from '#app/calendar-day.ts'
import { className } from '#app/features/schools/class-name.rule.ts'
import type { Stage } from '#db/tables.ts'
import { activityColumns } from './activity.text.ts'
import type { ActivityValues } from './activity-compare.rule.ts'

type Shown = Record<string, string | number | null>

interface NamedClass {
  id: string
  stage: Stage
  entryYear: number
  classNo: number
}

/** The columns of an activity as people and `import --rows` see it. */
export const shownColumns = Object.entries(activityColumns).map(([key, header]) => ({ key, header }))

/** The same of a file that may speak of many schools. */
export const shownColumnsOfMany = [
  { key: 'school', header: { 'zh-CN': '学校', en: 'School' } },
  ...shownColumns,
]

/** How activities of the classes are shown. */
export function showingOf(
  classes: readonly NamedClass[],
): (classKey: string, values: ActivityValues) => Shown {
  const byId = new Map(classes.map(one => [one.id, one] as const))
  return (classKey, values) => {
    const one = byId.get(values.classId)
    return {
      class: classKey,
      className: one === undefined ? '' : className(one, schoolYearOf(values.day)),
      date: values.day,
      kind: values.kind,
      sport: values.sportCode,
      startsAt: values.startsAt === '' ? null : values.startsAt,
      minutes: values.minutes,
      participants: values.participants,
      teacher: values.teacher === '' ? null : values.teacher,
      note: values.note === '' ? null : values.note,
    }
  }
}
