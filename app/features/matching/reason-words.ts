import { type Locale, say } from '#app/i18n/text.ts'
import type { RuleAnswer } from '../applications/eligibility.rule.ts'
import { codeWords } from '../applications/eligibility.text.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import { reasonText } from './matching.text.ts'
import type { Reason } from './suit.rule.ts'

interface Told {
  key: string
  words: string
}

/** Which rules stand in the way of a pairing, and why it suits. */
export function reasonsInWords(
  locale: Locale,
  reasons: readonly Reason[],
  rules: readonly RuleAnswer[] = [],
): Told[] {
  const missed = rules.filter(rule => rule.outcome !== 'met')
  return [
    ...missed.map(({ rule, code }) => ({ key: rule, words: say(locale, codeWords[code]) })),
    ...reasons.map(reason => ({ key: reason.code, words: reasonWords(locale, reason) })),
  ]
}

function reasonWords(locale: Locale, reason: Reason): string {
  switch (reason.code) {
    case 'grade':
      return say(locale, coachingText.grade[reason.grade])
    case 'result':
      return say(locale, coachingText.result[reason.result])
    case 'near':
    case 'far':
      return say(locale, reasonText.near, reason)
    case 'preferred':
      return say(locale, reasonText.preferred, reason)
    case 'not-preferred':
      return say(locale, reasonText.notPreferred)
    case 'hours-fit':
      return say(locale, reasonText.hoursFit, reason)
    case 'hours-short':
      return say(locale, reasonText.hoursShort, reason)
    case 'experience':
      return say(locale, reasonText.experience, reason)
  }
}
