import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'
import { words } from './instructor-form.ts'
import { readWeeklyTimes } from './weekly-time.rule.ts'

/** What the check of the times answers in place of a sentence, for the page to word. */
export const timesUnclear = 'times-unclear'

const day = z.string().refine(isDay)
const ticked = z
  .string()
  .optional()
  .transform(text => text !== undefined)

const times = z
  .string()
  .max(400)
  .default('')
  .transform((text, context) => {
    const read = readWeeklyTimes(text)
    if (read.ok) return read.times
    context.addIssue({ code: 'custom', message: timesUnclear })
    return z.NEVER
  })

export const PlaceForm = z.object({
  school: z.string().trim().min(1).max(10),
  sport: z.string().min(1).max(30),
  primary: ticked,
  junior: ticked,
  senior: ticked,
  hoursWeek: z.coerce.number().int().min(1).max(40),
  times,
  validFrom: day,
  validTo: day,
  note: words(400).default(''),
  confirmed: ticked,
})

export const RenewForm = z.object({ validTo: day, confirmed: ticked })

export const EndPlacementForm = z.object({ lastDay: day, reason: words(200).min(1) })

export const EvaluateForm = z.object({
  term: z.string().min(1).max(11),
  rating: z.enum(['EXCELLENT', 'GOOD', 'FAIR', 'POOR']),
  opinion: words(2000).min(1),
})

export const SetTrainingForm = z.object({
  kind: z.enum(['ETHICS', 'TEACHING', 'SAFETY', 'FIRST_AID', 'CERTIFICATE', 'OTHER']),
  dueOn: day,
  note: words(200).default(''),
})

export const CompleteTrainingForm = z.object({
  doneOn: z
    .string()
    .default('')
    .refine(text => text === '' || isDay(text))
    .transform(text => (text === '' ? null : text)),
})
