import type { Stage } from './stage.ts'

/** A class (grade 1–12 and number), a whole grade (`classNo` '*') or the whole school (grade 'ALL', `classNo` '*'). */
export interface ClassRef {
  grade: number | 'ALL'
  classNo: number | '*'
  campus?: string
}

export interface ClassContext {
  /** Start year of the school year: 2025 for 2025-2026. */
  schoolYear: number
  /** The stages that the school runs. */
  stages: readonly Stage[]
  /** The grade of the same row, when it has a column of its own: '2班' then needs none. */
  grade?: number
}

/** 'G3#2', 'G3#*' or 'ALL'. */
export function classKey(ref: ClassRef): string {
  return ref.grade === 'ALL' ? 'ALL' : `G${ref.grade}#${ref.classNo}`
}
