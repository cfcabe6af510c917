import type { Cell } from '../grid.ts'
import type { Reading } from '../reading.ts'
import { readChoice } from './choice.ts'

const stages = ['primary', 'junior', 'senior'] as const

export type Stage = (typeof stages)[number]

/** Years each stage lasts under the 6+3+3 system of Jiangsu, and the grade before its first. */
const spans: Record<Stage, { before: number; years: number }> = {
  primary: { before: 0, years: 6 },
  junior: { before: 6, years: 3 },
  senior: { before: 9, years: 3 },
}

/** Grade 1–12 of the pupils who entered the stage in `entryYear`; null when they are not in it that school year. */
export function gradeOf(stage: Stage, entryYear: number, schoolYear: number): number | null {
  const year = schoolYear - entryYear + 1
  return year >= 1 && year <= spans[stage].years ? spans[stage].before + year : null
}

/** Grade 1–12 of the pupils who leave the stage in the summer of `graduationYear` (届). */
export function gradeOfGraduation(stage: Stage, graduationYear: number, schoolYear: number): number | null {
  return gradeOf(stage, graduationYear - spans[stage].years, schoolYear)
}

export function stageOfGrade(grade: number): Stage | null {
  return stages.find(stage => gradesOf(stage).includes(grade)) ?? null
}

/** The year in which the pupils of a grade entered its stage; null when there is no such grade. */
export function entryYearOf(grade: number, schoolYear: number): number | null {
  const stage = stageOfGrade(grade)
  return stage === null ? null : schoolYear - (grade - spans[stage].before) + 1
}

/** The grades 1–12 of a stage, in order. */
export function gradesOf(stage: Stage): number[] {
  return Array.from({ length: spans[stage].years }, (_, index) => spans[stage].before + index + 1)
}

/** 小学, 初中, 高中 in the ways in which they are written. */
export function readStage(cell: Cell | undefined): Reading<Stage> {
  return readChoice(cell, [
    { value: 'primary', names: ['小学', '小学部', '小学段', '小学阶段', '小', 'primary'] },
    {
      value: 'junior',
      names: ['初中', '初中部', '初中段', '初中阶段', '初级中学', '普通初中', '初', 'junior'],
    },
    {
      value: 'senior',
      names: ['高中', '高中部', '高中段', '高中阶段', '高级中学', '普通高中', '高', 'senior'],
    },
  ])
}
