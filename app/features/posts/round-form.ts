import { z } from 'zod'
import { inCity } from '#app/calendar-day.ts'
import { minuteField } from '#app/features/calendar/minute-field.ts'
import type { Round } from './round.rule.ts'

/** A round as its form has it: times are minutes of the city. */
export const RoundForm = z.object({
  unitCode: z.string().max(8).default(''),
  name: z.string().trim().max(120).default(''),
  document: z.string().trim().max(120).default(''),
  opensAt: minuteField,
  closesAt: minuteField,
  onePostEach: z
    .literal('on')
    .optional()
    .transform(value => value === 'on'),
})

/** What stands, as the form shows it. */
export function enteredRound(round: Round): Record<string, string> {
  return {
    unitCode: round.unitCode,
    name: round.name,
    document: round.document,
    opensAt: inCity(round.opensAt).replace(' ', 'T'),
    closesAt: inCity(round.closesAt).replace(' ', 'T'),
    ...(round.onePostEach && { onePostEach: 'on' }),
  }
}
