import { parseWithZod } from '@conform-to/zod/v4'
import { locales, type ZodType } from 'zod'
import type { Locale } from '#app/i18n/text.ts'

const errorMaps = { 'zh-CN': locales.zhCN().localeError, en: locales.en().localeError }

/** What a form held: the typed value, or what was entered with an error for each field that is wrong. */
export type ParsedForm<T> =
  | { ok: true; value: T }
  | { ok: false; errors: Record<string, string>; entered: Record<string, string> }

/** Reads a posted form by a schema. Errors are in the reader's language; nothing that was entered is lost. */
export async function parseForm<T>(
  source: Request | FormData,
  schema: ZodType<T>,
  locale: Locale = 'zh-CN',
): Promise<ParsedForm<T>> {
  const form = source instanceof FormData ? source : await source.formData()
  const submission = parseWithZod(form, { schema, error: errorMaps[locale] })
  if (submission.status === 'success') return { ok: true, value: submission.value as T }
  const errors = Object.entries(submission.error ?? {}).map(([field, messages]) => [
    field,
    messages?.[0] ?? '',
  ])
  return { ok: false, errors: Object.fromEntries(errors), entered: enteredIn(form) }
}

/** The text a person typed, field by field; passwords and files are not sent back. */
export function enteredIn(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && !/password/i.test(pair[0]),
  )
  return Object.fromEntries(texts)
}
