import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'
import { readDocumentNumber } from '#app/spreadsheet/cells/document-number.ts'
import { documentUnclear } from './placement.text.ts'

const day = z.string().refine(isDay)
const lastDay = z
  .string()
  .refine(text => text === '' || isDay(text))
  .default('')
  .transform(text => (text === '' ? null : text))

/** 文号 in its proper form, so that an exported placement imports again; '' where there is none. */
const document = z
  .string()
  .max(60)
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return ''
    const reading = readDocumentNumber({ type: 'text', text })
    if (reading.reading === 'accept' || reading.reading === 'warn') return reading.value
    context.addIssue({ code: 'custom', message: documentUnclear })
    return z.NEVER
  })

const role = z.enum(['leader', 'member'])

export const AddForm = z.object({
  school: z.string().trim().min(1).max(26),
  sport: z.string().min(1).max(30),
  stage: z.enum(['primary', 'junior', 'senior']),
  role,
  validFrom: day,
  validTo: lastDay,
  document,
})

export const EndForm = z.object({ lastDay })

export const ChangeForm = z.object({ from: day, role, document })
