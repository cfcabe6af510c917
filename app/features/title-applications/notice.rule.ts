import type { Day } from '#app/calendar-day.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'

/** Where a notice is published, and the office that hears objections. */
export interface NoticeWords {
  channel: string
  contact: string
}

export type NoticeProblem = 'channel-missing' | 'contact-missing' | 'holds-number'

/** Why a notice cannot be put up in these words: an office has a land line; the mobile of a person is not published. */
export function whyNotPutUp({ channel, contact }: NoticeWords): NoticeProblem | null {
  if (channel.trim() === '') return 'channel-missing'
  if (contact.trim() === '') return 'contact-missing'
  return holdsPersonalNumber(channel) || holdsPersonalNumber(contact) ? 'holds-number' : null
}

/** Whether objections are heard: from the day on which a notice is put up to its last day. */
export function isRunning({ endsOn }: { endsOn: Day }, today: Day): boolean {
  return today <= endsOn
}

/** What stands in a row of names such as '市教育局、市体育局', one by one. */
export function namesIn(text: string): string[] {
  return text
    .split(/[、,，;；\n]/)
    .map(one => one.trim())
    .filter(one => one !== '')
}
