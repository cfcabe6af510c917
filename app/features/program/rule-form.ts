import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'

const places = z.coerce.number().int().min(0).max(99)
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform(text => text === '1')

/** A version of the rule as the page posts it. */
export const RuleForm = z.object({
  unitCode: z.string().max(8).default(''),
  validFrom: z.string().refine(isDay),
  validTo: z
    .string()
    .refine(text => text === '' || isDay(text))
    .default('')
    .transform(text => (text === '' ? null : text)),
  sports: z.coerce.number().int().min(1).max(50),
  primary: places,
  junior: places,
  senior: places,
  mix: z.enum(['off', 'warn', 'gate']),
  oneStagePerSchool: flag,
  vocationalCounts: flag,
  livingWindow: z.coerce.number().int().min(1).max(60),
  livingDays: z.coerce.number().int().min(1).max(60),
  source: z.string().trim().min(1).max(200),
})
