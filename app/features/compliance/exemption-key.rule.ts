/** Two exemptions with this key are the same; where a class is named its grade says nothing more. */
export function keyOf(of: {
  schoolId: string
  grade: number
  classId: string
  firstDay: string
  lastDay: string
}): string {
  const grade = of.classId === '' ? of.grade : 0
  return [of.schoolId, grade, of.classId, of.firstDay, of.lastDay].join(' ')
}
