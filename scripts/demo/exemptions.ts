import type { Day } from '#app/calendar-day.ts'
import { demoIds } from './demo-id.ts'
import type { Habit } from './habits.ts'
import type { DemoSchool } from './schools.ts'

export interface DemoExemption {
  id: string
  schoolId: string
  grade: number
  firstDay: Day
  lastDay: Day
  reason: string
  note: string
  status: 'requested' | 'approved' | 'rejected'
}

const cases: Pick<DemoExemption, 'grade' | 'reason' | 'note' | 'status'>[] = [
  { grade: 0, reason: 'VENUE_WORKS', note: '操场翻建，三天无法开展', status: 'approved' },
  { grade: 0, reason: 'POLLUTION', note: '重污染天气橙色预警', status: 'approved' },
  { grade: 6, reason: 'EXAM', note: '六年级学业质量监测', status: 'approved' },
  { grade: 9, reason: 'EXAM', note: '九年级期中考试', status: 'approved' },
  { grade: 0, reason: 'RAIN_SNOW', note: '暴雨，场地积水', status: 'requested' },
  { grade: 0, reason: 'OTHER', note: '教师外出培训', status: 'rejected' },
]

/** Exemptions of the two units that report in full: approved ones, one still asked for, one refused. */
export function demoExemptions(
  schools: readonly DemoSchool[],
  habits: ReadonlyMap<string, Habit>,
  days: readonly Day[],
): DemoExemption[] {
  const nextId = demoIds('E')
  const kept = new Set<string>()
  return ['320706', '320722'].flatMap(unitCode =>
    cases.flatMap((one, place) => {
      const wanted = one.grade > 6 ? 'junior' : 'primary'
      const school = schools.find(
        (candidate, n) =>
          n % 3 === place % 3 &&
          candidate.unitCode === unitCode &&
          candidate.kind === wanted &&
          habits.get(candidate.id)?.silentDays === 0 &&
          habits.get(candidate.id)?.manner !== 'identical' &&
          !kept.has(candidate.id),
      )
      const firstDay = days[days.length - 6 - place * 3]
      const lastDay = days[days.length - 4 - place * 3]
      if (school === undefined || firstDay === undefined || lastDay === undefined) return []
      kept.add(school.id)
      return [{ ...one, id: nextId(), schoolId: school.id, firstDay, lastDay }]
    }),
  )
}
