import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { isDay, today } from '#app/calendar-day.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { type ExportedSheet, exportedSheets } from '#app/features/imports/importable.rule.ts'
import { resolveUnit } from '#app/features/regions/units.queries.server.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import type { Command, CommandInput } from '../command.ts'

const city = { kind: 'city' } as const

export const command: Command = {
  usage: 'export <sheet> [--unit CODE] [--school CODE] [--from D --to D] [--as-of D] -o FILE.xlsx|FILE.csv',
  summary: `writes what stands so that it can be imported again; sheets: ${exportedSheets.join(', ')}`,
  options: {
    unit: { type: 'string' },
    school: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'as-of': { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  run: async ({ db, values, positionals, json, print, complain }) => {
    const sheet = exportedSheets.find(one => one === positionals[0])
    const output = text(values, 'output')
    const asOf = text(values, 'as-of') ?? today()
    const from = text(values, 'from')
    const to = text(values, 'to')
    const wrong = whyWrong(sheet, output, [asOf, from, to], from, to)
    if (wrong !== null || sheet === undefined || output === undefined) {
      complain(`${command.usage}\n${wrong}`)
      return 2
    }
    const unit = text(values, 'unit')
    const unitCode = unit === undefined ? undefined : (await resolveUnit(db, unit))?.code
    const code = text(values, 'school')
    const school = code === undefined ? undefined : await findSchoolByCode(db, city, code, asOf)
    if ((unit !== undefined && unitCode === undefined) || (code !== undefined && school === undefined)) {
      complain(`no such ${unit !== undefined && unitCode === undefined ? 'unit' : 'school'}`)
      return 3
    }
    const pieces = await exportSheet(db, city, sheet, {
      asOf,
      format: output.endsWith('.csv') ? 'csv' : 'xlsx',
      locale: 'zh-CN',
      ...(unitCode !== undefined && { unitCode }),
      ...(school !== undefined && { schoolId: school.id }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })
    const bytes = await writeWhole(output, pieces)
    print(json ? JSON.stringify({ sheet, file: output, bytes }) : output)
    return 0
  },
}

/** The file under its name once it is whole, and its length; one that broke off is not left behind. */
async function writeWhole(output: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = `${output}.part`
  try {
    await pipeline(pieces, createWriteStream(unfinished))
    await rename(unfinished, output)
  } finally {
    await rm(unfinished, { force: true })
  }
  return (await stat(output)).size
}

function whyWrong(
  sheet: ExportedSheet | undefined,
  output: string | undefined,
  days: (string | undefined)[],
  from: string | undefined,
  to: string | undefined,
): string | null {
  if (sheet === undefined) return `<sheet> is one of ${exportedSheets.join(', ')}`
  if (output === undefined || !/\.(xlsx|csv)$/.test(output)) return '-o names a file ending in .xlsx or .csv'
  if (days.some(day => day !== undefined && !isDay(day))) return 'days are written 2025-09-01'
  if ((from === undefined) !== (to === undefined) || (from ?? '') > (to ?? ''))
    return '--from and --to come together, the first not after the last'
  if (sheet === 'activity-log' && from === undefined) return 'activity-log needs --from and --to'
  return null
}

function text(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
