import { type Locale, say } from '#app/i18n/text.ts'
import { batchText } from './batch.text.ts'
import type { BatchRefusals } from './save-batch.server.ts'

/** What is wrong with a batch, a sentence at each field of its form. */
export function batchErrors(
  locale: Locale,
  unread: Readonly<Record<string, string>>,
  refused: BatchRefusals = {},
): Record<string, string> {
  return {
    ...Object.fromEntries(Object.keys(unread).map(field => [field, say(locale, batchText.unread)])),
    ...Object.fromEntries(
      Object.entries(refused).map(([field, refusal]) => [field, say(locale, batchText.refusal[refusal])]),
    ),
  }
}
