import { z } from 'zod'
import { instantInCity } from '#app/calendar-day.ts'

/** A minute of the city as a form has it, 'YYYY-MM-DDTHH:MM', as an instant. */
export const minuteField = z.string().transform((text, context) => {
  const instant = instantInCity(text)
  if (instant !== null) return instant
  context.addIssue({ code: 'custom', message: text })
  return z.NEVER
})
