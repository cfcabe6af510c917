import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'
import type { EventFacts } from './event.rule.ts'
import type { EventRefusal } from './save-event.server.ts'

/** More people than any school has pupils. */
const mostPeople = 20_000
const count = z.coerce.number().int().min(0).max(mostPeople).optional()

export const EventForm = z.object({
  /** The code of its school; a school tells of its own. */
  school: z.string().trim().max(10).default(''),
  day: z.string().refine(isDay),
  sport: z.string().max(30),
  title: z.string().trim().max(80).default(''),
  classes: count,
  participants: count,
  note: z.string().trim().max(200).default(''),
})

/** What the fields of a form say of the event. */
export function eventOfForm(form: z.infer<typeof EventForm>): EventFacts & { sport: string } {
  const { day, sport, title, classes, participants, note } = form
  return { day, sport, title, classes: classes ?? null, participants: participants ?? null, note }
}

/** The fields of a form that show an event as it stands. */
export function formOfEvent(event: EventFacts & { sport: string }): Record<string, string> {
  const { day, sport, title, classes, participants, note } = event
  const written = (number: number | null) => (number === null ? '' : String(number))
  return { day, sport, title, classes: written(classes), participants: written(participants), note }
}

/** The field at which a refusal is shown. */
export const fieldOfRefusal = {
  'school-unknown': 'school',
  'school-not-open': 'day',
  'too-far-ahead': 'day',
  'not-traditional': 'sport',
  'title-missing': 'title',
  'told-already': 'title',
  'participants-missing': 'participants',
  'nobody-yet': 'participants',
  'personal-number': 'note',
} satisfies Record<EventRefusal, keyof z.infer<typeof EventForm>>
