import { z } from 'zod'
import { type Locale, locales, say } from '#app/i18n/text.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'
import { applicationText } from './applications.text.ts'

const text = (longest: number, locale: Locale) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine(value => !holdsPersonalNumber(value), say(locale, applicationText.statementHasNumber))
    .default('')

/** What the form of an application holds, by the reader's language; the promise is asked of whoever hands it in. */
export const applyEntry = byLocale(locale =>
  z
    .object({
      statement: text(2000, locale),
      promise: z.literal('on').optional(),
      intent: z.enum(['submit', 'draft']).default('submit'),
    })
    .refine(({ intent, promise }) => intent === 'draft' || promise === 'on', {
      path: ['promise'],
      message: say(locale, applicationText.promiseMissing),
    }),
)

/** What the form of a withdrawal holds: why, and in which state the application was seen. */
export const withdrawEntry = byLocale(locale =>
  z.object({ reason: text(200, locale), state: z.string().max(20).default('') }),
)

/** Made once: building a schema costs more than reading a form with it. */
function byLocale<T>(schemaIn: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(locales.map(locale => [locale, schemaIn(locale)])) as Record<Locale, T>
}
