import { type Locale, say } from '#app/i18n/text.ts'
import { recruitmentText } from './posts.text.ts'
import { roundRefusals } from './refusals.text.ts'
import type { RoundRefusals } from './save-round.server.ts'

/** What is wrong with a round, a sentence at each field of its form. */
export function roundErrors(
  locale: Locale,
  unread: Record<string, string>,
  refused: RoundRefusals = {},
): Record<string, string> {
  const times = ['opensAt', 'closesAt'].filter(field => unread[field] !== undefined)
  return {
    ...unread,
    ...Object.fromEntries(times.map(field => [field, say(locale, recruitmentText.notAMinute)])),
    ...Object.fromEntries(
      Object.entries(refused).map(([field, refusal]) => [field, say(locale, roundRefusals[refusal])]),
    ),
  }
}
