import type { Message } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { eventsText as text } from './events.text.ts'
import type { readEvents } from './read-events.server.ts'

type Read = Awaited<ReturnType<typeof readEvents>>
const column = columnsOf<Read['held'][number]>()

/** Events, a row each. */
export const eventsList: List<Read['held'][number]> = {
  title: text.title,
  columns: [
    column.day(text.day, one => one.day),
    column.text(text.school, one => one.schoolName, 28),
    column.text(text.sport, one => one.sportName),
    column.text(text.event, one => one.title, 28),
    column.count(text.classes, one => one.classes),
    column.count(text.participants, one => one.participants),
    column.text(text.note, one => one.note, 30),
  ],
}

type Share = Read['bySport'][number]

/** How many events came to how many schools, by some trait. */
export function eventSharesList(by: Message, of: Message): List<Share> {
  const share = columnsOf<Share>()
  return {
    title: { 'zh-CN': `${text.title['zh-CN']}_${by['zh-CN']}`, en: `${text.title.en}_${by.en}` },
    columns: [
      share.text(of, one => one.name, 20),
      share.count(text.events, one => one.events),
      // A school that had two of them stands in both rows.
      share.number(text.schools, one => one.schools),
      share.count(text.participants, one => one.participants),
    ],
  }
}
