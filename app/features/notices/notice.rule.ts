import type { Locale } from '#app/i18n/text.ts'

/** Words in every language of the house. */
export type InBoth = Readonly<Record<Locale, string>>

/** Something to be told to an account. */
export interface NewNotice {
  accountId: string
  /** What it is about; the same account is told of it once. */
  key: string
  title: InBoth
  text: InBoth
  /** Where to read on, an address of the site. */
  link: string
  /** Whether it also goes to the phone and the mailbox that the person proved. */
  isSent: boolean
}

/** Minutes until the next try after the first, second, … one failed; after the last the message is given up. */
const pauses = [1, 5, 30, 120, 720] as const

export function minutesUntilNextTry(attempts: number): number | null {
  return pauses[attempts - 1] ?? null
}
