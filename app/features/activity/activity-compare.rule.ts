import type { Day } from '#app/calendar-day.ts'

/** What a workbook says of one activity. */
export interface ActivityValues {
  classId: string
  day: Day
  kind: string
  /** 'HH:MM', '' when it does not say. */
  startsAt: string
  minutes: number
  sportCode: string | null
  participants: number | null
  teacher: string
  note: string
  /** Whether it spoke of the class itself, of its whole grade or of the whole school. */
  reportedScope: 'class' | 'grade' | 'school'
}

export interface ComparedRow<Standing extends ActivityValues> {
  verdict: 'new' | 'changed' | 'unchanged'
  /** The row of the same class, day, kind and start that stands; null for a new one. */
  before: Standing | null
}

/**
 * How each given row compares with what stands under its class, day, kind and start time, and which standing rows of
 * the class-days mentioned would go because the upload no longer has them.
 */
export function compareActivities<Standing extends ActivityValues>(
  given: readonly ActivityValues[],
  standing: readonly Standing[],
): { rows: ComparedRow<Standing>[]; removed: Standing[] } {
  const stands = new Map(standing.map(row => [keyOf(row), row] as const))
  const mentioned = new Set(given.map(classDayKeyOf))
  const keys = new Set(given.map(keyOf))
  const rows = given.map(row => {
    const before = stands.get(keyOf(row)) ?? null
    const verdict =
      before === null
        ? ('new' as const)
        : isEqual(row, before)
          ? ('unchanged' as const)
          : ('changed' as const)
    return { verdict, before }
  })
  const removed = standing.filter(row => mentioned.has(classDayKeyOf(row)) && !keys.has(keyOf(row)))
  return { rows, removed }
}

/** Two rows with this key are the same activity. */
export function keyOf(row: Pick<ActivityValues, 'day' | 'classId' | 'kind' | 'startsAt'>): string {
  return [row.day, row.classId, row.kind, row.startsAt].join(' ')
}

export function classDayKeyOf(row: Pick<ActivityValues, 'day' | 'classId'>): string {
  return `${row.day} ${row.classId}`
}

/** The rows of each class-day, in their order, under its key. */
export function byClassDay<R extends Pick<ActivityValues, 'day' | 'classId'>>(
  rows: readonly R[],
): Map<string, R[]> {
  return new Map(classDaysOf(rows).map(own => [classDayKeyOf(own[0]), own]))
}

/** What is said of one class on one day, a row or more. */
export type ClassDay<R> = [R, ...R[]]

/** The rows by their class-days, both in the order given. */
export function classDaysOf<R extends Pick<ActivityValues, 'day' | 'classId'>>(
  rows: Iterable<R>,
): ClassDay<R>[] {
  const found: ClassDay<R>[] = []
  const days = new Map<Day, Map<string, ClassDay<R>>>()
  for (const row of rows) {
    let classes = days.get(row.day)
    if (classes === undefined) {
      classes = new Map()
      days.set(row.day, classes)
    }
    const known = classes.get(row.classId)
    if (known !== undefined) known.push(row)
    else {
      const own: ClassDay<R> = [row]
      classes.set(row.classId, own)
      found.push(own)
    }
  }
  return found
}

/** Whether a class or its grade was named is how it was written, not what was done: it makes no change. */
function isEqual(one: ActivityValues, other: ActivityValues): boolean {
  return (
    one.minutes === other.minutes &&
    one.sportCode === other.sportCode &&
    one.participants === other.participants &&
    one.teacher === other.teacher &&
    one.note === other.note
  )
}
