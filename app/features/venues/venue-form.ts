import { z } from 'zod'
import { isDay, openEnd } from '#app/calendar-day.ts'
import type { VenueRefusal } from './save-venue.server.ts'
import { readHours, type Venue, venueKinds } from './venue.rule.ts'

const words = (longest: number) => z.string().trim().max(longest).default('')
const day = z.string().refine(isDay)

const facts = {
  kind: z.enum(venueKinds),
  weekdayHours: words(120),
  weekendHours: words(120),
  holidayHours: words(120),
  fee: words(60),
  contact: words(60),
  note: words(200),
}

export const AddVenueForm = z.object({
  /** The code of its school; a school enters its own. */
  school: z.string().trim().max(10).default(''),
  name: words(60),
  ...facts,
  validFrom: day,
  validTo: z
    .string()
    .default('')
    .refine(text => text === '' || isDay(text))
    .transform(text => text || openEnd),
})

export const ChangeVenueForm = z.object({ from: day, ...facts })

export const CloseVenueForm = z.object({ lastDay: day, reason: words(200) })

const hoursFields = ['weekdayHours', 'weekendHours', 'holidayHours'] as const

/** The venue that a form describes, or the fields whose hours are none. */
export function venueOfForm(
  form: Venue,
): { ok: true; venue: Venue } | { ok: false; unread: (typeof hoursFields)[number][] } {
  const unread = hoursFields.filter(field => !readHours(form[field]).ok)
  if (unread.length > 0) return { ok: false, unread }
  const read = (text: string) => {
    const reading = readHours(text)
    return reading.ok ? reading.hours : text
  }
  const { kind, weekdayHours, weekendHours, holidayHours, fee, contact, note } = form
  return {
    ok: true,
    venue: {
      ...{ kind, fee, contact, note },
      weekdayHours: read(weekdayHours),
      weekendHours: read(weekendHours),
      holidayHours: read(holidayHours),
    },
  }
}

/** The fields of a form that show a venue as it stands. */
export function formOfVenue(venue: Venue): Record<string, string> {
  const { kind, weekdayHours, weekendHours, holidayHours, fee, contact, note } = venue
  return { kind, weekdayHours, weekendHours, holidayHours, fee, contact, note }
}

/** The field at which a refusal is shown, of those that the form has. */
export function fieldOfRefusal(refusal: VenueRefusal, form: 'add' | 'change' | 'close'): string {
  const fields: Record<VenueRefusal, string> = {
    'school-unknown': 'school',
    'entered-already': 'name',
    'name-missing': 'name',
    'never-open': 'weekdayHours',
    'contact-missing': 'contact',
    'personal-number': form === 'close' ? 'reason' : 'contact',
    'ends-before-start': 'validTo',
    'school-not-open': form === 'add' ? 'validFrom' : 'from',
    'outside-its-days': form === 'close' ? 'lastDay' : 'from',
    'reason-missing': 'reason',
  }
  return fields[refusal]
}
