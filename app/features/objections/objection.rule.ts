import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'

/** What somebody who objects to a public notice says: the contact is kept sealed. */
export interface Said {
  name: string
  contact: string
  text: string
}

export type SaidRefusal = 'name-missing' | 'contact-missing' | 'text-missing' | 'holds-number'

/** Why an objection cannot be received as it was written; null when it can. */
export function whyNotReceived({ name, contact, text }: Said): SaidRefusal | null {
  if (name.trim() === '') return 'name-missing'
  if (contact.trim() === '') return 'contact-missing'
  if (text.trim() === '') return 'text-missing'
  return holdsPersonalNumber(`${name}\n${text}`) ? 'holds-number' : null
}

/** What becomes of an objection. */
export const verdicts = ['dismissed', 'upheld'] as const

export type Verdict = (typeof verdicts)[number]

export type AnswerProblem = 'answer-missing' | 'holds-number'

/** Why an answer to an objection cannot stand; null when it can. */
export function whyNotAnswered(answer: string): AnswerProblem | null {
  if (answer.trim() === '') return 'answer-missing'
  return holdsPersonalNumber(answer) ? 'holds-number' : null
}
