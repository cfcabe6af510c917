import { createInterface } from 'node:readline'
import { z } from 'zod'
import { isDay } from '#app/calendar-day.ts'
import { calendarOf, dayKindOf } from '#app/features/calendar/calendar.rule.ts'
import { readValue, type ValueContext, valueContext, valueKinds } from '#app/spreadsheet/cells/read-values.ts'
import { holidays, terms } from '#db/reference/calendar.ts'
import type { Command } from '../command.ts'

const Options = z.object({
  kind: z.enum(valueKinds),
  term: z
    .enum(terms.map(term => term.id))
    .optional()
    .transform(id => terms.find(term => term.id === (id ?? '2025-2026-1'))!),
  stage: z.enum(['primary', 'junior', 'senior']).default('primary'),
  'class-size': z.coerce.number().int().positive().optional(),
  today: z.string().refine(isDay, 'not a day').optional(),
})

const Line = z.object({
  raw: z.coerce.string(),
  cell: z.string().default('text'),
  format: z.string().optional(),
})

/** The readings of single cells, line by line; knows the published calendar and needs no database. */
export const command: Command = {
  usage: `read-values --kind ${valueKinds.join('|')} [--term T] [--stage S] [--class-size N] [--today D]`,
  summary: 'read cells, JSON lines in and out',
  options: {
    kind: { type: 'string' },
    term: { type: 'string' },
    stage: { type: 'string' },
    'class-size': { type: 'string' },
    today: { type: 'string' },
  },
  needsSchema: false,
  run: async ({ values, print, complain }) => {
    const options = Options.safeParse(values)
    if (!options.success) {
      complain(z.prettifyError(options.error))
      return 2
    }
    const context = contextOf(options.data)
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === '') continue
      const input = parseLine(line)
      if (input === null) {
        complain(`not a JSON line: ${line}`)
        return 3
      }
      print(JSON.stringify(readValue(options.data.kind, input, context)))
    }
    return 0
  },
}

function contextOf(options: z.infer<typeof Options>): ValueContext {
  const { term, stage } = options
  const place = { schoolId: '', unitCode: '' }
  const context = valueContext({
    term,
    stage,
    today: options.today,
    classSize: options['class-size'],
    dayKindOf: day =>
      day >= calendar.from && day <= calendar.to ? dayKindOf(calendar, place, stage, day) : 'vacation',
  })
  return { ...context, schoolYear: term.schoolYear }
}

const calendar = calendarOf({
  from: '2024-01-01',
  to: '2027-12-31',
  terms,
  entries: Object.entries(holidays).flatMap(([year, { off, work }]) => [
    ...off.split(' ').map(day => entryOf(`${year}-${day}`, 'holiday')),
    ...work.split(' ').map(day => entryOf(`${year}-${day}`, 'makeup')),
  ]),
})

function entryOf(day: string, kind: 'holiday' | 'makeup') {
  return { scope: 'national', stage: '' as const, day, kind, followsWeekday: null, note: '' }
}

function parseLine(line: string): z.infer<typeof Line> | null {
  try {
    return Line.parse(JSON.parse(line))
  } catch {
    // The caller says which line it was.
    return null
  }
}
