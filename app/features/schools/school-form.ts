import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'
import { schoolTypes } from './school-type.rule.ts'

const day = z.string().refine(isDay)
const stage = z.enum(['primary', 'junior', 'senior'])

/** The facts of a school as its forms post them. */
const SchoolForm = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{10}$/)
    .optional(),
  name: z.string().trim().min(2).max(120),
  shortName: z.string().trim().max(60).default(''),
  type: z.string().refine(code => schoolTypes.some(type => type.code === code)),
  stages: z.array(stage).min(1),
  unitCode: z.string().max(8),
  countsUnitCode: z.string().max(8),
  pupils: z.coerce.number().int().min(0).max(20_000).optional(),
  address: z.string().trim().max(200).default(''),
})

export const NewSchoolForm = SchoolForm.extend({
  openedOn: day,
  parentCode: z.string().trim().max(10).optional(),
  campusName: z.string().trim().max(60).optional(),
})

export const SchoolChangeForm = SchoolForm.extend({ from: day })

export const NewClassForm = z.object({
  stage,
  entryYear: z.coerce.number().int().min(1990).max(2100),
  classNo: z.coerce.number().int().min(1).max(99),
  pupils: z.coerce.number().int().min(0).max(120),
  campus: z.string().trim().max(60).default(''),
  validFrom: day.optional(),
})

export const ClassChangeForm = z.object({
  pupils: z.coerce.number().int().min(0).max(120),
  lastDay: day.optional(),
})

export const CloseForm = z.object({ closedOn: day.optional() })

/** At which field a refusal shows. */
export function fieldOfRefusal(refusal: string): string {
  const fields: Record<string, string> = {
    'code-taken': 'code',
    'code-missing': 'code',
    'name-taken': 'name',
    'unit-not-yours': 'unitCode',
    'parent-unknown': 'parentCode',
    'before-first': 'from',
    'before-opening': 'closedOn',
    'class-taken': 'classNo',
    'stage-not-run': 'stage',
    'ends-before-start': 'lastDay',
  }
  return fields[refusal] ?? 'form'
}
