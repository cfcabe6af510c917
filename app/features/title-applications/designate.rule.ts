import type { Day } from '#app/calendar-day.ts'

export type DocumentProblem = 'document-missing' | 'document-unreadable' | 'document-from-later'

/**
 * A 文号 as GB/T 9704 writes it, 连教体〔2026〕12号: the year in full in 六角括号, the number without zeros in front. Other
 * brackets, full width and blanks are read for what they mean.
 */
export function readDocumentNumber(
  text: string,
  namedOn: Day,
): { ok: true; document: string } | { ok: false; refusal: DocumentProblem } {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return { ok: false, refusal: 'document-missing' }
  const found = /^(\p{Script=Han}{2,16})[〔[(【](\d{4})[〕\])】]([1-9]\d{0,4})号$/u.exec(plain)
  if (found === null) return { ok: false, refusal: 'document-unreadable' }
  const [, office, year = '', number] = found
  if (year > namedOn.slice(0, 4)) return { ok: false, refusal: 'document-from-later' }
  return { ok: true, document: `${office}〔${year}〕${number}号` }
}

export type DayProblem = 'day-ahead' | 'titles-over'

/** Why titles of a batch cannot be given on a day at all; null when they can. */
export function whyNotOn(namedOn: Day, at: { today: Day; validTo: Day }): DayProblem | null {
  if (namedOn > at.today) return 'day-ahead'
  return namedOn > at.validTo ? 'titles-over' : null
}

/** A school on a notice, and all on which its title hangs. */
export interface ToDesignate {
  /** The last day of its notice; null for one that stands in none. */
  noticeEndsOn: Day | null
  /** Objections to it, or to its whole notice, that nobody has answered. */
  openObjections: number
  openedOn: Day
  /** The first day on which the school is no longer open. */
  closedOn: Day
  /** Titles of the level that the school has, ever, in one of the sports. */
  standing: readonly { validFrom: Day; validTo: Day }[]
}

export type WhyNotDesignated =
  | 'notice-running'
  | 'day-within-notice'
  | 'objections-open'
  | 'school-not-open'
  | 'holds-title'

/** Why a school cannot be given its titles; null when it can. The notice must be over on the day itself. */
export function whyNotDesignated(
  school: ToDesignate,
  at: { namedOn: Day; today: Day; validFrom: Day; validTo: Day },
): WhyNotDesignated | null {
  const { noticeEndsOn, openedOn, closedOn } = school
  if (noticeEndsOn === null || at.today <= noticeEndsOn) return 'notice-running'
  if (at.namedOn <= noticeEndsOn) return 'day-within-notice'
  if (school.openObjections > 0) return 'objections-open'
  const isOpen = openedOn <= at.validFrom && at.validFrom < closedOn && at.today < closedOn
  if (!isOpen) return 'school-not-open'
  const isHeld = school.standing.some(
    one => one.validFrom === at.validFrom || (one.validFrom <= at.validTo && at.validFrom <= one.validTo),
  )
  return isHeld ? 'holds-title' : null
}
