interface Planned {
  weekday: number
  kind: string
}

const schoolWeek = [1, 2, 3, 4, 5]

/** The columns of a week: Monday to Friday, and the days of a weekend on which something is planned. */
export function weekdaysOf(lines: readonly { activities: readonly Planned[] }[]): number[] {
  const planned = new Set(lines.flatMap(({ activities }) => activities.map(({ weekday }) => weekday)))
  return [...schoolWeek, ...[6, 7].filter(day => planned.has(day))]
}

/** How many PE lessons a week holds; null where nothing at all is planned. */
export function lessonsOf(activities: readonly Planned[]): number | null {
  return activities.length === 0 ? null : activities.filter(({ kind }) => kind === 'PE_LESSON').length
}

/** The fewest and the most PE lessons a week of the classes that have a timetable; null where none has. */
export function lessonRange(
  lines: readonly { lessons: number | null }[],
): { least: number; most: number } | null {
  const lessons = lines.flatMap(line => line.lessons ?? [])
  return lessons.length === 0 ? null : { least: Math.min(...lessons), most: Math.max(...lessons) }
}
