import { weekdayOf } from '#app/calendar-day.ts'
import type { ActivityContext, RegisteredClass } from '#app/features/activity/activity-entry.ts'

const holidays = new Set(['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06', '2025-10-07', '2025-10-08'])
const makeups = new Set(['2025-09-28', '2025-10-11'])

/** Classes as 'G3' → 3: that grade has three classes of 45 pupils. */
export function classesOf(perGrade: Record<number, number>): RegisteredClass[] {
  return Object.entries(perGrade).flatMap(([text, count]) => {
    const grade = Number(text)
    const stage = grade <= 6 ? ('primary' as const) : grade <= 9 ? ('junior' as const) : ('senior' as const)
    const before = grade <= 6 ? 0 : grade <= 9 ? 6 : 9
    return Array.from({ length: count }, (_, index) => ({
      id: `class-${grade}-${index + 1}`,
      stage,
      entryYear: 2025 - (grade - before) + 1,
      classNo: index + 1,
      campus: null,
      pupils: 45,
      validFrom: '2020-09-01',
      validTo: '9999-12-31',
    }))
  })
}

/** School year 2025-2026, its first term, uploaded on 2025-10-15 by 东海县试验小学. */
export function sampleContext(differences: Partial<ActivityContext> = {}): ActivityContext {
  return {
    today: '2025-10-15',
    schoolYear: 2025,
    term: { firstDay: '2025-09-01', lastDay: '2026-01-30' },
    school: { code: '2132900001', names: ['东海县试验小学'] },
    stages: ['primary'],
    classes: classesOf({ 3: 3, 4: 4, 5: 2 }),
    dayKindOf: (_stage, day) => {
      if (makeups.has(day)) return 'makeup'
      if (holidays.has(day)) return 'holiday'
      return weekdayOf(day) > 5 ? 'weekend' : 'school_day'
    },
    sports: [
      { code: 'football', names: ['足球'] },
      { code: 'basketball', names: ['篮球'] },
      { code: 'volleyball', names: ['排球'] },
      { code: 'table_tennis', names: ['乒乓球'] },
      { code: 'athletics', names: ['田径'] },
      { code: 'rope_skipping', names: ['跳绳'] },
      { code: 'wushu', names: ['武术'] },
    ],
    lessonMinutes: stage => (stage === 'primary' ? 40 : 45),
    ...differences,
  }
}

/** The second school of the fixtures: 东海县试验中学. */
export function juniorContext(differences: Partial<ActivityContext> = {}): ActivityContext {
  return sampleContext({
    school: { code: '3132900002', names: ['东海县试验中学'] },
    stages: ['junior'],
    classes: classesOf({ 7: 4, 8: 3 }),
    ...differences,
  })
}
