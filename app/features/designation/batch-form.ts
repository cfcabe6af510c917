import { z } from 'zod'
import { inCity, isDay } from '#app/calendar-day.ts'
import { minuteField } from '#app/features/calendar/minute-field.ts'
import type { Batch } from './batch.rule.ts'

const quotaPrefix = 'quota-'

/** A batch as its form has it, but for the quotas; times are minutes of the city. */
export const BatchForm = z.object({
  name: z.string().max(80).default(''),
  level: z.enum(['CITY', 'COUNTY', 'PROVINCIAL', 'NATIONAL']),
  organisers: z.string().max(200).default(''),
  document: z.string().max(80).default(''),
  setId: z.string().max(26).default(''),
  opensAt: minuteField,
  closesAt: minuteField,
  mostSports: z.coerce.number(),
  validFrom: z.string().refine(isDay),
  validTo: z.string().refine(isDay),
  publicityDays: z.coerce.number(),
})

/** The quotas that were filled in, by unit; what is no number is NaN, and refused as such. */
export function quotasIn(posted: FormData): Record<string, number> {
  return Object.fromEntries(
    [...posted].flatMap(([name, value]) =>
      name.startsWith(quotaPrefix) && typeof value === 'string' && value.trim() !== ''
        ? [[name.slice(quotaPrefix.length), Number(value)] as const]
        : [],
    ),
  )
}

export function quotaName(unitCode: string): string {
  return quotaPrefix + unitCode
}

/** What stands, as the form shows it. */
export function enteredBatch(batch: Batch): Record<string, string> {
  const { quotas, opensAt, closesAt, ...rest } = batch
  const plain = Object.entries(rest).map(([name, value]) => [name, String(value)] as const)
  const units = Object.entries(quotas).map(([unit, quota]) => [quotaName(unit), String(quota)] as const)
  return {
    ...Object.fromEntries([...plain, ...units]),
    opensAt: inCity(opensAt).replace(' ', 'T'),
    closesAt: inCity(closesAt).replace(' ', 'T'),
  }
}
