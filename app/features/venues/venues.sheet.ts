import type { DayContext } from '#app/features/schools/registry-cells.ts'
import { firstDayColumn, lastDayColumn, schoolColumn } from '#app/features/schools/shared-columns.ts'
import { type Option, readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import { type Cell, rawOf } from '#app/spreadsheet/grid.ts'
import { accept, ask, type Reading, reject } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import type { VenueKind } from '#db/tables.ts'
import { readHours, venueKinds } from './venue.rule.ts'
import { venueKindWords } from './venues.text.ts'

/** What the reader of the sheet is told: kinds of venue with every name that applies, and how days are counted. */
interface VenueContext extends DayContext {
  kinds: readonly Option<VenueKind>[]
  /** The kinds that an unknown word may mean, the likeliest first. */
  closeTo: (word: string) => VenueKind[]
}

/** A kind by any of its names; what is not known is asked back with the kinds that come close. */
function readKind(cell: Cell | undefined, { kinds, closeTo }: VenueContext): Reading<VenueKind> {
  const reading = readChoice<VenueKind>(cell, kinds)
  if (reading.reading === 'ask' && reading.code === 'choice.unclear') {
    const candidates = new Set([...(reading.candidates ?? []), ...closeTo(rawOf(cell))])
    return ask(reading.code, reading.values, [...candidates])
  }
  if (reading.reading !== 'reject' || reading.code !== 'choice.unknown') return reading
  const close = closeTo(rawOf(cell))
  return close.length > 0 ? ask('choice.unclear', reading.values, close) : reading
}

function hoursColumn(zh: string, en: string, aliases: string[]) {
  return optional({
    header: { 'zh-CN': zh, en },
    aliases,
    cell: (cell: Cell | undefined): Reading<string> => {
      if (cell?.type === 'number') return reject('venue.no-hours')
      const text = readText(cell, 120)
      if (text.reading !== 'accept' && text.reading !== 'warn') return text
      const read = readHours(text.value)
      return read.ok ? accept(read.hours) : reject('venue.no-hours')
    },
    write: textCell,
    example: '17:30-20:30',
    width: 20,
    hint: {
      'zh-CN': '如 06:00-07:30、17:30-20:30；空白即不开放',
      en: 'Such as 06:00-07:30、17:30-20:30; empty: closed',
    },
  })
}

function wordsColumn(zh: string, en: string, aliases: string[], longest: number, example: string) {
  return {
    header: { 'zh-CN': zh, en },
    aliases,
    cell: (cell: Cell | undefined) => readText(cell, longest),
    write: textCell,
    example,
    width: 20,
  }
}

/** School venues that are open to the public: one row a venue, known by its school, its name and its first day. */
export const venuesSheet = defineSheet({
  name: 'venues',
  version: 1,
  title: { 'zh-CN': '学校体育场地开放', en: 'School venues open to the public' },
  prefilled: ['code'],
  columns: {
    code: required(schoolColumn),
    name: required(wordsColumn('场地名称', 'Venue', ['场地', '开放场地'], 60, '北操场')),
    kind: required({
      header: { 'zh-CN': '场地类型', en: 'Kind' },
      aliases: ['类型'],
      cell: readKind,
      write: (kind: VenueKind) => textCell(venueKindWords[kind]['zh-CN']),
      example: 'TRACK' as VenueKind,
      width: 12,
      choices: venueKinds.map(kind => venueKindWords[kind]['zh-CN']),
    }),
    weekdayHours: hoursColumn('平日开放', 'Weekdays', ['平日', '工作日开放', '周一至周五']),
    weekendHours: hoursColumn('周末开放', 'Weekends', ['周末', '双休日']),
    holidayHours: hoursColumn('节假日开放', 'Holidays', ['节假日', '节假日和寒暑假', '寒暑假']),
    fee: optional(wordsColumn('收费', 'Fee', ['收费标准'], 60, '免费')),
    contact: required({
      ...wordsColumn('咨询', 'Ask', ['咨询电话', '联系电话', '联系方式'], 60, '总务处 0518-87212345'),
      hint: { 'zh-CN': '科室和座机，公开显示，不填手机', en: 'An office and its telephone: this is public' },
    }),
    note: optional(wordsColumn('说明', 'Note', ['备注'], 200, '凭身份证登记入场')),
    validFrom: required(firstDayColumn),
    validTo: optional(lastDayColumn),
  },
})

export type VenueRecord = RowOf<typeof venuesSheet>
