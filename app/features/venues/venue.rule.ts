import type { Day } from '#app/calendar-day.ts'
import type { VenueKind } from '#db/tables.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'

export const venueKinds: readonly VenueKind[] = ['FIELD', 'TRACK', 'COURT', 'TABLES', 'GYM', 'POOL', 'OTHER']

export type HoursReading = { ok: true; hours: string } | { ok: false }

const range = /^(\d{1,2}):(\d{2})[-~至—–](\d{1,2}):(\d{2})$/

/**
 * Opening hours as they are kept: ranges 'HH:MM-HH:MM' in order with 、 between; '' for closed. Ranges that meet or end
 * before they begin are no hours.
 */
export function readHours(text: string): HoursReading {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  if (plain === '' || plain === '不开放' || plain === '-' || plain === '/') return { ok: true, hours: '' }
  const ranges = plain.split(/[、,;]/).map(rangeOf)
  const inOrder = ranges
    .flatMap(one => (one === null ? [] : [one]))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  const isWhole = inOrder.length === ranges.length
  const meet = inOrder.some((one, at) => at > 0 && one.from < (inOrder[at - 1]?.to ?? ''))
  if (!isWhole || meet) return { ok: false }
  return { ok: true, hours: inOrder.map(({ from, to }) => `${from}-${to}`).join('、') }
}

function rangeOf(text: string): { from: string; to: string } | null {
  const [, hour = '', minute = '', untilHour = '', untilMinute = ''] = range.exec(text) ?? []
  if (
    hour === '' ||
    [hour, untilHour].some(one => Number(one) > 24) ||
    [minute, untilMinute].some(one => Number(one) > 59)
  )
    return null
  const [from, to] = [`${hour.padStart(2, '0')}:${minute}`, `${untilHour.padStart(2, '0')}:${untilMinute}`]
  return from < to && to <= '24:00' ? { from, to } : null
}

/** What a row says of a venue; what it leaves unsaid (undefined) stays as it stands. */
export interface Venue {
  kind: VenueKind
  weekdayHours: string
  weekendHours: string
  holidayHours: string
  fee: string
  contact: string
  note: string
}

export interface VenueDays {
  validFrom: Day
  validTo: Day
}

export type VenueProblem =
  | 'name-missing'
  | 'never-open'
  | 'contact-missing'
  | 'personal-number'
  | 'ends-before-start'
  | 'school-not-open'

/** Why a venue cannot be listed; null when it can. Whom to ask is an office: the list is public. */
export function venueProblem(
  name: string,
  venue: Venue,
  days: VenueDays,
  school: { openedOn: Day; closedOn: Day },
): VenueProblem | null {
  if (name.trim() === '') return 'name-missing'
  if (venue.weekdayHours === '' && venue.weekendHours === '' && venue.holidayHours === '') return 'never-open'
  if (venue.contact.trim() === '') return 'contact-missing'
  if (holdsPersonalNumber([name, venue.fee, venue.contact, venue.note].join('\n'))) return 'personal-number'
  if (days.validTo < days.validFrom) return 'ends-before-start'
  const isOpen = school.openedOn <= days.validFrom && days.validFrom < school.closedOn
  return isOpen ? null : 'school-not-open'
}
