import { z } from 'zod'
import { inCity, instantInCity } from '#app/calendar-day.ts'
import type { Round } from './round.rule.ts'

const minute = z.string().transform((text, context) => {
  const instant = instantInCity(text)
  if (instant !== null) return instant
  context.addIssue({ code: 'custom', message: text })
  return z.NEVER
})

/** A round as its form has it: times are minutes of the city. */
export const RoundForm = z.object({
  unitCode: z.string().max(8).default(''),
  name: z.string().trim().max(120).default(''),
  document: z.string().trim().max(120).default(''),
  opensAt: minute,
  closesAt: minute,
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
